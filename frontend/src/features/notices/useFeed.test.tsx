import { Notifications, notifications } from '@mantine/notifications'
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { FakePush } from '../../testing/fakePush'
import { fakeServer, grant, json } from '../../testing/fakeServer'
import { FakeWebSocket } from '../../testing/FakeWebSocket'
import { goldenFrames } from '../../testing/golden'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { aHandover } from '../../testing/handovers'
import { HandoverLink } from '../handover/HandoverLink'
import { NotificationBell } from '../notifications/NotificationBell'
import { turnOn } from '../push/device'
import { UnreadBadge } from '../rooms/UnreadBadge'
import { useFeed } from './useFeed'

let told: number
let waiting: object[]
const ROOM = '0198f3a0-1111-7000-8000-000000000001'

const feedAlone = { feed: true, mail: false, push: false }
const pushed = { ...feedAlone, push: true }
const settings = {
  kinds: { mention: feedAlone, assignment: pushed, out_of_bounds: pushed, escalation: pushed },
  quiet_hours: null,
  time_zone: 'Asia/Taipei',
  mail_digest: 'off',
  shift_end: '16:00',
  language: 'en',
  mail_available: true,
  push_available: true,
}

function App() {
  useFeed()
  return (
    <>
      <NotificationBell />
      <HandoverLink />
      <UnreadBadge roomId={ROOM} />
      <Notifications />
    </>
  )
}

async function open(at = '/rooms') {
  renderInApp(<App />, at)
  await waitFor(() => {
    expect(FakeWebSocket.opened).toHaveLength(1)
  })
  FakeWebSocket.latest.welcome()
  await screen.findByLabelText('2 unread messages')
}

const serverSays = (name: string, change: object = {}) => {
  const golden = goldenFrames.find((frame) => frame.name === name)
  act(() => {
    FakeWebSocket.latest.deliver({ ...(JSON.parse(golden?.text ?? '{}') as object), ...change })
  })
}

beforeEach(async () => {
  FakeWebSocket.install()
  told = 0
  waiting = []
  fakeServer(({ path }) => {
    if (path.startsWith('/api/auth')) return grant('token')
    if (path.startsWith('/api/me/notifications')) {
      return json({ items: [], pagination: { limit: 20, has_more: false }, unread: told })
    }
    if (path === '/api/push/key') return json({ enabled: true, public_key: 'BP-_' })
    if (path === '/api/me/push-subscriptions') return new Response(null, { status: 204 })
    if (path === '/api/me/notification-settings') return json(settings)
    if (path.startsWith('/api/handovers')) {
      return json({ items: waiting, pagination: { limit: 200, has_more: false } })
    }
    return json({ rooms: [{ room_id: ROOM, unread: 2, mentions: 0, last_read: 3, last_sequence_number: 5 }] })
  })
  await session.signIn('li.wei', 'andon-demo')
})

// They outlive the page that shows them.
afterEach(() => {
  act(() => {
    notifications.clean()
  })
})

describe('a device that is on', () => {
  let push: FakePush
  let shown: string[]

  beforeEach(async () => {
    push = new FakePush().install()
    shown = []
    const show = function (title: string) {
      shown.push(title)
    }
    const requestPermission = () => Promise.resolve('granted')
    vi.stubGlobal('Notification', Object.assign(show, { permission: 'granted', requestPermission }))
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    await turnOn('li.wei@plant.example')
  })
  afterEach(() => {
    cleanup()
    push.uninstall()
  })

  it('leaves to the service worker what is pushed, and tells of the rest out of sight', async () => {
    await open()

    serverSays('me-room-changed', { status: 'active' })
    serverSays('me-notification')
    serverSays('me-mentioned')
    serverSays('me-room-changed', { status: 'resolved', title: 'Resolved' })

    await waitFor(() => {
      expect(new Set(shown)).toEqual(new Set(['李偉 mentioned you', 'Resolved']))
    })
  })

  it('lets the service worker know that this page tells of what happens, as long as it does', async () => {
    const answer = vi.fn()
    await open()

    push.say({ ask: 'tells' }, { postMessage: answer })
    expect(answer).toHaveBeenCalledOnce()

    cleanup()
    push.say({ ask: 'tells' }, { postMessage: answer })
    expect(answer).toHaveBeenCalledOnce()
  })
})

describe("the user's own feed", () => {
  it('keeps the figures of unread messages and mentions current', async () => {
    await open()
    expect(FakeWebSocket.latest.url).toMatch(/\/ws\/me$/)

    serverSays('me-unread')

    expect(await screen.findByLabelText('3 unread messages, you are mentioned')).toHaveTextContent('3')
  })

  it('tells of a reading out of bounds, and counts it', async () => {
    await open()

    told = 1
    serverSays('me-notification')

    expect(await screen.findByText('temperature is 92.5 °C, above the limit of 80 °C')).toBeInTheDocument()
    expect(await screen.findByRole('button', { name: 'Notifications: 1 unread' })).toBeInTheDocument()
  })

  it('counts the handovers that wait as soon as there are any', async () => {
    await open()
    expect(await screen.findByRole('link', { name: 'Shift handovers' })).toBeInTheDocument()

    waiting = [aHandover('new')]
    serverSays('me-handovers-changed')

    expect(await screen.findByRole('link', { name: /1 to take over/ })).toBeInTheDocument()
  })

  it('tells of a mention, with the way there', async () => {
    await open()

    serverSays('me-mentioned')

    expect(await screen.findByText(/3 號線烤箱溫度升到 85°C/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: '李偉 mentioned you' })).toHaveAttribute(
      'href',
      `/rooms/${ROOM}?message=0198f3a0-2222-7000-8000-000000000002`,
    )
  })

  it('does not tell of what happens in the room that one has open', async () => {
    await open(`/rooms/${ROOM}`)

    serverSays('me-mentioned')
    serverSays('me-room-changed', { room_id: 'another', title: 'Label printer jams' })

    expect(await screen.findByText('You were added to this incident.')).toBeInTheDocument()
    expect(screen.queryByText(/mentioned you/)).not.toBeInTheDocument()
  })

  it('tells of a new status, but not of a room that is merely heard of for the first time', async () => {
    await open()

    serverSays('me-room-changed', { status: 'active' })
    serverSays('me-room-changed', { status: 'resolved' })

    expect(await screen.findByText('The status is now: Resolved')).toBeInTheDocument()
    expect(screen.queryByText(/You were added/)).not.toBeInTheDocument()
  })

  it('tells when one is taken out of a room', async () => {
    await open()
    serverSays('me-room-changed')

    serverSays('me-room-removed')

    expect(await screen.findByText(/You are no longer in this incident/)).toBeInTheDocument()
  })
})
