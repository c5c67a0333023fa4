import { describe, expect, it } from 'vitest'
import { backoffDelay, reconnectionAfter } from './reconnection'

const half = () => 0.5

describe('after a close code', () => {
  it.each([
    [1001, { kind: 'after', delay: 250 }],
    [1006, { kind: 'backoff' }],
    [1009, { kind: 'backoff' }],
    [4400, { kind: 'never', reason: 'protocol' }],
    [4401, { kind: 'with_new_token' }],
    [4403, { kind: 'never', reason: 'removed' }],
    [4404, { kind: 'never', reason: 'room_gone' }],
    [4408, { kind: 'backoff' }],
    [4410, { kind: 'backoff' }],
    [4429, { kind: 'after', delay: 5000 }],
  ])('%i leads to %j', (code, expected) => {
    expect(reconnectionAfter(code, half)).toEqual(expected)
  })
})

describe('the backoff', () => {
  it('doubles from half a second up to thirty seconds', () => {
    const longest = [0, 1, 2, 3, 4, 5, 6, 7, 50].map((attempt) => backoffDelay(attempt, () => 1))

    expect(longest).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })

  it('is jittered over the whole range', () => {
    expect(backoffDelay(3, () => 0)).toBe(0)
    expect(backoffDelay(3, half)).toBe(2000)
  })
})
