import { describe, expect, it } from 'vitest'
import { decodeFrame, isDurable } from './frames'

const golden = Object.entries(
  import.meta.glob<string>('../../../contracts/src/main/resources/frames/*.json', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, text]) => ({ name: path.replace(/.*\//, ''), text }))

describe('the golden frames shared with the server', () => {
  it('are found', () => {
    expect(golden.map(({ name }) => name)).toEqual(expect.arrayContaining(['ack.json', 'message.json', 'welcome.json']))
  })

  it.each(golden)('decodes $name without losing a field', ({ text }) => {
    const frame = decodeFrame(text)

    expect(frame).toEqual(JSON.parse(text))
  })
})

describe('decoding', () => {
  it('keeps the number of a durable frame it does not know, so that no gap is seen', () => {
    const frame = decodeFrame('{"type":"poll_opened","room_id":"r","sequence_number":7}')

    expect(frame).toEqual({ type: 'unknown', sequence_number: 7 })
    expect(isDurable(frame)).toBe(true)
  })

  it('does not take the position of a reader for a place in the sequence', () => {
    const frame = decodeFrame('{"type":"read","sequence_number":7}')

    expect(frame).toEqual({ type: 'unknown', sequence_number: null })
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
