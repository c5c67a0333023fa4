import { describe, expect, it } from 'vitest'
import { ME, message, OTHER, page, post } from '../testing/frames'
import type { ChangeFrame, DurableFrame } from './frames'
import { emptyTimeline, hasGap, reduceTimeline, type Timeline, type TimelineAction } from './timeline'

function after(...actions: TimelineAction[]): Timeline {
  return actions.reduce(reduceTimeline, emptyTimeline(ME))
}
const durable = (frame: DurableFrame): TimelineAction => ({ type: 'durable', frame })
const loaded = (last: number, ...numbers: number[]): TimelineAction => ({
  type: 'newest_loaded',
  page: page(
    numbers.map((number) => message(number)),
    last,
    numbers[0] ?? null,
  ),
})
const shown = (timeline: Timeline) => timeline.entries.map((entry) => entry.sequence_number)

function edit(sequence: number, of: string, content: string | null): ChangeFrame {
  return {
    type: 'message_edited',
    room_id: 'room',
    sequence_number: sequence,
    message_id: of,
    content,
    mentions: [],
    edited_at: '2026-11-22T03:01:00.000Z',
    edited_by: OTHER,
  }
}
function deletion(sequence: number, of: string): ChangeFrame {
  return {
    type: 'message_deleted',
    room_id: 'room',
    sequence_number: sequence,
    message_id: of,
    deleted_at: '2026-11-22T03:02:00.000Z',
    deleted_by: OTHER,
  }
}
function reaction(sequence: number, of: string, by: string, count: number, added = true): ChangeFrame {
  return {
    type: added ? 'reaction_added' : 'reaction_removed',
    room_id: 'room',
    sequence_number: sequence,
    message_id: of,
    emoji: '👍',
    user_id: by,
    reactions: { '👍': count },
  }
}
function firstMessage(timeline: Timeline) {
  const entry = timeline.entries[0]
  if (entry?.kind !== 'message') throw new Error('no message')
  return entry
}

describe('order', () => {
  it('shows history oldest first and live messages behind it', () => {
    const timeline = after(loaded(3, 1, 2, 3), durable(message(4)))

    expect(shown(timeline)).toEqual([1, 2, 3, 4])
    expect(timeline.through).toBe(4)
  })

  it('drops a frame that it has already', () => {
    const timeline = after(loaded(3, 1, 2, 3), durable(message(3)), durable(message(4)), durable(message(4)))

    expect(shown(timeline)).toEqual([1, 2, 3, 4])
  })

  it('holds an early frame back, sees the gap, and closes it', () => {
    const gapped = after(loaded(3, 3), durable(message(5)), durable(message(6)))
    const closed = reduceTimeline(gapped, durable(message(4)))

    expect([shown(gapped), gapped.through, hasGap(gapped)]).toEqual([[3], 3, true])
    expect([shown(closed), closed.through, hasGap(closed)]).toEqual([[3, 4, 5, 6], 6, false])
  })

  it('counts frames of an unknown type, so that they leave no gap', () => {
    const timeline = after(loaded(3, 3), durable({ type: 'unknown', sequence_number: 4 }), durable(message(5)))

    expect([shown(timeline), timeline.through]).toEqual([[3, 5], 5])
  })

  it('puts live frames that overtook the history behind it', () => {
    const timeline = after(durable(message(4)), durable(message(3)), loaded(3, 2, 3))

    expect([shown(timeline), timeline.through]).toEqual([[2, 3, 4], 4])
  })

  it('starts anew after a resync and keeps what came live meanwhile', () => {
    const timeline = after(loaded(3, 1, 2, 3), { type: 'resync' }, durable(message(2001)), loaded(2000, 1999, 2000))

    expect([shown(timeline), timeline.through, hasGap(timeline)]).toEqual([[1999, 2000, 2001], 2001, false])
  })

  it('joins older pages in front without repeating a message', () => {
    const timeline = after(loaded(4, 3, 4), {
      type: 'older_loaded',
      page: page([message(1), message(2), message(3)], 4),
    })

    expect(shown(timeline)).toEqual([1, 2, 3, 4])
    expect(timeline.hasOlder).toBe(false)
  })
})

