import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DurableFrame } from '../../realtime/frames'
import type { HistoryPage } from '../../realtime/history'
import { Outbox } from '../../realtime/Outbox'
import { FakeWebSocket } from '../../testing/FakeWebSocket'
import { ME, message, page } from '../../testing/frames'
import { MemoryOutboxStore } from '../../testing/MemoryOutboxStore'
import { Conversation } from './Conversation'

const running: Conversation[] = []

function setUp(history: (before: number | string | null) => Promise<HistoryPage>) {
  const events: DurableFrame[] = []
  const outbox = new Outbox('box', new MemoryOutboxStore())
  const make = () => {
    const made = new Conversation({
      roomId: 'room',
      me: ME,
      outbox,
      token: {
        fresh: () => Promise.resolve('token'),
        renew: () => Promise.resolve('token'),
        onToken: () => () => undefined,
      },
      loadHistory: (before) => history(before),
      checkAccess: () => Promise.resolve('allowed'),
      onRecord: (frame) => {
        events.push(frame)
      },
    })
    running.push(made)
    return made
  }
  return { conversation: make(), another: make, events }
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const numbers = (conversation: Conversation) =>
  conversation.state().timeline.entries.map((entry) => entry.sequence_number)

beforeEach(() => {
  vi.useFakeTimers()
  FakeWebSocket.install()
})
afterEach(() => {
  for (const conversation of running.splice(0)) conversation.stop()
  vi.useRealTimers()
})

describe('a conversation', () => {
  it('loads the history and goes live from where it ends', async () => {
    const { conversation } = setUp(() => Promise.resolve(page([message(1), message(2)], 2)))
    conversation.start()
    await wait(0)

    expect(FakeWebSocket.latest.url).toMatch(/after=2$/)
    FakeWebSocket.latest.welcome(2)
    FakeWebSocket.latest.deliver(message(3))
    expect(numbers(conversation)).toEqual([1, 2, 3])
  })

  it('tells how far one has read the history once there is a connection to tell it over', async () => {
    const { conversation } = setUp(() => Promise.resolve(page([message(1), message(2)], 2)))
    conversation.start()
    await wait(0)
    conversation.reading.read(2)

    FakeWebSocket.latest.welcome(2)

    expect(FakeWebSocket.latest.sent).toContainEqual({ type: 'read', sequence_number: 2 })
  })

  it('opens no connection when the page is left before the history is there', async () => {
    const { conversation } = setUp(() => Promise.resolve(page([message(1)], 1)))
    conversation.start()
    conversation.stop()
    await wait(0)

    expect(FakeWebSocket.opened).toEqual([])
    expect(conversation.state().failure).toBeNull()
  })

  it('tells why there is no history, and tries again when asked', async () => {
    const refusal = new Error('away')
    let away = true
    const { conversation } = setUp(() => (away ? Promise.reject(refusal) : Promise.resolve(page([message(1)], 1))))
    conversation.start()
    await wait(0)
    expect(conversation.state().failure).toBe(refusal)

    away = false
    await conversation.open()

    expect(conversation.state().failure).toBeNull()
    expect(numbers(conversation)).toEqual([1])
  })

  it('reloads on resync, again and again until it succeeds', async () => {
    const answers = [
      () => Promise.resolve(page([message(1)], 1)),
      () => Promise.reject(new Error('away')),
      () => Promise.resolve(page([message(2000)], 2000)),
    ]
    const { conversation } = setUp(() => answers.shift()?.() ?? Promise.reject(new Error('asked too often')))
    conversation.start()
    await wait(0)
    FakeWebSocket.latest.welcome(2000)

    FakeWebSocket.latest.deliver({ type: 'resync', from: 1, last_sequence_number: 2000 })
    await wait(2_000)
    FakeWebSocket.latest.deliver(message(2001))

    expect(numbers(conversation)).toEqual([2000, 2001])
  })

  it('opens a new connection when a missing frame does not come', async () => {
    const { conversation } = setUp(() => Promise.resolve(page([message(1)], 1)))
    conversation.start()
    await wait(0)
    FakeWebSocket.latest.welcome(1)

    FakeWebSocket.latest.deliver(message(3))
    await wait(1_000 + 500)

    expect(FakeWebSocket.opened).toHaveLength(2)
    expect(FakeWebSocket.latest.url).toMatch(/after=1$/)
  })

  it('sends once more, under the same id, what the server could not store just now', async () => {
    const { conversation } = setUp(() => Promise.resolve(page([], 0)))
    conversation.start()
    await wait(0)
    FakeWebSocket.latest.welcome()
    conversation.post({ message_type: 'text', content: 'on my way' })
    const frame = FakeWebSocket.latest.sent.find((sent) => sent.type === 'message')

    FakeWebSocket.latest.deliver({ type: 'error', code: 'unavailable', client_msg_id: frame?.client_msg_id })
    await wait(2_000)

    expect(FakeWebSocket.latest.sent).toEqual([frame, frame])
    expect(conversation.state().timeline.pending.map(({ state }) => state)).toEqual(['sending'])
  })

  it('takes unsent messages up again after the page was left', async () => {
    const { conversation, another } = setUp(() => Promise.resolve(page([], 0)))
    conversation.start()
    conversation.post({ message_type: 'text', content: 'written offline' })
    conversation.stop()

    const reopened = another()
    reopened.start()
    await wait(0)
    FakeWebSocket.latest.welcome()

    expect(reopened.state().timeline.pending).toMatchObject([{ frame: { content: 'written offline' } }])
    expect(FakeWebSocket.latest.sent).toMatchObject([{ content: 'written offline' }])
  })

  it('has ids for its messages over plain HTTP too, where there is no `crypto.randomUUID`', () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    const { conversation } = setUp(() => Promise.resolve(page([], 0)))

    conversation.post({ message_type: 'text', content: 'first' })
    conversation.post({ message_type: 'text', content: 'second' })

    const ids = conversation.state().timeline.pending.map(({ frame }) => frame.client_msg_id)
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  })

  it('learns at once that my role was changed', async () => {
    const { conversation, events } = setUp(() => Promise.resolve(page([], 0)))
    conversation.start()
    await wait(0)
    FakeWebSocket.latest.welcome()
    expect(conversation.state().role).toBe('EDITOR')

    FakeWebSocket.latest.deliver({
      type: 'system',
      room_id: 'room',
      sequence_number: 1,
      message_id: 'm1',
      event: 'role_changed',
      user_id: 'chen.mei@plant.example',
      timestamp: '2026-11-22T03:00:00.000Z',
      member_id: ME,
      role: 'VIEWER',
    })

    expect(conversation.state().role).toBe('VIEWER')
    expect(events).toHaveLength(1)
  })
})
