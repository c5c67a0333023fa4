import type {
  AckFrame,
  ChangeFrame,
  DurableFrame,
  ErrorFrame,
  MessageFrame,
  PostFrame,
  PresenceNoticeFrame,
  SystemEventFrame,
} from './frames'
import type { HistoryPage } from './history'
import { changed } from './changes'
import { type Entry, inOrder, type MessageEntry } from './entries'

/** A message of this client on its way; gone from here once it is in `entries`. */
export interface PendingMessage {
  frame: PostFrame
  /** When it was written, by this device's clock. */
  at: string
  /** `sent` is acknowledged: committed, its own frame still to come. */
  state: 'sending' | 'sent' | 'failed'
  /** Why it failed. */
  code: string | null
  /** Its number, once acknowledged. */
  sequence: number | null
}

/** Someone came or went. Not stored by the server, so shown only to those who were there. */
export interface Notice {
  id: string
  event: PresenceNoticeFrame['event']
  userId: string
  displayName: string
  timestamp: string
  /** Its place: behind the entry with this number. */
  after: number
}

export interface Timeline {
  me: string
  /** In the order of their sequence numbers; the newest stretch of the room, without holes. */
  entries: readonly Entry[]
  /** Everything up to this number has been applied: where a new connection resumes. */
  through: number
  /** Durable frames that came before one they follow; not shown yet. */
  early: ReadonlyMap<number, DurableFrame>
  /** False at first and after a `resync`: frames then wait in `early` for the history they belong to. */
  grounded: boolean
  /** Changes to messages older than `entries`, for when those are loaded. */
  changesToOlder: readonly ChangeFrame[]
  pending: readonly PendingMessage[]
  notices: readonly Notice[]
  hasOlder: boolean
  /** What to pass as `before` for the next older page. */
  olderBefore: number | string | null
}

export type TimelineAction =
  | { type: 'newest_loaded'; page: HistoryPage }
  | { type: 'older_loaded'; page: HistoryPage }
  | { type: 'resync' }
  | { type: 'durable'; frame: DurableFrame }
  | { type: 'notice'; frame: PresenceNoticeFrame }
  | { type: 'submitted'; frame: PostFrame; at: string }
  | { type: 'retried'; clientMsgId: string }
  | { type: 'discarded'; clientMsgId: string }
  | { type: 'acknowledged'; frame: AckFrame }
  | { type: 'refused'; frame: ErrorFrame }

/** Presence lines are a courtesy; the record is `entries`. */
const MAX_NOTICES = 30

export function emptyTimeline(me: string): Timeline {
  return {
    me,
    entries: [],
    through: 0,
    early: new Map(),
    grounded: false,
    changesToOlder: [],
    pending: [],
    notices: [],
    hasOlder: false,
    olderBefore: null,
  }
}

export function reduceTimeline(timeline: Timeline, action: TimelineAction): Timeline {
  switch (action.type) {
    case 'newest_loaded':
      return withNewest(timeline, action.page)
    case 'older_loaded':
      return withOlder(timeline, action.page)
    case 'resync':
      return { ...timeline, grounded: false }
    case 'durable':
      return withDurable(timeline, action.frame)
    case 'notice':
      return withNotice(timeline, action.frame)
    case 'submitted':
      return {
        ...timeline,
        pending: [
          ...timeline.pending,
          { frame: action.frame, at: action.at, state: 'sending', code: null, sequence: null },
        ],
      }
    case 'retried':
      return withPending(timeline, action.clientMsgId, { state: 'sending', code: null })
    case 'discarded':
      return withoutPending(timeline, action.clientMsgId)
    case 'acknowledged':
      return withAck(timeline, action.frame)
    case 'refused':
      return action.frame.client_msg_id == null
        ? timeline
        : withPending(timeline, action.frame.client_msg_id, { state: 'failed', code: action.frame.code })
  }
}

