import { parse, version } from 'uuid'
import type { Entry } from '../../realtime/entries'
import type { Timeline } from '../../realtime/timeline'

/** A message, by its number or its id. */
export type Place = { sequence: number } | { messageId: string }

/** Messages shown after the one that was jumped to, as far as there are any. */
const CONTEXT = 25
/** A message's id is made when it is stored, up to this long before others with an earlier number are. */
const CLOCKS_DIFFER_MS = 2_000

/** What is held at that place; for a number that is not a message's own, the message before it. */
export function entryAt(entries: readonly Entry[], place: Place): Entry | null {
  if ('messageId' in place) return entries.find((entry) => entry.message_id === place.messageId) ?? null
  const first = entries[0]
  if (first === undefined || first.sequence_number > place.sequence) return null
  let found = first
  for (const entry of entries) {
    if (entry.sequence_number > place.sequence) break
    found = entry
  }
  return found
}

/** Of what is on the screen. */
export function shownAt({ past, entries }: Timeline, place: Place): Entry | null {
  return entryAt((past ?? { entries }).entries, place)
}

/** What to pass as `before` for a page of history that holds the place; null if that cannot be told. */
export function beforeFor(place: Place): number | string | null {
  if ('sequence' in place) return place.sequence + CONTEXT
  try {
    if (version(place.messageId) !== 7) return null
  } catch {
    return null
  }
  // The first 48 bits of a version 7 id are the time it was made, in milliseconds.
  const milliseconds = parse(place.messageId)
    .slice(0, 6)
    .reduce((time, byte) => time * 256 + byte, 0)
  return new Date(milliseconds + CLOCKS_DIFFER_MS).toISOString()
}
