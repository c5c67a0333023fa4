import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeWebSocket } from '../testing/FakeWebSocket'
import { message, post } from '../testing/frames'
import { MemoryOutboxStore } from '../testing/MemoryOutboxStore'
import { Outbox } from './Outbox'
import { RoomSocket } from './RoomSocket'

const running: RoomSocket[] = []

function setUp() {
  const outbox = new Outbox('box', new MemoryOutboxStore())
  const socket = new RoomSocket({
    roomId: 'room',
    outbox,
    token: {
      fresh: () => Promise.resolve('token'),
      renew: () => Promise.resolve('token'),
      onToken: () => () => undefined,
    },
    resumeAfter: () => 7,
    checkAccess: () => Promise.resolve('allowed'),
    onFrame: () => undefined,
    onState: () => undefined,
    random: () => 1,
  })
  running.push(socket)
  return { socket, outbox }
}

async function connected() {
  const all = setUp()
  all.socket.start()
  await wait(0)
  FakeWebSocket.latest.welcome(7)
  return all
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  vi.useFakeTimers()
  FakeWebSocket.install()
})
afterEach(() => {
  for (const socket of running.splice(0)) socket.stop()
  vi.useRealTimers()
})

describe('the outbox', () => {
  it('keeps what is written while offline and sends it in order after the welcome', async () => {
    const { socket } = setUp()
    socket.start()
    socket.deliver(post('c1'))
    socket.deliver(post('c2'))
    await wait(0)
    expect(FakeWebSocket.latest.sent).toEqual([])

    FakeWebSocket.latest.welcome()

    expect(FakeWebSocket.latest.url).toMatch(/\/ws\/room\?after=7$/)
    expect(FakeWebSocket.latest.sent).toEqual([post('c1'), post('c2')])
  })

  it('sends again after a reconnect what was not acknowledged, under the same id', async () => {
    const { socket, outbox } = await connected()
    socket.deliver(post('c1'))
    socket.deliver(post('c2'))
    FakeWebSocket.latest.deliver({ type: 'ack', client_msg_id: 'c1', message_id: 'm8', sequence_number: 8 })

    FakeWebSocket.latest.drop(1006)
    await wait(500)
    FakeWebSocket.latest.welcome()
    expect(FakeWebSocket.latest.sent).toEqual([post('c2')])

    FakeWebSocket.latest.deliver({ ...message(9), client_msg_id: 'c2' })
    expect(outbox.unacknowledged()).toEqual([])
  })

  it('does not send again what was refused, but what the server could not store just now', async () => {
    const { socket, outbox } = await connected()
    socket.deliver(post('c1'))
    socket.deliver(post('c2'))

    FakeWebSocket.latest.deliver({ type: 'error', code: 'forbidden', message: 'no', client_msg_id: 'c1' })
    FakeWebSocket.latest.deliver({ type: 'error', code: 'unavailable', message: 'later', client_msg_id: 'c2' })

    expect(outbox.unacknowledged()).toEqual([post('c2')])
    expect(outbox.kept()).toMatchObject([{ refused: 'forbidden' }, { refused: null }])
  })
})
