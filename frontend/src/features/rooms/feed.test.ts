import { describe, expect, it } from 'vitest'
import { goldenFrames } from '../../testing/golden'
import { decodeFeedFrame } from './feed'

const ofTheFeed = goldenFrames.filter(({ name }) => /^(me-|pong|error)/.test(name))

describe("the user's own feed", () => {
  it.each(ofTheFeed)('decodes $name as what it is', ({ text }) => {
    const frame = decodeFeedFrame(text)

    expect(JSON.parse(text)).toMatchObject(frame)
  })

  it('tells which room changed, and how it is now', () => {
    const changed = goldenFrames.find(({ name }) => name === 'me-room-changed')

    expect(decodeFeedFrame(changed?.text ?? '')).toMatchObject({ status: 'resolved', my_role: 'OWNER', version: 6 })
  })

  it.each(['', 'null', '{"type":"message"}', '{"type":"unread","room_id":"r"}'])('survives %j', (text) => {
    expect(decodeFeedFrame(text)).toEqual({ type: 'unknown' })
  })
})
