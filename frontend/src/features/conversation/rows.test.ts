import { describe, expect, it } from 'vitest'
import { emptyTimeline, reduceTimeline } from '../../realtime/timeline'
import { ME, message, OTHER, page } from '../../testing/frames'
import { rowsOf } from './rows'

describe('the rows of a timeline', () => {
  it('name the day once and the sender once while he goes on', () => {
    const messages = [
      message(1, { created_at: '2026-11-21T03:00:00.000Z' }),
      message(2, { created_at: '2026-11-22T03:00:00.000Z' }),
      message(3, { created_at: '2026-11-22T03:04:00.000Z' }),
      message(4, { created_at: '2026-11-22T03:04:10.000Z', sender_id: ME }),
      message(5, { created_at: '2026-11-22T03:20:00.000Z', sender_id: ME }),
    ]
    const timeline = reduceTimeline(emptyTimeline(ME), { type: 'newest_loaded', page: page(messages, 5) })

    const rows = rowsOf({ ...timeline, pending: [] })

    expect(rows.map((row) => (row.kind === 'message' ? row.continued : row.kind))).toEqual([
      'day',
      false,
      'day',
      false,
      true,
      false,
      false,
    ])
  })

  it('show coming and going where it happened', () => {
    const joined = {
      type: 'system' as const,
      event: 'user_joined' as const,
      room_id: 'room',
      user_id: OTHER,
      timestamp: '2026-11-22T03:00:01.500Z',
    }
    const timeline = [
      { type: 'newest_loaded' as const, page: page([message(1)], 1) },
      { type: 'notice' as const, frame: joined },
      { type: 'durable' as const, frame: message(2) },
    ].reduce(reduceTimeline, emptyTimeline(ME))

    expect(rowsOf({ ...timeline, pending: [] }).map((row) => row.kind)).toEqual(['day', 'message', 'notice', 'message'])
  })
})
