import { describe, expect, it } from 'vitest'
import { ME, message, page } from '../../testing/frames'
import { emptyTimeline, reduceTimeline } from '../../realtime/timeline'
import { beforeFor, shownAt } from './places'

const timeline = reduceTimeline(emptyTimeline(ME), {
  type: 'newest_loaded',
  page: page([message(10), message(12), message(15)], 16),
})

describe('a place in the timeline', () => {
  it.each([
    [{ sequence: 12 }, 'm12'],
    [{ messageId: 'm15' }, 'm15'],
    // 13 and 14 were edits or reactions.
    [{ sequence: 14 }, 'm12'],
    [{ sequence: 99 }, 'm15'],
  ])('%j is at %s', (place, expected) => {
    expect(shownAt(timeline, place)?.message_id).toBe(expected)
  })

  it.each([{ sequence: 9 }, { messageId: 'm9' }])('%j is not there yet', (place) => {
    expect(shownAt(timeline, place)).toBeNull()
  })
})

describe('what to load for a place', () => {
  it('has some of what follows it, by number', () => {
    expect(beforeFor({ sequence: 1200 })).toBe(1225)
  })

  it('is around the time that is in the id of a message', () => {
    // 0x0198f3a0_2222 milliseconds, and what clocks may differ by.
    const expected = new Date(0x0198f3a02222 + 2_000).toISOString()

    expect(beforeFor({ messageId: '0198f3a0-2222-7000-8000-000000000002' })).toBe(expected)
  })

  it.each(['m1', '5f0c9a52-8f0e-4c2b-9a2e-0f6f2f1f3a10'])('cannot be told from %s', (messageId) => {
    expect(beforeFor({ messageId })).toBeNull()
  })
})
