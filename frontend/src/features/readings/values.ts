import { isNumeric, type ReadingField } from '../rooms/readingField'

export type Value = number | string | boolean

/** One line of the form: a name, and what was read. */
export interface Line {
  key: number
  name: string
  value: string
}

/** The protocol's limit for `incident_data`, in bytes of UTF-8. */
const MAX_BYTES = 16 * 1024

export type LineError = 'nameMissing' | 'nameTwice' | 'valueMissing'

/** What is wrong with each line, by key; lines that are empty are no lines, and names that are `taken` are used. */
export function errorsIn(lines: readonly Line[], taken: readonly string[] = []): ReadonlyMap<number, LineError> {
  const errors = new Map<number, LineError>()
  const seen = new Set<string>(taken)
  for (const { key, name, value } of filled(lines)) {
    const called = name.trim()
    if (called === '') errors.set(key, 'nameMissing')
    else if (seen.has(called)) errors.set(key, 'nameTwice')
    else if (value.trim() === '') errors.set(key, 'valueMissing')
    seen.add(called)
  }
  return errors
}

/** Numbers become numbers, also with a decimal comma; all else stays text. */
export function valuesOf(lines: readonly Line[]): Record<string, Value> {
  return Object.fromEntries(filled(lines).map(({ name, value }) => [name.trim(), numberOrText(value.trim())]))
}

/** What was typed for the fields that a room expects, each as its type has it; what is no such stays text. */
export function expectedValues(
  fields: readonly ReadingField[],
  typed: Readonly<Record<string, string>>,
): Record<string, Value> {
  return Object.fromEntries(
    fields
      .filter(({ name }) => (typed[name] ?? '').trim() !== '')
      .map((field) => [field.name, expectedValue(field, typed[field.name] ?? '')]),
  )
}

export function expectedValue({ type }: ReadingField, text: string): Value {
  if (type === 'boolean') return text === 'true'
  return isNumeric(type) ? numberOrText(text.trim()) : text.trim()
}

export function isOfItsType({ type }: ReadingField, value: Value): boolean {
  if (type === 'integer') return Number.isInteger(value)
  return type !== 'number' || typeof value === 'number'
}

export function isTooLarge(values: Record<string, unknown>): boolean {
  return new TextEncoder().encode(JSON.stringify(values)).length > MAX_BYTES
}

function filled(lines: readonly Line[]): Line[] {
  return lines.filter(({ name, value }) => name.trim() !== '' || value.trim() !== '')
}

function numberOrText(text: string): number | string {
  // A leading zero is a part number's, not a measurement's.
  if (!/^[-+]?(0|[1-9]\d*)([.,]\d+)?$/.test(text)) return text
  const number = Number(text.replace(',', '.'))
  return Number.isFinite(number) ? number : text
}
