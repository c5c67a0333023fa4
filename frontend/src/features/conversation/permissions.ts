import type { MessageEntry } from '../../realtime/entries'
import type { Role } from '../../realtime/frames'
import type { Writing } from './writing'

/** As the server has it; it decides all the same. */
export const EDIT_WINDOW_MS = 15 * 60_000

export interface Allowed {
  react: boolean
  reply: boolean
  edit: boolean
  mark: boolean
  delete: boolean
}

interface Standing {
  me: string
  role: Role | null
  writing: Writing
}

/** What one may do with a message. `now` is in milliseconds. */
export function allowedOn(message: MessageEntry, { me, role, writing }: Standing, now: number): Allowed {
  const there = message.deleted_at == null && writing !== 'archived' && role !== null
  const own = message.sender_id === me
  const managing = role === 'OWNER' || role === 'ADMIN'
  return {
    react: there,
    reply: there && writing === 'allowed',
    edit:
      there && own && writing === 'allowed' && message.message_type !== 'incident_data' && now < editableUntil(message),
    mark: there && writing === 'allowed',
    delete: there && (own || managing),
  }
}

/** In milliseconds since 1970. */
export function editableUntil(message: MessageEntry): number {
  return Date.parse(message.created_at) + EDIT_WINDOW_MS
}
