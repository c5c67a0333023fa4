import type { KeptFrame } from './clientFrames'
import type { Entry, MessageEntry } from './entries'
import type {
  AckFrame,
  ChangeFrame,
  DurableFrame,
  ErrorFrame,
  MessageFrame,
  PresenceNoticeFrame,
  SystemEventFrame,
} from './frames'
import type { HistoryPage } from './history'
import { acknowledged, type Pending, reached, refused, retried, withoutId } from './pending'
import { type Stretch, withChange, withNewerPast, withNewest, withOlder, withOlderPast, withPast } from './stretches'

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

/** The newest stretch of the room, and what one sees besides. */
export interface Timeline extends Stretch {
  me: string
  /** Everything up to this number has been applied: where a new connection resumes. */
  through: number
  /** Durable frames that came before one they follow; not shown yet. */
  early: ReadonlyMap<number, DurableFrame>
  /** False at first and after a `resync`: frames then wait in `early` for the history they belong to. */
  grounded: boolean
  /** A stretch further back, that one jumped to; it ends before `entries` begin. */
  past: Stretch | null
  /** Changes to messages older than `entries`, for when those are loaded. */
  changesToOlder: readonly ChangeFrame[]
  pending: readonly Pending[]
  notices: readonly Notice[]
}

export type TimelineAction =
  | { type: 'newest_loaded'; page: HistoryPage }
  | { type: 'older_loaded'; page: HistoryPage }
  /** Messages up to and including the number `through`. */
  | { type: 'past_loaded'; page: HistoryPage; through: number }
  | { type: 'past_older_loaded'; page: HistoryPage }
  | { type: 'past_newer_loaded'; page: HistoryPage; through: number }
  | { type: 'past_left' }
  | { type: 'resync' }
  | { type: 'durable'; frame: DurableFrame }
  | { type: 'notice'; frame: PresenceNoticeFrame }
  /** `refused`: it was refused before the page was loaded. */
  | { type: 'submitted'; frame: KeptFrame; at: string; refused?: string | null }
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
    past: null,
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
      return drained(withNewest(timeline, action.page))
    case 'older_loaded':
      return withOlder(timeline, action.page)
    case 'past_loaded':
      return withPast(timeline, action.page, action.through)
    case 'past_older_loaded':
      return withOlderPast(timeline, action.page)
    case 'past_newer_loaded':
      return withNewerPast(timeline, action.page, action.through)
    case 'past_left':
      return { ...timeline, past: null }
    case 'resync':
      return { ...timeline, grounded: false }
    case 'durable':
      return withDurable(timeline, action.frame)
    case 'notice':
      return withNotice(timeline, action.frame)
    case 'submitted':
      return withSubmitted(timeline, action.frame, action.at, action.refused ?? null)
    case 'retried':
      return { ...timeline, pending: retried(timeline.pending, action.clientMsgId) }
    case 'discarded':
      return { ...timeline, pending: withoutId(timeline.pending, action.clientMsgId) }
    case 'acknowledged': {
      const through = timeline.grounded ? timeline.through : null
      return { ...timeline, pending: acknowledged(timeline.pending, action.frame, through) }
    }
    case 'refused':
      return { ...timeline, pending: refused(timeline.pending, action.frame) }
  }
}

/** True while a frame is missing that the connection should have brought. */
export function hasGap(timeline: Timeline): boolean {
  return timeline.grounded && timeline.early.size > 0
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
  return { ...next, early, pending: reached(next.pending, next.through) }
}

function applied(timeline: Timeline, frame: DurableFrame): Timeline {
  switch (frame.type) {
    case 'message': {
      const entries = [...timeline.entries, messageEntry(frame)]
      return { ...timeline, entries, pending: withoutId(timeline.pending, frame.client_msg_id) }
    }
    case 'system':
      return { ...timeline, entries: [...timeline.entries, eventEntry(frame)] }
    case 'message_edited':
    case 'message_deleted':
    case 'reaction_added':
    case 'reaction_removed':
    case 'message_marked':
      return withChange(timeline, frame)
    case 'unknown':
      return timeline
  }
}

function withSubmitted(timeline: Timeline, frame: KeptFrame, at: string, code: string | null): Timeline {
  const known = timeline.pending.some((each) => each.frame.client_msg_id === frame.client_msg_id)
  if (known) return timeline
  const state = code === null ? 'sending' : 'failed'
  return { ...timeline, pending: [...timeline.pending, { frame, at, state, code, sequence: null }] }
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

function messageEntry(frame: MessageFrame): MessageEntry {
  return { ...frame, kind: 'message', reactions: [], asOf: frame.sequence_number }
}

function eventEntry(frame: SystemEventFrame): Entry {
  return { ...frame, kind: 'event', asOf: frame.sequence_number }
}
