import { fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { NotificationBell } from './NotificationBell'
import { NotificationSettingsPage } from './NotificationSettingsPage'

const common = {
  room_id: 'oven',
  room_title: 'Line 3 oven',
  severity: 'critical',
  message_id: null,
  sequence_number: null,
  actor_id: null,
  actor_name: null,
  excerpt: null,
  details: {},
  created_at: '2026-03-02T08:15:04.007Z',
  read_at: null,
}
const items = [
  {
    ...common,
    notification_id: '3',
    kind: 'mention',
    actor_name: '李偉',
    excerpt: '@chen.mei please look',
    sequence_number: 7,
  },
  { ...common, notification_id: '2', kind: 'assignment', actor_id: 'li.wei@plant.example', details: { role: 'OWNER' } },
  { ...common, notification_id: '1', kind: 'escalation', details: { minutes: 10 } },
]
const feedAlone = { feed: true, mail: false, push: false }
const stored = {
  kinds: { mention: feedAlone, assignment: feedAlone, out_of_bounds: feedAlone, escalation: feedAlone },
  quiet_hours: null,
  time_zone: 'Asia/Taipei',
  mail_digest: 'off',
  shift_end: '16:00',
  language: 'en',
  mail_available: true,
  push_available: true,
}
let settings: object
let calls: Call[]

beforeEach(async () => {
  settings = stored
  calls = fakeServer(({ method, path, body }) => {
    if (path.startsWith('/api/auth')) return grant('token')
    if (path.startsWith('/api/me/notification-settings')) return json(method === 'PUT' ? { ...stored, ...(body as object) } : settings)
    if (path.endsWith('/read')) return json({ unread: 0 })
    return json({ items, pagination: { limit: 20, has_more: false }, unread: 3 })
  })
  await session.signIn('chen.mei', 'andon-demo')
})

const sent = () => calls.filter(({ method }) => method === 'PUT')

describe('the bell', () => {
  it('counts what is unread, says what it is, and leads there', async () => {
    renderInApp(<NotificationBell />)

    await userEvent.click(await screen.findByRole('button', { name: 'Notifications: 3 unread' }))

    const links = within(await screen.findByRole('list')).getAllByRole('link')
    expect(links[0]).toHaveTextContent('李偉 mentioned you')
    expect(links[0]).toHaveTextContent('@chen.mei please look')
    expect(links[0]).toHaveAttribute('href', '/rooms/oven?at=7')
    expect(links[1]).toHaveTextContent('li.wei assigned you as Owner')
    expect(links[2]).toHaveTextContent('Nobody has responded within 10 minutes')
    expect(links[2]).toHaveAttribute('href', '/rooms/oven')
  })

  it('has been read up to the newest once it is opened', async () => {
    renderInApp(<NotificationBell />)

    await userEvent.click(await screen.findByRole('button', { name: 'Notifications: 3 unread' }))

    expect(await screen.findByRole('button', { name: 'Notifications' })).toBeInTheDocument()
    expect(sent()).toMatchObject([{ path: '/api/me/notifications/read', body: { notification_id: '3' } }])
  })
})

describe('the settings of notifications', () => {
  it('are sent as they are ticked', async () => {
    renderInApp(<NotificationSettingsPage />)

    fireEvent.click(await screen.findByLabelText('I am mentioned: By mail'))
    fireEvent.click(screen.getByLabelText('I am mentioned: On my devices'))
    fireEvent.click(screen.getByLabelText('Neither mail nor push at certain hours'))
    fireEvent.click(screen.getByLabelText('Sun'))
    fireEvent.click(screen.getByText('Save'))

    expect(await screen.findByText('Saved.')).toBeInTheDocument()
    expect(sent()[0]?.body).toMatchObject({
      kinds: { mention: { feed: true, mail: true, push: true }, escalation: feedAlone },
      quiet_hours: { start: '22:00', end: '06:00', critical_passes: true },
    })
    expect(sent()[0]?.body).not.toHaveProperty('quiet_hours.days', expect.arrayContaining(['sunday']))
  })

  it('offer no mail where there is none', async () => {
    settings = { ...stored, mail_available: false, push_available: false }
    renderInApp(<NotificationSettingsPage />)

    expect(await screen.findByText('Mail is not set up on this system.')).toBeInTheDocument()
    expect(screen.queryByRole('checkbox', { name: /By mail|On my devices/ })).not.toBeInTheDocument()
    expect(screen.queryByLabelText('Send mail')).not.toBeInTheDocument()
  })

  it('offer no push where the server is older than it', async () => {
    const ways = { feed: true, mail: false }
    const kinds = { mention: ways, assignment: ways, out_of_bounds: ways, escalation: ways }
    settings = { ...stored, kinds, push_available: undefined }

    renderInApp(<NotificationSettingsPage />)

    expect(await screen.findAllByRole('checkbox', { name: /By mail/ })).not.toHaveLength(0)
    expect(screen.queryByRole('checkbox', { name: /On my devices/ })).not.toBeInTheDocument()
  })
})
