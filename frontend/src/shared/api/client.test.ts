import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { fakeServer, json, problem } from '../../testing/fakeServer'
import { ApiClient, type Credentials } from './client'
import { ApiProblem, NetworkProblem } from './problem'

const Thing = v.object({ name: v.string() })

function credentials(renewed: string | null = 'new'): Credentials & { renewals: number } {
  let token: string | null = 'old'
  return {
    renewals: 0,
    current: () => token,
    renew() {
      this.renewals++
      token = renewed
      return Promise.resolve(token)
    },
  }
}

describe('a call', () => {
  it('carries the token and leaves out what is not asked for', async () => {
    const calls = fakeServer(() => json({ name: 'oven' }))

    const thing = await new ApiClient(credentials()).call('/api/things', Thing, {
      query: { q: '烤箱', status: undefined },
    })

    expect(thing).toEqual({ name: 'oven' })
    expect(calls).toMatchObject([{ path: '/api/things?q=%E7%83%A4%E7%AE%B1', token: 'old' }])
  })

  it('has no question mark where there is no question, in browsers from before `URLSearchParams.size`', async () => {
    vi.spyOn(URLSearchParams.prototype, 'size', 'get').mockReturnValue(undefined as never)
    const calls = fakeServer(() => json({ name: 'oven' }))

    await new ApiClient(credentials()).call('/api/things', Thing)

    expect(calls).toMatchObject([{ path: '/api/things' }])
  })

  it('is repeated once with a new token after a 401', async () => {
    const calls = fakeServer(({ token }) =>
      token === 'new' ? json({ name: 'oven' }) : problem(401, 'unauthenticated'),
    )

    await new ApiClient(credentials()).call('/api/things', Thing, { method: 'POST', json: { a: 1 } })

    expect(calls.map(({ token, body }) => [token, body])).toEqual([
      ['old', { a: 1 }],
      ['new', { a: 1 }],
    ])
  })

  it('is not repeated for ever', async () => {
    const calls = fakeServer(() => problem(401, 'unauthenticated'))

    await expect(new ApiClient(credentials()).call('/api/things', Thing)).rejects.toMatchObject({ status: 401 })
    expect(calls).toHaveLength(2)
  })

  it('is not repeated when the session is over', async () => {
    const calls = fakeServer(() => problem(401, 'unauthenticated'))

    await expect(new ApiClient(credentials(null)).call('/api/things', Thing)).rejects.toBeInstanceOf(ApiProblem)
    expect(calls).toHaveLength(1)
  })

  it('takes a token that another request has renewed meanwhile', async () => {
    const own = credentials()
    const calls = fakeServer(async ({ token }) => {
      if (token === 'new') return json({ name: 'oven' })
      await own.renew()
      return problem(401, 'unauthenticated')
    })

    await new ApiClient(own).call('/api/things', Thing)

    expect(own.renewals).toBe(1)
    expect(calls.map(({ token }) => token)).toEqual(['old', 'new'])
  })
})

describe('a failure', () => {
  const client = new ApiClient(credentials())

  it('brings the code, the fields and the time to wait', async () => {
    fakeServer(
      () =>
        new Response('{"code":"invalid_field","errors":[{"field":"title","message":"too long"}]}', {
          status: 422,
          headers: { 'Retry-After': '17' },
        }),
    )

    await expect(client.call('/api/things', Thing)).rejects.toMatchObject({
      code: 'invalid_field',
      errors: [{ field: 'title', message: 'too long' }],
      retryAfter: 17,
    })
  })

  it.each([
    [502, 'unavailable'],
    [413, 'too_large'],
  ])('of a proxy in between is told by its status %d', async (status, code) => {
    fakeServer(() => new Response('<html>nginx</html>', { status }))

    await expect(client.call('/api/things', Thing)).rejects.toMatchObject({ code })
  })

  it('of the network is not mistaken for an answer', async () => {
    fakeServer(() => Promise.reject(new TypeError('Failed to fetch')))

    await expect(client.call('/api/things', Thing)).rejects.toBeInstanceOf(NetworkProblem)
  })

  it('includes an answer that is not what the contract says', async () => {
    fakeServer(() => json({ nome: 'oven' }))

    await expect(client.call('/api/things', Thing)).rejects.toBeInstanceOf(NetworkProblem)
  })
})
