import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OthersTyping, OwnReading, OwnTyping } from './courtesies'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('telling that one types', () => {
  it('is repeated before the server takes one for idle, and not with every key', () => {
    const told: boolean[] = []
    const typing = new OwnTyping((isTyping) => told.push(isTyping))

    for (let key = 0; key < 30; key++) {
      typing.typed('x'.repeat(key + 1))
      vi.advanceTimersByTime(100)
    }

    expect(told).toEqual([true, true])
  })

  it('ends when the text is gone, but not a second time when it was posted', () => {
    const told: boolean[] = []
    const typing = new OwnTyping((isTyping) => told.push(isTyping))

    typing.typed('x')
    typing.typed('')
    typing.typed('y')
    typing.posted()
    typing.stopped()

    expect(told).toEqual([true, false, true])
  })
})

describe('seeing others type', () => {
  it('ends by itself when the word of its end gets lost', () => {
    const seen: (readonly string[])[] = []
    const others = new OthersTyping((userIds) => seen.push(userIds))

    others.heard('chen', true)
    others.heard('wang', true)
    vi.advanceTimersByTime(3_000)
    others.heard('chen', true)
    vi.advanceTimersByTime(3_000)

    expect(seen).toEqual([['chen'], ['chen', 'wang'], ['chen']])
  })
})

describe('telling how far one has read', () => {
  it('goes only forward, and at most once a second', () => {
    const told: number[] = []
    const reading = new OwnReading((through) => told.push(through))

    for (const through of [5, 6, 7, 3]) reading.read(through)
    vi.advanceTimersByTime(1_000)
    reading.read(2)
    vi.advanceTimersByTime(5_000)

    expect(told).toEqual([5, 7])
  })

  it('is said again on a new connection', () => {
    const told: number[] = []
    const reading = new OwnReading((through) => told.push(through))
    reading.repeat()
    reading.read(5)

    reading.repeat()

    expect(told).toEqual([5, 5])
  })
})
