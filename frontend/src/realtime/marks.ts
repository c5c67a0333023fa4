/** What a message may matter as, in its incident. */
export const marks = ['root_cause', 'decision', 'action', 'measurement'] as const
export type Mark = (typeof marks)[number]

/** Null for none, and for one that the protocol may add later. */
export function knownMark(value: string | null | undefined): Mark | null {
  return marks.find((mark) => mark === value) ?? null
}