/** True while a frame is missing that the connection should have brought. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.grounded && timeline.early.size > 0
}

function withNewest(timeline: Timeline, page: HistoryPage): Timeline {
  const through = page.pagination.last_sequence_number
  const entries = inOrder(page.items.map((item) => entryOf(item, through)))
  const arrived = new Set(entries.map((entry) => (entry.kind === 'message' ? entry.client_msg_id : null)))
  const oldest = entries[0]?.sequence_number ?? 0
  return drained({
    ...timeline,
    entries,
    through,
    grounded: true,
    changesToOlder: [],
    pending: timeline.pending.filter(
      (message) =>
        !arrived.has(message.frame.client_msg_id) && !(message.sequence !== null && message.sequence <= through),
    ),
    notices: timeline.notices.filter((notice) => notice.after >= oldest),
    hasOlder: page.pagination.has_more,
    olderBefore: page.pagination.next_before,
  })
}

function withOlder(timeline: Timeline, page: HistoryPage): Timeline {
  const asOf = page.pagination.last_sequence_number
  const known = new Set(timeline.entries.map((entry) => entry.message_id))
  let older = page.items.filter((item) => !known.has(item.message_id)).map((item) => entryOf(item, asOf))
  for (const change of timeline.changesToOlder) {
    older = older.map((entry) => (entry.message_id === change.message_id ? changed(entry, change, timeline.me) : entry))
  }
  const loaded = new Set(older.map((entry) => entry.message_id))
  return {
    ...timeline,
    entries: inOrder([...older, ...timeline.entries]),
    changesToOlder: timeline.changesToOlder.filter((change) => !loaded.has(change.message_id)),
    hasOlder: page.pagination.has_more,
    olderBefore: page.pagination.next_before,
  }
}

function withDurable(timeline: Timeline, frame: DurableFrame): Timeline {
  if (timeline.grounded && frame.sequence_number <= timeline.through) return timeline
  return drained({ ...timeline, early: new Map(timeline.early).set(frame.sequence_number, frame) })
}

/** Applies what is next in sequence, as far as there is no hole. */
function drained(timeline: Timeline): Timeline {
  if (!timeline.grounded || timeline.early.size === 0) return timeline
  let next = timeline
  for (;;) {
    const frame = timeline.early.get(next.through + 1)
    if (frame === undefined) break
    next = { ...applied(next, frame), through: frame.sequence_number }
  }
  const early = new Map([...timeline.early].filter(([number]) => number > next.through))
  return { ...next, early }
}

function applied(timeline: Timeline, frame: DurableFrame): Timeline {
  switch (frame.type) {
    case 'message': {
      const entries = [...timeline.entries, messageEntry(frame)]
      return frame.client_msg_id == null
        ? { ...timeline, entries }
        : withoutPending({ ...timeline, entries }, frame.client_msg_id)
    }
    case 'system':
      return { ...timeline, entries: [...timeline.entries, eventEntry(frame)] }
    case 'message_edited':
    case 'message_deleted':
    case 'reaction_added':
    case 'reaction_removed':
      return withChange(timeline, frame)
    case 'unknown':
      return timeline
  }
}

function withChange(timeline: Timeline, frame: ChangeFrame): Timeline {
  const entry = timeline.entries.find((each) => each.message_id === frame.message_id)
  if (entry === undefined) return { ...timeline, changesToOlder: [...timeline.changesToOlder, frame] }
  const after = changed(entry, frame, timeline.me)
  return { ...timeline, entries: timeline.entries.map((each) => (each === entry ? after : each)) }
}

function withNotice(timeline: Timeline, frame: PresenceNoticeFrame): Timeline {
  const notice: Notice = {
    id: `${frame.user_id} ${frame.timestamp}`,
    event: frame.event,
    userId: frame.user_id,
    displayName: frame.display_name ?? frame.user_id,
    timestamp: frame.timestamp,
    after: timeline.through,
  }
  // A tablet with a bad connection comes and goes; its last word is enough as long as nothing else happens.
  const others = timeline.notices.filter((other) => other.userId !== notice.userId || other.after !== notice.after)
  return { ...timeline, notices: [...others, notice].slice(-MAX_NOTICES) }
}

function withAck(timeline: Timeline, frame: AckFrame): Timeline {
  if (frame.client_msg_id == null) return timeline
  const sequence = frame.sequence_number ?? null
  // A retry's ack names the first number, which may be older than what is on the screen.
  if (timeline.grounded && sequence !== null && sequence <= timeline.through) {
    return withoutPending(timeline, frame.client_msg_id)
  }
  return withPending(timeline, frame.client_msg_id, { state: 'sent', code: null, sequence })
}

function withPending(
  timeline: Timeline,
  clientMsgId: string,
  change: Partial<Omit<PendingMessage, 'frame' | 'at'>>,
): Timeline {
  return {
    ...timeline,
    pending: timeline.pending.map((message) =>
      message.frame.client_msg_id === clientMsgId ? { ...message, ...change } : message,
    ),
  }
}

function withoutPending(timeline: Timeline, clientMsgId: string): Timeline {
  const pending = timeline.pending.filter((message) => message.frame.client_msg_id !== clientMsgId)
  return pending.length === timeline.pending.length ? timeline : { ...timeline, pending }
}

function entryOf(item: HistoryPage['items'][number], asOf: number): Entry {
  return 'event' in item
    ? { ...item, kind: 'event', asOf }
    : { ...item, kind: 'message', asOf: Math.max(asOf, item.sequence_number) }
}

function messageEntry(frame: MessageFrame): MessageEntry {
  return { ...frame, kind: 'message', reactions: [], asOf: frame.sequence_number }
}

function eventEntry(frame: SystemEventFrame): Entry {
  return { ...frame, kind: 'event', asOf: frame.sequence_number }
}
