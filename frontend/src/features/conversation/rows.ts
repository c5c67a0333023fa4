import type { Entry, EventEntry, MessageEntry } from '../../realtime/entries'
import type { PendingMessage } from '../../realtime/pending'
import type { Notice } from '../../realtime/timeline'

export type Row =
  | { kind: 'day'; key: string; at: string }
  /** What follows has not been read yet. */
  | { kind: 'unread'; key: string }
  /** `continued`: the same sender goes on, so the name need not be said again; `followed`: and does so in the next row. */
  | { kind: 'message'; key: string; entry: MessageEntry; continued: boolean; followed: boolean }
  | { kind: 'event'; key: string; entry: EventEntry }
  | { kind: 'notice'; key: string; notice: Notice }
  | { kind: 'pending'; key: string; pending: PendingMessage }

export interface Shown {
  entries: readonly Entry[]
  notices: readonly Notice[]
  /** One's own messages on their way; none where one has jumped back. */
  pending?: readonly PendingMessage[]
  me: string
  /** Up to here everything has been read; null for no line. */
  readThrough?: number | null
}

const SAME_BREATH_MS = 5 * 60_000

/** The timeline as it is read: with the days between, and comings and goings where they happened. */
export function rowsOf({ entries, notices, pending = [], me, readThrough = null }: Shown): Row[] {
  const rows: Row[] = []
  const oldest = entries[0]?.sequence_number ?? 0
  const waiting = notices.filter((notice) => notice.after >= oldest)
  let before: Entry | undefined
  let lineDrawn = readThrough === null
  for (const [index, entry] of entries.entries()) {
    const newDay = before === undefined || dayOf(before) !== dayOf(entry)
    if (newDay) rows.push({ kind: 'day', key: `day ${dayOf(entry)}`, at: timeOf(entry) })
    if (!lineDrawn && readThrough !== null && isNews(entry, me) && entry.sequence_number > readThrough) {
      rows.push({ kind: 'unread', key: 'unread' })
      lineDrawn = true
    }
    if (entry.kind === 'event') rows.push({ kind: 'event', key: entry.message_id, entry })
    else {
      const above = rows.at(-1)
      const continued = !newDay && above?.kind === 'message' && goesOn(before, entry)
      if (continued) above.followed = true
      rows.push({ kind: 'message', key: entry.message_id, entry, continued, followed: false })
    }
    before = entry
    // Edits and reactions take numbers too, so the place of a notice may lie between two entries.
    const next = entries[index + 1]?.sequence_number ?? Infinity
    while (waiting[0] !== undefined && waiting[0].after < next) {
      const notice = waiting.shift()
      if (notice !== undefined) rows.push({ kind: 'notice', key: notice.id, notice })
    }
  }
  for (const notice of waiting) rows.push({ kind: 'notice', key: notice.id, notice })
  for (const each of pending) rows.push({ kind: 'pending', key: each.frame.client_msg_id, pending: each })
  return rows
}

/** What one would want to be led to: said by somebody else, and not taken back. */
function isNews(entry: Entry, me: string): boolean {
  return entry.kind === 'message' && entry.sender_id !== me && entry.deleted_at == null
}

function goesOn(before: Entry | undefined, entry: MessageEntry): boolean {
  return (
    before?.kind === 'message' &&
    before.sender_id === entry.sender_id &&
    entry.reply_to == null &&
    Date.parse(entry.created_at) - Date.parse(before.created_at) < SAME_BREATH_MS
  )
}

function timeOf(entry: Entry): string {
  return entry.kind === 'message' ? entry.created_at : entry.timestamp
}

/** Reading a date is slow, and a long timeline has many. */
const days = new WeakMap<Entry, string>()

function dayOf(entry: Entry): string {
  let day = days.get(entry)
  if (day === undefined) {
    day = new Date(timeOf(entry)).toDateString()
    days.set(entry, day)
  }
  return day
}
