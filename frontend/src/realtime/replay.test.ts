import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ME, page } from '../testing/frames'
import { roomFrames } from '../testing/golden'
import { decodeFrame, type DurableFrame, isDurable } from './frames'
import { HistoryPage } from './history'
import { emptyTimeline, hasGap, reduceTimeline, type Timeline } from './timeline'

const durable = roomFrames
  .map(({ text }) => decodeFrame(text))
  .filter(isDurable)
  .sort((a, b) => a.sequence_number - b.sequence_number)

/** The room when it was empty, and then these frames. */
function replayed(frames: readonly DurableFrame[]): Timeline {
  const empty = reduceTimeline(emptyTimeline(ME), { type: 'newest_loaded', page: page([], 0) })
  return frames.reduce((timeline, frame) => reduceTimeline(timeline, { type: 'durable', frame }), empty)
}

/** What the server's history says after the last of the golden frames, newest first. */
function historyNow(): unknown {
  // The messages that are golden as they were posted, not as they are now.
  const edited = (number: number) => {
    const edit = durable.find((frame) => frame.sequence_number === number)
    if (edit?.type !== 'message_edited') return {}
    const { content, edited_at, out_of_bounds = null, wrong_type = null } = edit
    return { content, edited_at, out_of_bounds, wrong_type }
  }
  const edits = new Map([
    [5, edited(9)],
    [22, edited(23)],
  ])
  const items = durable.flatMap((frame): object[] => {
    if (frame.type === 'system') return [{ ...frame, message_type: 'system', created_at: frame.timestamp }]
    if (frame.type !== 'message') return []
    const now = edits.get(frame.sequence_number)
    return [{ edited_at: null, deleted_at: null, ...frame, ...now, reactions: [] }]
  })
  return {
    items: items.reverse(),
    pagination: { limit: 50, has_more: false, next_before: null, last_sequence_number: durable.length },
  }
}

const visible = (timeline: Timeline) =>
  timeline.entries.map((entry) =>
    entry.kind === 'event'
      ? { number: entry.sequence_number, event: entry.event, member: entry.member_id, role: entry.role, to: entry.to }
      : {
          number: entry.sequence_number,
          content: entry.content,
          edited: entry.edited_at ?? null,
          deleted: entry.deleted_at ?? null,
          reactions: entry.reactions,
          file: entry.file_id,
          outOfBounds: entry.out_of_bounds ?? null,
          wrongType: entry.wrong_type ?? null,
        },
  )
const entry = (timeline: Timeline, number: number) =>
  timeline.entries.find((each) => each.sequence_number === number)

describe('the golden history of a room', () => {
  it('is applied whole: messages and events are entries, changes are not', () => {
    const timeline = replayed(durable)

    expect(timeline.entries.map((each) => each.sequence_number)).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 15, 16, 17, 18, 19, 22, 24, 25, 26, 27])
    expect([timeline.through, hasGap(timeline), timeline.changesToOlder]).toEqual([27, false, []])
  })

  it('shows a message that was deleted later as deleted, and no edit brings its text back', () => {
    const upToTheMessage = replayed(durable.slice(0, 7))
    const upToTheEdit = replayed(durable.slice(0, 10))

    for (const timeline of [upToTheMessage, upToTheEdit, replayed(durable)]) {
      expect(entry(timeline, 7)).toMatchObject({ content: null, deleted_at: '2026-11-22T03:08:00.000Z' })
    }
  })

  it('takes away the text of a message it held, already when it learns of an edit before the deletion', () => {
    const held = durable.map((frame) =>
      frame.type === 'message' && frame.sequence_number === 7
        ? { ...frame, content: 'secret', deleted_at: undefined }
        : frame,
    )

    expect(entry(replayed(held.slice(0, 9)), 7)).toMatchObject({ content: 'secret' })
    expect(entry(replayed(held.slice(0, 10)), 7)).toMatchObject({ content: null })
    expect(entry(replayed(held), 7)).toMatchObject({ content: null, deleted_at: '2026-11-22T03:08:00.000Z' })
  })

  it('marks what was out of bounds, and an edit is marked by what it says itself', () => {
    expect(entry(replayed(durable.slice(0, 22)), 22)).toMatchObject({
      out_of_bounds: [{ field: 'temperature', bound: 'high', limit: 80 }],
      wrong_type: ['pressure'],
    })
    expect(entry(replayed(durable), 22)).toMatchObject({ out_of_bounds: [{ bound: 'low' }], wrong_type: undefined })
  })

  it('counts a reaction and its being taken back', () => {
    expect(entry(replayed(durable.slice(0, 12)), 2)).toMatchObject({
      reactions: [{ emoji: '👍', count: 1, mine: false }],
    })
    expect(entry(replayed(durable), 2)).toMatchObject({ reactions: [] })
  })

  it('ends the same in whatever order the frames come', () => {
    expect(visible(replayed([...durable].reverse()))).toEqual(visible(replayed(durable)))
  })

  it('ends the same as loading the history afresh', () => {
    const fresh = reduceTimeline(emptyTimeline(ME), {
      type: 'newest_loaded',
      page: v.parse(HistoryPage, historyNow()),
    })

    expect(visible(fresh)).toEqual(visible(replayed(durable)))
    expect(fresh.through).toBe(27)
  })
})

describe('a page of history', () => {
  it('keeps reactions, and what an event says about whom', () => {
    const parsed = v.parse(HistoryPage, {
      items: [
        {
          type: 'system',
          room_id: 'room',
          sequence_number: 2,
          message_id: 'm2',
          message_type: 'system',
          event: 'role_changed',
          user_id: ME,
          timestamp: 't2',
          created_at: 't2',
          member_id: 'op01@plant.example',
          role: 'EDITOR',
        },
        {
          type: 'message',
          room_id: 'room',
          sequence_number: 1,
          message_id: 'm1',
          sender_id: ME,
          sender_name: '李偉',
          message_type: 'text',
          content: 'hello',
          mentions: [],
          created_at: 't1',
          reactions: [{ emoji: '👍', count: 2, mine: true }],
        },
      ],
      pagination: { limit: 50, has_more: false, next_before: null, last_sequence_number: 2 },
    })

    expect(parsed.items[0]).toMatchObject({ event: 'role_changed', member_id: 'op01@plant.example', role: 'EDITOR' })
    expect(parsed.items[1]).toMatchObject({ reactions: [{ emoji: '👍', count: 2, mine: true }] })
  })
})
