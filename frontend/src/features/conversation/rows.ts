import type { EventEntry, MessageEntry } from '../../realtime/entries'
import type { Notice, Timeline } from '../../realtime/timeline'

export type Row =
  | { kind: 'day'; key: string; at: string }
  /** `continued`: the same sender goes on, so the name need not be said again. */
  | { kind: 'message'; key: string; entry: MessageEntry; continued: boolean }
  | { kind: 'event'; key: string; entry: EventEntry }
  | { kind: 'notice'; key: string; notice: Notice }

const SAME_BREATH_MS = 5 * 60_000

/** The timeline as it is read: with the days between, and comings and goings where they happened. */
export function rowsOf({ entries, notices }: Pick<Timeline, 'entries' | 'notices'>): Row[] {
  const rows: Row[] = []
  const oldest = entries[0]?.sequence_number ?? 0
  const waiting = notices.filter((notice) => notice.after >= oldest)
  let day = ''
  for (const [index, entry] of entries.entries()) {
    const at = entry.kind === 'message' ? entry.created_at : entry.timestamp
    const thisDay = new Date(at).toDateString()
    if (thisDay !== day) rows.push({ kind: 'day', key: `day ${thisDay}`, at })
    if (entry.kind === 'event') {
      rows.push({ kind: 'event', key: entry.message_id, entry })
    } else {
      rows.push({
        kind: 'message',
        key: entry.message_id,
        entry,
        continued: day === thisDay && goesOn(rows.at(-1), entry),
      })
    }
    day = thisDay
    // Edits and reactions take numbers too, so the place of a notice may lie between two entries.
    const next = entries[index + 1]?.sequence_number ?? Infinity
    while (waiting[0] !== undefined && waiting[0].after < next) {
      const notice = waiting.shift()
      if (notice !== undefined) rows.push({ kind: 'notice', key: notice.id, notice })
    }
  }
  return [...rows, ...waiting.map((notice) => ({ kind: 'notice' as const, key: notice.id, notice }))]
}

function goesOn(before: Row | undefined, entry: MessageEntry): boolean {
  return (
    before?.kind === 'message' &&
    before.entry.sender_id === entry.sender_id &&
    Date.parse(entry.created_at) - Date.parse(before.entry.created_at) < SAME_BREATH_MS
  )
}
