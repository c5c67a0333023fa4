import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeServer, grant, problem } from '../../testing/fakeServer'
import { Session } from './session'

/** As the browser's: whoever asks waits for those who asked before, or until the signal says to give up. */
class FakeLocks {
  #last: Promise<unknown> = Promise.resolve()

  async request<T>(_name: string, { signal }: { signal: AbortSignal }, work: () => Promise<T>): Promise<T> {
    const before = this.#last
    const mine = (async () => {
      await before.catch(() => undefined)
      signal.throwIfAborted()
      return work()
    })()
    this.#last = mine
    return mine
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a session', () => {
  it('is taken up again at load from the cookie', async () => {
    const calls = fakeServer(() => grant('t1'))
    const session = new Session()

    await session.restore()

    expect(calls).toMatchObject([{ method: 'POST', path: '/api/auth/refresh', token: null }])
    expect(session.state()).toMatchObject({ status: 'signed_in', user: { display_name: '李偉' } })
  })

  it('is not there without a cookie, which is nothing to complain about', async () => {
    fakeServer(() => problem(401, 'unauthenticated'))
    const session = new Session()

    await session.restore()

    expect(session.state()).toEqual({ status: 'signed_out', why: 'no_session' })
  })

  it('is not given up for lost while the server is away', async () => {
    fakeServer(() => Promise.reject(new TypeError('Failed to fetch')))
    const session = new Session()

    await session.restore()

    expect(session.state()).toEqual({ status: 'unreachable' })
  })

  it('keeps the token out of every storage', async () => {
    fakeServer(() => grant('a-secret-token'))
    const session = new Session()

    await session.signIn('li.wei', 'andon-demo')

    expect(session.current()).toBe('a-secret-token')
    expect(
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    ).not.toContain('secret')
  })

  it('is renewed between a minute and half a minute before its token expires', async () => {
    let issued = 0
    const calls = fakeServer(() => grant(`t${++issued}`, 600))
    const session = new Session()
    const tokens: string[] = []
    session.onToken((token) => tokens.push(token))
    await session.signIn('li.wei', 'andon-demo')

    await vi.advanceTimersByTimeAsync(539_000)
    expect(calls).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(32_000)

    expect(calls.map(({ path }) => path)).toEqual(['/api/auth/login', '/api/auth/refresh'])
    expect(tokens).toEqual(['t1', 't2'])
  })

  it('is renewed once for all who ask at the same time', async () => {
    const calls = fakeServer(() => grant('t1'))
    const session = new Session()

    const tokens = await Promise.all([session.renew(), session.renew(), session.renew()])

    expect(tokens).toEqual(['t1', 't1', 't1'])
    expect(calls).toHaveLength(1)
  })

  it('is renewed by one tab after the other when several wake up together', async () => {
    vi.stubGlobal('navigator', { locks: new FakeLocks() })
    let asking = 0
    let most = 0
    const calls = fakeServer(async () => {
      most = Math.max(most, ++asking)
      await vi.advanceTimersByTimeAsync(50)
      asking--
      return grant('t1')
    })
    const tabs = [new Session(), new Session(), new Session()]

    const tokens = await Promise.all(tabs.map((tab) => tab.renew()))

    expect(tokens).toEqual(['t1', 't1', 't1'])
    expect([calls.length, most]).toEqual([3, 1])
  })

  it('is tried again when another tab keeps its turn for ever', async () => {
    const locks = new FakeLocks()
    vi.stubGlobal('navigator', { locks })
    vi.stubGlobal('AbortSignal', { timeout: () => AbortSignal.abort(new DOMException('late', 'TimeoutError')) })
    fakeServer(() => grant('t1'))
    const session = new Session()

    await session.restore()

    expect(session.state()).toEqual({ status: 'unreachable' })
  })

  it('outlives a server that is away at renewal', async () => {
    const answers = [grant('t1', 600), problem(503, 'unavailable'), grant('t2', 600)]
    fakeServer(() => answers.shift() ?? problem(500, 'internal_error'))
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')

    await vi.advanceTimersByTimeAsync(580_000)

    expect(session.current()).toBe('t2')
  })

  it('ends when the server refuses to renew it', async () => {
    const answers = [grant('t1'), problem(401, 'unauthenticated')]
    fakeServer(() => answers.shift() ?? problem(500, 'internal_error'))
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')

    expect(await session.renew()).toBeNull()
    expect(session.state()).toEqual({ status: 'signed_out', why: 'ended' })
  })

  it('ends, and never becomes another person, when somebody else has signed in with another tab', async () => {
    const answers = [grant('t1'), grant('t2', 600, 'chen.mei@plant.example')]
    const calls = fakeServer(() => answers.shift() ?? problem(500, 'internal_error'))
    const session = new Session()
    const tokens: string[] = []
    session.onToken((token) => tokens.push(token))
    await session.signIn('li.wei', 'andon-demo')

    expect(await session.renew()).toBeNull()
    await vi.advanceTimersByTimeAsync(1_200_000)
    expect(await session.fresh()).toBeNull()

    expect(session.state()).toEqual({ status: 'signed_out', why: 'other_user' })
    expect(session.current()).toBeNull()
    expect(tokens).toEqual(['t1'])
    expect(calls).toHaveLength(2)
  })

  it('may be another person after signing in anew', async () => {
    const answers = [grant('t1'), problem(401, 'unauthenticated'), grant('t2', 600, 'chen.mei@plant.example')]
    fakeServer(() => answers.shift() ?? problem(500, 'internal_error'))
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')
    await session.renew()

    await session.signIn('chen.mei', 'andon-demo')

    expect(session.state()).toMatchObject({ status: 'signed_in', user: { user_id: 'chen.mei@plant.example' } })
  })

  it('is ended at the next start when the server was away at signing out', async () => {
    let away = false
    const calls = fakeServer(({ path }) => {
      if (away) return Promise.reject(new TypeError('Failed to fetch'))
      return path === '/api/auth/logout' ? new Response(null, { status: 204 }) : grant('t2')
    })
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')
    away = true
    await session.signOut()
    away = false
    calls.length = 0

    const reloaded = new Session()
    await reloaded.restore()

    expect(calls).toMatchObject([{ path: '/api/auth/refresh' }, { path: '/api/auth/logout', token: 't2' }])
    expect(reloaded.state()).toEqual({ status: 'signed_out', why: 'left' })
  })

  it('stays ended when a renewal that was under way comes back after signing out', async () => {
    let answerRefresh: (answer: Response) => void = () => undefined
    fakeServer(({ path }) => {
      if (path === '/api/auth/login') return grant('t1')
      if (path === '/api/auth/logout') return new Response(null, { status: 204 })
      return new Promise((resolve) => {
        answerRefresh = resolve
      })
    })
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')
    const renewal = session.renew()

    await session.signOut()
    answerRefresh(grant('t2'))

    expect(await renewal).toBeNull()
    expect(session.state()).toEqual({ status: 'signed_out', why: 'left' })
  })

  it('keeps a renewal for the last person apart from those for the next', async () => {
    const answerRefresh: ((answer: Response) => void)[] = []
    const logins = [grant('t1'), grant('t3', 600, 'chen.mei@plant.example')]
    fakeServer(({ path }) => {
      if (path === '/api/auth/login') return logins.shift() ?? problem(500, 'internal_error')
      if (path === '/api/auth/logout') return new Response(null, { status: 204 })
      return new Promise((resolve) => {
        answerRefresh.push(resolve)
      })
    })
    const session = new Session()
    await session.signIn('li.wei', 'andon-demo')
    const forTheLast = session.renew()
    await session.signOut()
    await session.signIn('chen.mei', 'andon-demo')
    const forTheNext = session.renew()

    answerRefresh[0]?.(grant('t2'))
    answerRefresh[1]?.(grant('t4', 600, 'chen.mei@plant.example'))

    expect(await forTheLast).toBeNull()
    expect(await forTheNext).toBe('t4')
  })
})