describe('changes', () => {
  it('edits, and counts the edit in the sequence', () => {
    const timeline = after(loaded(1, 1), durable(edit(2, 'm1', 'now 75°C')))

    expect(firstMessage(timeline)).toMatchObject({ content: 'now 75°C', edited_at: '2026-11-22T03:01:00.000Z' })
    expect(timeline.through).toBe(2)
  })

  it('takes the text away on deletion and lets no replayed edit bring it back', () => {
    const timeline = after(loaded(1, 1), durable(deletion(2, 'm1')), durable(edit(3, 'm1', 'secret')))

    expect(firstMessage(timeline)).toMatchObject({ content: null, deleted_at: '2026-11-22T03:02:00.000Z' })
  })

  it('takes reaction counts from the frame and knows which are mine', () => {
    const added = after(loaded(1, 1), durable(reaction(2, 'm1', ME, 1)), durable(reaction(3, 'm1', OTHER, 2)))
    const removed = reduceTimeline(added, durable(reaction(4, 'm1', ME, 1, false)))

    expect(firstMessage(added).reactions).toEqual([{ emoji: '👍', count: 2, mine: true }])
    expect(firstMessage(removed).reactions).toEqual([{ emoji: '👍', count: 1, mine: false }])
  })

  it('remembers a change to a message that is loaded later', () => {
    const timeline = after(loaded(5, 5), durable(edit(6, 'm1', 'corrected')), {
      type: 'older_loaded',
      page: page([message(1)], 5),
    })

    expect(firstMessage(timeline).content).toBe('corrected')
    expect(timeline.changesToOlder).toEqual([])
  })

  it('does not undo with an old change what an older page knows already', () => {
    const timeline = after(loaded(5, 5), durable(edit(6, 'm1', 'first correction')), {
      type: 'older_loaded',
      page: page([message(1, { content: 'second correction' })], 7),
    })

    expect(firstMessage(timeline).content).toBe('second correction')
  })

  it('ends in the same state by replay as by a fresh load', () => {
    const replayed = after(
      loaded(1, 1),
      durable(message(2)),
      durable(edit(3, 'm1', 'edited')),
      durable(deletion(4, 'm2')),
    )
    const fresh = after({
      type: 'newest_loaded',
      page: page(
        [
          message(1, { content: 'edited', edited_at: '2026-11-22T03:01:00.000Z' }),
          message(2, { content: null, deleted_at: '2026-11-22T03:02:00.000Z' }),
        ],
        4,
      ),
    })

    const visible = (timeline: Timeline) =>
      timeline.entries.map((entry) => (entry.kind === 'message' ? [entry.content, entry.deleted_at != null] : null))
    expect(visible(replayed)).toEqual(visible(fresh))
    expect(replayed.through).toBe(fresh.through)
  })
})

describe('my messages on their way', () => {
  const submitted: TimelineAction = { type: 'submitted', frame: post('c1'), at: '2026-11-22T03:00:00.000Z' }
  const ack = (sequence: number): TimelineAction => ({
    type: 'acknowledged',
    frame: { type: 'ack', client_msg_id: 'c1', message_id: 'm', sequence_number: sequence },
  })

  it('wait, are acknowledged, and give way to the record', () => {
    const sending = after(loaded(1, 1), submitted)
    const sent = reduceTimeline(sending, ack(2))
    const stored = reduceTimeline(sent, durable(message(2, { sender_id: ME, client_msg_id: 'c1' })))

    expect(sending.pending.map(({ state }) => state)).toEqual(['sending'])
    expect(sent.pending.map(({ state }) => state)).toEqual(['sent'])
    expect(stored.pending).toEqual([])
    expect(shown(stored)).toEqual([1, 2])
  })

  it('wait for the record when the ack names no number', () => {
    const sent = after(loaded(1, 1), submitted, {
      type: 'acknowledged',
      frame: { type: 'ack', client_msg_id: 'c1', message_id: 'm', changed: false },
    })
    const stored = reduceTimeline(sent, durable(message(2, { sender_id: ME, client_msg_id: 'c1' })))

    expect(sent.pending).toMatchObject([{ state: 'sent', sequence: null }])
    expect(stored.pending).toEqual([])
  })

  it('are not shown twice when the record comes before the ack', () => {
    const timeline = after(loaded(1, 1), submitted, durable(message(2, { sender_id: ME, client_msg_id: 'c1' })), ack(2))

    expect([timeline.pending, shown(timeline)]).toEqual([[], [1, 2]])
  })

  it('are done when the ack names a number that was passed long ago', () => {
    const timeline = after(loaded(500, 499, 500), submitted, ack(20))

    expect(timeline.pending).toEqual([])
  })

  it('fail with the reason and can be sent again', () => {
    const failed = after(loaded(1, 1), submitted, {
      type: 'refused',
      frame: { type: 'error', code: 'forbidden', client_msg_id: 'c1' },
    })
    const again = reduceTimeline(failed, { type: 'retried', clientMsgId: 'c1' })

    expect(failed.pending[0]).toMatchObject({ state: 'failed', code: 'forbidden' })
    expect(again.pending[0]).toMatchObject({ state: 'sending', code: null })
  })
})

describe('coming and going', () => {
  it('keeps only the last word of someone whose connection flaps', () => {
    const notice = (event: 'user_joined' | 'user_left', second: number): TimelineAction => ({
      type: 'notice',
      frame: { type: 'system', event, room_id: 'room', user_id: OTHER, display_name: '陳美', timestamp: `t${second}` },
    })

    const timeline = after(loaded(1, 1), notice('user_joined', 1), notice('user_left', 2), notice('user_joined', 3))

    expect(timeline.notices.map(({ event, timestamp }) => [event, timestamp])).toEqual([['user_joined', 't3']])
  })
})
