import { codePoints } from './room'
import { fieldLimits, type FieldType, isNumeric, type ReadingField } from './readingField'

/** An expected reading as it is being typed. */
export interface FieldDraft {
  name: string
  label: string
  unit: string
  type: FieldType
  low: string
  high: string
  /** With commas between them. */
  choices: string
}

export const BLANK_FIELD: FieldDraft = { name: '', label: '', unit: '', type: 'number', low: '', high: '', choices: '' }

export type Fault =
  | 'nameMissing'
  | 'nameTwice'
  | 'noNumber'
  | 'belowLow'
  | 'choicesMissing'
  | 'choicesTooMany'
  | { atMost: number }
export type Faults = Partial<Record<keyof FieldDraft, Fault>>

export function fieldDraftsOf(fields: readonly ReadingField[]): FieldDraft[] {
  return fields.map(({ name, label, unit, type, low, high, choices }) => ({
    name,
    label: label ?? '',
    unit: unit ?? '',
    type,
    low: low?.toString() ?? '',
    high: high?.toString() ?? '',
    choices: choices.join(', '),
  }))
}

/** What the drafts say, of those without a fault. Limits and choices go only with the types they belong to. */
export function fieldsOf(drafts: readonly FieldDraft[]): ReadingField[] {
  return drafts.map(({ name, label, unit, type, low, high, choices }) => ({
    name: name.trim(),
    label: textOrNull(label),
    unit: textOrNull(unit),
    type,
    low: isNumeric(type) ? numberIn(low) : null,
    high: isNumeric(type) ? numberIn(high) : null,
    choices: type === 'choice' ? choicesIn(choices) : [],
  }))
}

/** What the server would refuse, field by field. */
export function faultsOf(drafts: readonly FieldDraft[]): Faults[] {
  const seen = new Set<string>()
  return drafts.map((draft) => {
    const faults = { ...lengthFaults(draft), ...limitFaults(draft), ...choiceFaults(draft) }
    const name = draft.name.trim()
    if (name === '') faults.name = 'nameMissing'
    else if (seen.has(name)) faults.name = 'nameTwice'
    seen.add(name)
    return faults
  })
}

export function isSound(drafts: readonly FieldDraft[]): boolean {
  return faultsOf(drafts).every((faults) => Object.keys(faults).length === 0)
}

function lengthFaults(draft: FieldDraft): Faults {
  const parts = (['name', 'label', 'unit'] as const).filter((part) => codePoints(draft[part]) > fieldLimits[part])
  return Object.fromEntries(parts.map((part) => [part, { atMost: fieldLimits[part] }]))
}

function limitFaults({ type, low, high }: FieldDraft): Faults {
  if (!isNumeric(type)) return {}
  const [least, most] = [numberIn(low), numberIn(high)]
  return {
    ...(Number.isNaN(least) && { low: 'noNumber' as const }),
    ...(Number.isNaN(most) && { high: 'noNumber' as const }),
    ...(least !== null && most !== null && most < least && { high: 'belowLow' as const }),
  }
}

function choiceFaults({ type, choices }: FieldDraft): Faults {
  if (type !== 'choice') return {}
  const named = choicesIn(choices)
  if (named.length === 0) return { choices: 'choicesMissing' }
  if (named.length > fieldLimits.choices) return { choices: 'choicesTooMany' }
  const tooLong = named.some((choice) => codePoints(choice) > fieldLimits.choice)
  return tooLong ? { choices: { atMost: fieldLimits.choice } } : {}
}

/** Null for nothing, NaN for what is no number. A decimal comma is one. */
function numberIn(text: string): number | null {
  const written = text.trim().replace(',', '.')
  if (written === '') return null
  return /^[-+]?\d{1,15}(\.\d{1,9})?$/.test(written) ? Number(written) : NaN
}

function choicesIn(text: string): string[] {
  const named = text.split(/[,，、]/).map((choice) => choice.trim())
  return [...new Set(named)].filter((choice) => choice !== '')
}

function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim()
}
