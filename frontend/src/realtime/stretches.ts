import { changed } from './changes'
import { type Entry, inOrder } from './entries'
import type { ChangeFrame } from './frames'
import type { HistoryPage } from './history'
import { reached } from './pending'
import type { Timeline } from './timeline'

/** A part of the room without holes. */
export interface Stretch {
  /** In the order of their sequence numbers. */
  entries: readonly Entry[]
  /** Everything up to this number is in it, from its first entry on. */
  through: number
  hasOlder: boolean
  /** What to pass as `before` for the next older page. */
  olderBefore: number | string | null
}

/** The newest part of the room, in place of what was held of it. */
export function withNewest(timeline: Timeline, page: HistoryPage): Timeline {
  const through = page.pagination.last_sequence_number
  const entries = entriesOf(page)
  const arrived = new Set(entries.map((entry) => (entry.kind === 'message' ? entry.client_msg_id : null)))
  const oldest = entries[0]?.sequence_number ?? 0
  return {
    ...timeline,
    entries,
    through,
    grounded: true,
    past: null,
    changesToOlder: [],
    pending: reached(timeline.pending, through).filter(({ frame }) => !arrived.has(frame.client_msg_id)),
    notices: timeline.notices.filter((notice) => notice.after >= oldest),
    hasOlder: page.pagination.has_more,
    olderBefore: page.pagination.next_before,
  }
}

/** More of the past before the newest part. */
export function withOlder(timeline: Timeline, page: HistoryPage): Timeline {
  const { changesToOlder, me } = timeline
  const older = changesToOlder.reduce((entries, change) => withChangeIn(entries, change, me), entriesOf(page))
  const loaded = new Set(older.map((entry) => entry.message_id))
  return {
    ...timeline,
    ...before(timeline, older, page),
    changesToOlder: changesToOlder.filter((change) => !loaded.has(change.message_id)),
  }
}

/** A part further back, that one jumped to. `through`: the page holds everything up to this number. */
export function withPast(timeline: Timeline, page: HistoryPage, through: number): Timeline {
  const { has_more: hasOlder, next_before: olderBefore } = page.pagination
  return joined({ ...timeline, past: { entries: entriesOf(page), through, hasOlder, olderBefore } })
}

export function withOlderPast(timeline: Timeline, page: HistoryPage): Timeline {
  const { past } = timeline
  return past === null ? timeline : { ...timeline, past: { ...past, ...before(past, entriesOf(page), page) } }
}

/** What follows the part that one jumped to, up to and including `through`. */
export function withNewerPast(timeline: Timeline, page: HistoryPage, through: number): Timeline {
  const { past } = timeline
  if (past === null) return timeline
  const newer = entriesOf(page).filter((entry) => entry.sequence_number > past.through)
  return joined({ ...timeline, past: { ...past, entries: inOrder([...past.entries, ...newer]), through } })
}

/** A change to whatever is held; one to a message that is not held yet waits for it. */
export function withChange(timeline: Timeline, frame: ChangeFrame): Timeline {
  const entries = withChangeIn(timeline.entries, frame, timeline.me)
  const past = timeline.past && { ...timeline.past, entries: withChangeIn(timeline.past.entries, frame, timeline.me) }
  // Of the newest part: a past one is thrown away, or joined with what it was told itself.
  const held = entries !== timeline.entries
  return {
    ...timeline,
    entries,
    past,
    changesToOlder: held ? timeline.changesToOlder : [...timeline.changesToOlder, frame],
  }
}

function withChangeIn(entries: readonly Entry[], frame: ChangeFrame, me: string): readonly Entry[] {
  // From the end: what is changed is mostly new.
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index]
    if (entry?.message_id !== frame.message_id) continue
    const after = [...entries]
    after[index] = changed(entry, frame, me)
    return after
  }
  return entries
}

/** The part one jumped to and the newest are one as soon as nothing lies between them. */
function joined(timeline: Timeline): Timeline {
  const { past } = timeline
  const first = timeline.entries[0]?.sequence_number ?? timeline.through + 1
  if (past === null || past.through < first - 1) return timeline
  const { entries, hasOlder, olderBefore } = past
  // Of an entry in both, the newest part's is the later state.
  return { ...timeline, past: null, entries: inOrder([...timeline.entries, ...entries]), hasOlder, olderBefore }
}

function before(stretch: Omit<Stretch, 'through'>, older: readonly Entry[], page: HistoryPage) {
  return {
    entries: inOrder([...stretch.entries, ...older]),
    hasOlder: page.pagination.has_more,
    olderBefore: page.pagination.next_before,
  }
}

function entriesOf(page: HistoryPage): readonly Entry[] {
  const asOf = page.pagination.last_sequence_number
  return inOrder(
    page.items.map((item) =>
      'event' in item
        ? { ...item, kind: 'event', asOf }
        : { ...item, kind: 'message', asOf: Math.max(asOf, item.sequence_number) },
    ),
  )
}
