import * as v from 'valibot'

export const fieldTypes = ['number', 'integer', 'text', 'boolean', 'choice'] as const
export type FieldType = (typeof fieldTypes)[number]

const text = v.nullish(v.string(), null)
const limit = v.nullish(v.number(), null)

/** A reading that a room expects; its name is the key in `incident_data`. */
export const ReadingField = v.object({
  name: v.string(),
  label: text,
  unit: text,
  type: v.fallback(v.picklist(fieldTypes), 'text'),
  /** The least value within limits, and the greatest; null for none. */
  low: limit,
  high: limit,
  choices: v.nullish(v.array(v.string()), []),
})
export type ReadingField = v.InferOutput<typeof ReadingField>

/** What the server takes: entries, and lengths in Unicode code points. */
export const fieldLimits = { fields: 30, name: 100, label: 100, unit: 20, choices: 20, choice: 50 }

export function isNumeric(type: FieldType): boolean {
  return type === 'number' || type === 'integer'
}

/** What people call it. */
export function nameOf(name: string, field: ReadingField | undefined): string {
  return field?.label ?? name.replaceAll('_', ' ')
}

/** Which of the limits a value passes; null for none. */
export function boundPassed({ low, high }: Pick<ReadingField, 'low' | 'high'>, value: number): 'low' | 'high' | null {
  if (low !== null && value < low) return 'low'
  return high !== null && value > high ? 'high' : null
}

/** `60 – 80 °C`, `≤ 80 °C`; empty without limits. */
export function limitsText({ low, high, unit }: ReadingField, language: string): string {
  const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 9 }).format(value)
  const numbers =
    low !== null && high !== null
      ? `${number(low)} – ${number(high)}`
      : (low === null ? '' : `≥ ${number(low)}`) + (high === null ? '' : `≤ ${number(high)}`)
  return numbers === '' || unit === null ? numbers : `${numbers} ${unit}`
}
