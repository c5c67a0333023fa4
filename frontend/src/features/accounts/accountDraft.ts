import type { Scope, ServiceAccount } from './account'

/** An account as it is being typed. */
export interface AccountDraft {
  name: string
  description: string
  scope: Scope
  /** The last day it works on, as `2026-12-31`; empty for no end. */
  lastDay: string
}

/** An account as it is made; `expires_at` is null for never. */
export type NewAccount = Pick<ServiceAccount, 'name' | 'description' | 'scope' | 'expires_at'>

/** What of an account shall be otherwise; `expires_at` is empty for never. */
export type AccountChanges = Partial<Omit<NewAccount, 'expires_at'>> & { expires_at?: string }

export const BLANK: AccountDraft = { name: '', description: '', scope: { rooms: [], templates: [] }, lastDay: '' }

export function draftOf({ name, description, scope, expires_at: at }: ServiceAccount): AccountDraft {
  return { name, description, scope, lastDay: at === null ? '' : dayOf(new Date(at)) }
}

export function accountOf({ lastDay, ...draft }: AccountDraft): NewAccount {
  return { ...draft, expires_at: lastDay === '' ? null : endOf(lastDay) }
}

/** Only what was touched: a time of day that was set elsewhere stays. */
export function changesIn(draft: AccountDraft, before: AccountDraft): AccountChanges {
  const { name, description, scope, lastDay } = draft
  return {
    ...(name !== before.name && { name }),
    ...(description !== before.description && { description }),
    ...(!isSame(scope, before.scope) && { scope }),
    ...(lastDay !== before.lastDay && { expires_at: lastDay === '' ? '' : endOf(lastDay) }),
  }
}

export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** The day here, as a date field has it. */
export function dayOf(at: Date): string {
  const part = (value: number, length = 2) => String(value).padStart(length, '0')
  return `${part(at.getFullYear(), 4)}-${part(at.getMonth() + 1)}-${part(at.getDate())}`
}

/** A day ends when it does here. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString()
}
