import { describe, expect, it } from 'vitest'
import { roomFrames } from '../testing/golden'
import { decodeFrame, isDurable } from './frames'

describe('the golden frames shared with the server', () => {
  it.each(roomFrames)(
    'decodes $name as what it is, without losing a field',
    ({ text }) => {
      expect(decodeFrame(text)).toEqual(JSON.parse(text))
    },
  )

  it('are numbered exactly if they are durable', () => {
    const durable = roomFrames.map(({ text }) => decodeFrame(text)).filter(isDurable)

    expect(new Set(durable.map(({ type }) => type))).toEqual(
      new Set(['message', 'message_edited', 'message_deleted', 'reaction_added', 'reaction_removed', 'message_marked', 'system']),
    )
    expect(durable.map((frame) => frame.sequence_number).sort((a, b) => a - b)).toEqual(durable.map((_, i) => i + 1))
  })
})

describe('decoding', () => {
  it('keeps the number of a durable frame it does not know, so that no gap is seen', () => {
    const frame = decodeFrame('{"type":"poll_opened","room_id":"r","sequence_number":7}')

    expect(frame).toEqual({ type: 'unknown', sequence_number: 7 })
    expect(isDurable(frame)).toBe(true)
  })

  it.each(['read', 'ack'])('does not take the number that a broken %s refers to for a place in the sequence', (type) => {
    const frame = decodeFrame(`{"type":"${type}","sequence_number":7,"user_id":1,"message_id":1}`)

    expect(frame).toEqual({ type: 'unknown', sequence_number: null })
  })

  it('knows the ack of a frame that had no id', () => {
    const frame = decodeFrame('{"type":"ack","client_msg_id":null,"message_id":"m","sequence_number":7,"changed":true}')

    expect(frame.type).toBe('ack')
    expect(isDurable(frame)).toBe(false)
  })

  it.each(['', 'not json', 'null', '[]', '"message"', '{}', '{"type":1}', '{"type":"message"}'])(
    'survives %j',
    (text) => {
      expect(decodeFrame(text)).toEqual({ type: 'unknown', sequence_number: null })
    },
  )

  it('tells someone coming in from an event of the record', () => {
    const joined = decodeFrame(
      '{"type":"system","event":"user_joined","room_id":"r","user_id":"u","timestamp":"2026-11-22T03:00:00.000Z"}',
    )
    const stored = decodeFrame(
      '{"type":"system","event":"room_updated","room_id":"r","sequence_number":3,"message_id":"m","user_id":"u","timestamp":"2026-11-22T03:00:00.000Z","changes":{"title":["a","b"]}}',
    )

    expect([isDurable(joined), isDurable(stored)]).toEqual([false, true])
  })
})
