import type { Entry } from '../../realtime/entries'

/**
 * Who has read exactly up to which message, by message id. Somebody has read what they answered, so a message of their
 * own counts as well as what they said they read.
 */
export function readBy(
  entries: readonly Entry[],
  reads: ReadonlyMap<string, number>,
  me: string,
): ReadonlyMap<string, readonly string[]> {
  const furthest = new Map(reads)
  // The last that each has said lies near the end; further back it would not move the mark of anyone here now.
  for (const entry of entries.slice(-LOOKED_BACK)) {
    if (entry.kind !== 'message') continue
    furthest.set(entry.sender_id, Math.max(furthest.get(entry.sender_id) ?? 0, entry.sequence_number))
  }
  const marks = new Map<string, string[]>()
  for (const [userId, through] of furthest) {
    const last = userId === me ? null : lastMessage(entries, through)
    // At one's own message it would only say that the author has read what they wrote.
    if (last === null || last.sender_id === userId) continue
    marks.set(last.message_id, [...(marks.get(last.message_id) ?? []), userId])
  }
  return marks
}

const LOOKED_BACK = 200

function lastMessage(entries: readonly Entry[], through: number) {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (entry?.kind === 'message' && entry.sequence_number <= through) return entry
  }
  return null
}
