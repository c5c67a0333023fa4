import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakeWebSocket } from '../testing/FakeWebSocket'
import { type Access, type ConnectionState, LiveSocket } from './LiveSocket'

const ALIVE_MS = 11_000

interface Frame {
  type: string
}

const running: LiveSocket<Frame>[] = []

function setUp(server: { access?: Access; renewed?: string | null } = {}) {
  const frames: Frame[] = []
  const states: ConnectionState[] = []
  const tokens: { listener?: (token: string) => void; current: string; renewals: number } = {
    current: 'token-1',
    renewals: 0,
  }
  const room = { through: 7, asked: 0 }
  const socket = new LiveSocket<Frame>({
    address: () => `/ws/room?after=${room.through}`,
    decode: (text) => JSON.parse(text) as Frame,
    token: {
      fresh: () => Promise.resolve(tokens.current),
      renew: () => {
        tokens.renewals++
        if (server.renewed !== undefined && server.renewed !== null) tokens.current = server.renewed
        return Promise.resolve(server.renewed === undefined ? tokens.current : server.renewed)
      },
      onToken: (listener) => {
        tokens.listener = listener
        return () => undefined
      },
    },
    checkAccess: () => {
      room.asked++
      return Promise.resolve(server.access ?? 'allowed')
    },
    onFrame: (frame) => {
      frames.push(frame)
    },
    onState: (state) => {
      states.push(state)
    },
    random: () => 1, // the longest the jitter allows
  })
  running.push(socket)
  return { socket, frames, states, tokens, room, last: () => states.at(-1) }
}

async function connected(server: Parameters<typeof setUp>[0] = {}) {
  const all = setUp(server)
  all.socket.start()
  await vi.advanceTimersByTimeAsync(0)
  FakeWebSocket.latest.welcome(7)
  return all
}

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const opened = () => FakeWebSocket.opened.length

beforeEach(() => {
  vi.useFakeTimers()
  FakeWebSocket.install()
})
afterEach(() => {
  for (const socket of running.splice(0)) socket.stop()
  vi.useRealTimers()
})

describe('opening', () => {
  it('carries the token in a sub-protocol and resumes after the last number held', async () => {
    await connected()

    expect(FakeWebSocket.latest.url).toBe('ws://localhost:3000/ws/room?after=7')
    expect(FakeWebSocket.latest.protocols).toEqual([
      'bearer-token-carrier',
      'quarkus-http-upgrade#Authorization#Bearer%20token-1',
    ])
  })

  it('is live with the welcome, not before', async () => {
    const { socket, states } = setUp()
    socket.start()
    await wait(0)

    expect(states).toEqual([{ kind: 'connecting' }])
    FakeWebSocket.latest.welcome()
    expect(states.at(-1)).toEqual({ kind: 'live' })
  })

  it('gives up on a server that never says welcome', async () => {
    const { socket, last } = setUp()
    socket.start()
    await wait(10_000)

    expect(last()).toEqual({ kind: 'reconnecting', offline: false })
    await wait(500)
    expect(opened()).toBe(2)
  })
})

