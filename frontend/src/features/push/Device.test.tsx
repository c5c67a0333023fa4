import { cleanup, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakePush } from '../../testing/fakePush'
import { type Call, fakeServer, grant, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { DeviceCard } from './DeviceCard'
import { followSession } from './followSession'
import { openPushed } from './openPushed'

const CHEN = 'chen.mei@plant.example'

let push: FakePush
let calls: Call[]
let publicKey: string
let refusal: Response | null
let signedIn: string
let stop: () => void

beforeEach(async () => {
  push = new FakePush().install()
  publicKey = 'BP-_'
  refusal = null
  signedIn = 'li.wei@plant.example'
  calls = fakeServer(({ path, method }) => {
    if (path === '/api/push/key') return json({ enabled: true, public_key: publicKey })
    if (path === '/api/me/push-subscriptions') {
      return method === 'PUT' && refusal !== null ? refusal : new Response(null, { status: 204 })
    }
    return path === '/api/auth/logout' ? new Response(null, { status: 204 }) : grant('token', 600, signedIn)
  })
  stop = followSession()
  await session.signIn('li.wei', 'andon-demo')
})
afterEach(async () => {
  await signOut()
  stop()
  push.uninstall()
})

const sent = (method: string) =>
  calls.filter((call) => call.path === '/api/me/push-subscriptions' && call.method === method)

/** As in the app, where no page of a session outlives it. */
async function signOut() {
  cleanup()
  await session.signOut()
}

async function turnOn() {
  renderInApp(<DeviceCard />)
  await userEvent.click(await screen.findByRole('button', { name: 'Tell me on this device' }))
}

describe('this device', () => {
  it('is registered with its keys once it is turned on', async () => {
    await turnOn()

    expect(await screen.findByText('This device is told.')).toBeInTheDocument()
    expect(sent('PUT')).toMatchObject([
      { body: { endpoint: 'https://push.example/1', expirationTime: null, keys: { auth: 'secret' } } },
    ])
  })

  it('is told in the language that its person has set, not in that of the app', async () => {
    await turnOn()

    await screen.findByText('This device is told.')
    expect(sent('PUT')[0]?.body).not.toHaveProperty('lang')
  })

  it('is forgotten by the server and the browser once it is turned off', async () => {
    await turnOn()

    await userEvent.click(await screen.findByRole('button', { name: 'Stop on this device' }))

    expect(await screen.findByText('This device is not told.')).toBeInTheDocument()
    expect(sent('DELETE')).toMatchObject([{ body: { endpoint: 'https://push.example/1' } }])
    expect(push.subscription).toBeNull()
  })

  it('says what to do when the person says no', async () => {
    push.answer = 'denied'

    await turnOn()

    expect(await screen.findByText(/Open the site settings beside the address/)).toBeInTheDocument()
    expect(screen.queryByRole('button')).not.toBeInTheDocument()
    expect(sent('PUT')).toEqual([])
  })

  it('says so when the browser reaches no push service', async () => {
    push.failure = new DOMException('Registration failed', 'AbortError')

    await turnOn()

    expect(await screen.findByRole('alert')).toHaveTextContent('could not reach its push service')
    expect(screen.getByText('This device is not told.')).toBeInTheDocument()
  })

  it('keeps no subscription that the server refuses', async () => {
    refusal = problem(422, 'invalid_field')

    await turnOn()

    expect(await screen.findByRole('alert')).toBeInTheDocument()
    expect(push.subscription).toBeNull()
  })

  it.each([
    ['isSecureContext', false, /only over https/],
    ['PushManager', undefined, /add this page to the home screen/],
  ])('says why it cannot without %s', async (name, value, text) => {
    vi.stubGlobal(name, value)
    if (value === undefined) Reflect.deleteProperty(window, name)

    renderInApp(<DeviceCard />)

    expect(await screen.findByText(text)).toBeInTheDocument()
  })
})

describe('a tablet that is handed on', () => {
  it('shows nothing any more to who comes after signing out', async () => {
    await turnOn()
    await screen.findByText('This device is told.')

    await signOut()

    await waitFor(() => {
      expect(push.subscription).toBeNull()
    })
  })

  it('is not the next person’s before they turn it on', async () => {
    push.permission = 'granted'
    await signOut()
    localStorage.setItem('andon.push', CHEN)
    calls.length = 0

    await session.signIn('li.wei', 'andon-demo')

    await waitFor(() => {
      expect(localStorage.getItem('andon.push')).toBeNull()
    })
    expect(sent('PUT')).toEqual([])
  })

  it('stays the next person’s who has turned it on in another tab', async () => {
    await turnOn()
    await screen.findByText('This device is told.')
    cleanup()
    signedIn = CHEN
    localStorage.setItem('andon.push', CHEN)

    await session.renew()

    expect(session.state()).toEqual({ status: 'signed_out', why: 'other_user' })
    expect(localStorage.getItem('andon.push')).toBe(CHEN)
    expect(push.subscription).not.toBeNull()
  })

  it('is told to the server again when its person comes back, with the new key if there is one', async () => {
    await turnOn()
    await screen.findByText('This device is told.')
    const before = push.subscription
    stop()
    await signOut()
    publicKey = 'BA__'
    stop = followSession()
    calls.length = 0

    await session.signIn('li.wei', 'andon-demo')

    await waitFor(() => {
      expect(sent('PUT')).toHaveLength(1)
    })
    expect(push.subscription).not.toBe(before)
  })
})

describe('a device that is on', () => {
  async function comeBack(answer: Response) {
    await turnOn()
    await screen.findByText('This device is told.')
    cleanup()
    stop()
    calls.length = 0
    refusal = answer
    stop = followSession()
    await session.signIn('li.wei', 'andon-demo')
    await waitFor(() => {
      expect(sent('PUT')).toHaveLength(1)
    })
    renderInApp(<DeviceCard />)
  }

  it.each([
    ['the server is away', 503, 'unavailable'],
    ['too much is asked', 429, 'rate_limited'],
  ])('stays so when %s as the app is opened', async (_when, status, code) => {
    await comeBack(problem(status, code))

    expect(await screen.findByText('This device is told.')).toBeInTheDocument()
  })

  it('is so no more when the server refuses its subscription', async () => {
    await comeBack(problem(422, 'invalid_field'))

    await waitFor(() => {
      expect(push.subscription).toBeNull()
    })
  })
})

describe('a click on what was pushed', () => {
  it('leads there in the tab that is open, and nowhere else', () => {
    const goTo = vi.fn()
    openPushed(goTo)
    push.say({ open: '/rooms/oven?at=7' })
    push.say({ open: 'https://evil.example' })
    push.say({ open: '//evil.example' })
    push.say({ open: '/\\evil.example' })
    push.say('nothing of ours')

    expect(goTo.mock.calls).toEqual([['/rooms/oven?at=7']])
  })
})