describe('reconnecting', () => {
  it('waits longer each time and resumes from where the frames had come to', async () => {
    const { room } = await connected()
    room.through = 12

    FakeWebSocket.latest.drop(1006)
    await wait(499)
    expect(opened()).toBe(1)
    await wait(1)
    expect(opened()).toBe(2)
    expect(FakeWebSocket.latest.url).toMatch(/after=12$/)

    FakeWebSocket.latest.drop(1006)
    await wait(999)
    expect(opened()).toBe(2)
    await wait(1)
    expect(opened()).toBe(3)
  })

  it('starts the backoff anew after a connection that held', async () => {
    await connected()
    for (const delay of [500, 1000]) {
      FakeWebSocket.latest.drop(1006)
      await wait(delay)
      FakeWebSocket.latest.welcome()
    }
    await wait(ALIVE_MS)

    FakeWebSocket.latest.drop(1006)
    await wait(500)

    expect(opened()).toBe(4)
  })

  it('does not hammer a server that welcomes and hangs up', async () => {
    await connected()
    for (const delay of [500, 1000, 2000]) {
      FakeWebSocket.latest.drop(4408)
      await wait(delay - 1)
      const before = opened()
      await wait(1)
      expect(opened()).toBe(before + 1)
      FakeWebSocket.latest.welcome()
    }
  })

  it.each([
    [4400, 'protocol'],
    [4403, 'removed'],
    [4404, 'room_gone'],
  ])('stays away after %i', async (code, reason) => {
    const { last } = await connected()

    FakeWebSocket.latest.drop(code)
    await wait(60_000)
    window.dispatchEvent(new Event('online'))
    await wait(0)

    expect(last()).toEqual({ kind: 'ended', reason })
    expect(opened()).toBe(1)
  })

  it('comes back with a new token after 4401', async () => {
    const { tokens } = await connected({ renewed: 'token-2' })

    FakeWebSocket.latest.drop(4401)
    await wait(500)

    expect(tokens.renewals).toBe(1)
    expect(FakeWebSocket.latest.protocols[1]).toMatch(/token-2$/)
  })

  it('ends after 4401 when there is no new token to be had', async () => {
    const { last } = await connected({ renewed: null })

    FakeWebSocket.latest.drop(4401)
    await wait(60_000)

    expect(last()).toEqual({ kind: 'ended', reason: 'signed_out' })
    expect(opened()).toBe(1)
  })

  it('lets five seconds pass after 4429', async () => {
    await connected()

    FakeWebSocket.latest.drop(4429)
    await wait(4_999)
    expect(opened()).toBe(1)
    await wait(1)
    expect(opened()).toBe(2)
  })

  it('asks over HTTP why the upgrade is refused, and ends if the room is not ours', async () => {
    const { socket, room, last } = setUp({ access: 'forbidden' })
    socket.start()
    await wait(0)
    FakeWebSocket.latest.drop(1006)
    await wait(500)

    expect(room.asked).toBe(0)
    FakeWebSocket.latest.drop(1006)
    await wait(60_000)

    expect(room.asked).toBe(1)
    expect(last()).toEqual({ kind: 'ended', reason: 'removed' })
  })

  it('keeps trying while the question cannot be asked', async () => {
    const { socket, last } = setUp({ access: 'unknown' })
    socket.start()
    await wait(0)
    FakeWebSocket.latest.drop(1006)
    await wait(500)
    FakeWebSocket.latest.drop(1006)
    await wait(1000)

    expect(opened()).toBe(3)
    expect(last()).toEqual({ kind: 'reconnecting', offline: false })
  })

  it('does not wait out the backoff once the network is back', async () => {
    await connected()
    for (const delay of [500, 1000, 2000]) {
      FakeWebSocket.latest.drop(1006)
      await wait(delay)
      FakeWebSocket.latest.welcome()
    }
    FakeWebSocket.latest.drop(1006)

    window.dispatchEvent(new Event('online'))
    await wait(0)

    expect(opened()).toBe(5)
  })

  it('finds a silent connection dead and replaces it', async () => {
    const { last } = await connected()

    await wait(25_000)
    expect(FakeWebSocket.latest.sent).toEqual([{ type: 'ping' }])
    await wait(10_000)

    expect(last()).toEqual({ kind: 'reconnecting', offline: false })
    expect(FakeWebSocket.latest.closed).toBe(true)
  })

  it('keeps a connection that answers', async () => {
    const { last } = await connected()

    for (let minute = 0; minute < 3; minute++) {
      await wait(25_000)
      FakeWebSocket.latest.deliver({ type: 'pong' })
    }

    expect(last()).toEqual({ kind: 'live' })
    expect(opened()).toBe(1)
  })
})

describe('the token', () => {
  it('is renewed on the open connection', async () => {
    const { tokens } = await connected()

    tokens.listener?.('token-2')

    expect(FakeWebSocket.latest.sent).toEqual([{ type: 'refresh_token', token: 'token-2' }])
  })
})

describe('stopping', () => {
  it('closes the connection and opens no other', async () => {
    const { socket, last } = await connected()

    socket.stop()
    FakeWebSocket.latest.drop(1000)
    window.dispatchEvent(new Event('online'))
    await wait(60_000)

    expect(FakeWebSocket.latest.closed).toBe(true)
    expect([opened(), last()]).toEqual([1, { kind: 'idle' }])
  })
})
