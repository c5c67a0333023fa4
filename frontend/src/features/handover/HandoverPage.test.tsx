import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { HandoverPage } from './HandoverPage'

const head = {
  handover_id: 'h1',
  location: 'Line 3',
  shift: 'Night',
  since: '2026-11-22T00:00:00.000Z',
  made_at: '2026-11-22T12:00:00.000Z',
  made_by: null as string | null,
  made_by_name: null as string | null,
  note: null as string | null,
  due_at: '2026-11-22T12:30:00.000Z',
  overdue: false,
  acknowledgements: [] as object[],
  room_count: 1,
  message_count: 4,
  open_action_count: 2,
  out_of_bounds_count: 1,
  rooms_left_out: 0,
}

const none = { items: [], left_out: 0 }

const oven = {
  room_id: 'oven',
  title: 'Oven too hot',
  severity: 'critical',
  opened_at: '2026-11-22T11:00:00.000Z',
  messages: 4,
  files: 1,
  speakers: { items: [{ user_id: 'chen.mei@plant.example', name: '陳美', messages: 4 }], left_out: 0 },
  changes: {
    items: [
      {
        sequence_number: 6,
        at: '2026-11-22T11:30:00.000Z',
        user_id: 'chen.mei@plant.example',
        event: 'room_updated',
        from: 'high',
        to: 'critical',
        fields: ['severity', 'root_cause'],
        member_id: null,
        role: null,
      },
    ],
    left_out: 3,
  },
  marks: {
    items: [{ message_id: 'm4', sequence_number: 4, mark: 'root_cause', text: null, sender_name: '陳美' }],
    left_out: 0,
  },
  open_actions: {
    items: [
      { message_id: 'm2', sequence_number: 2, text: '更換熱電偶', sender_name: '陳美', item_id: null },
      { message_id: null, sequence_number: null, text: 'Lock it out', sender_name: null, item_id: 'i1' },
    ],
    left_out: 0,
  },
  out_of_bounds: {
    items: [
      {
        sequence_number: 3,
        measured_at: '2026-11-22T11:10:00.000Z',
        field: 'temperature',
        value: 92.5,
        unit: '°C',
        limit: 80,
        bound: 'high',
      },
    ],
    left_out: 0,
  },
  unread: 2,
}

let handover: typeof head & { rooms: object[] }
let acknowledged: () => Response
let calls: Call[]

beforeEach(async () => {
  handover = { ...head, rooms: [oven] }
  acknowledged = () => json(handover)
  calls = fakeServer(({ path, method }) => {
    if (path.startsWith('/api/auth')) return grant('secret')
    if (method === 'PUT') return acknowledged()
    return path === '/api/handovers/h1' ? json(handover) : problem(404, 'handover_not_found')
  })
  await session.signIn('li.wei', 'andon-demo')
})

const show = (id = 'h1') =>
  renderInApp(
    <Routes>
      <Route path="/handovers/:handoverId" element={<HandoverPage />} />
    </Routes>,
    `/handovers/${id}`,
  )

describe('a handover', () => {
  it('tells what is to be done and what has happened, each with the way to its place', async () => {
    show()

    const room = within(await screen.findByRole('article', { name: 'Oven too hot' }))
    expect(room.getByText('Critical')).toBeInTheDocument()
    expect(room.getByText('2 unread by you')).toBeInTheDocument()
    expect(room.getByRole('link', { name: /更換熱電偶 — 陳美/ })).toHaveAttribute('href', '/rooms/oven?at=2')
    expect(within(room.getByRole('list', { name: 'Open actions' })).getByText('Lock it out')).toBeInTheDocument()
    expect(room.getByRole('link', { name: /temperature: 92.5 °C \(above 80 °C\)/ })).toHaveAttribute(
      'href',
      '/rooms/oven?at=3',
    )
    expect(room.getByRole('link', { name: /changed the incident.s details: Severity: High → Critical, Root cause/ })).toHaveAttribute(
      'href',
      '/rooms/oven?at=6',
    )
    expect(room.getByText('and 3 more')).toBeInTheDocument()
  })

  it('says of a marked message that was deleted since that it was', async () => {
    show()

    const marked = await screen.findByRole('link', { name: /Root cause:/ })
    expect(marked).not.toHaveTextContent('null')
    expect(marked).toHaveTextContent(/deleted/i)
  })

  it('is taken over by name', async () => {
    show()
    const takeOver = await screen.findByRole('button', { name: 'Take over' })
    const mine = { user_id: 'li.wei@plant.example', name: '李偉', acknowledged_at: '2026-11-22T12:40:00.000Z', late: true }
    handover = { ...handover, acknowledgements: [mine] }

    await userEvent.click(takeOver)

    expect(await screen.findByRole('list', { name: 'Taken over' })).toHaveTextContent(/李偉.*\(late\)/)
    expect(screen.queryByRole('button', { name: 'Take over' })).not.toBeInTheDocument()
    expect(calls.some(({ method, path }) => method === 'PUT' && path === '/api/handovers/h1/acknowledgement')).toBe(true)
  })

  it('is not for who handed over to take over', async () => {
    handover = { ...handover, shift: null as never, made_by: 'li.wei@plant.example', made_by_name: '李偉', note: 'Below 80 °C' }
    show()

    expect(await screen.findByText(/You handed this over/)).toBeInTheDocument()
    expect(screen.getByText('Below 80 °C')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Take over' })).not.toBeInTheDocument()
  })

  it('that nobody took over in time says so', async () => {
    handover = { ...handover, overdue: true, rooms: [{ ...oven, severity: null, opened_at: null, changes: none }] }
    show()

    expect(await screen.findByText('Overdue')).toBeInTheDocument()
    expect(screen.getByText(/It was due by/)).toBeInTheDocument()
    expect(screen.queryByText('Changes')).not.toBeInTheDocument()
  })

  it('that cannot be taken over now can be tried again', async () => {
    acknowledged = () => problem(503, 'unavailable')
    show()

    await userEvent.click(await screen.findByRole('button', { name: 'Take over' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('A part of the system is away')
    expect(screen.getByRole('button', { name: 'Take over' })).toBeEnabled()
  })

  it('of others is not there', async () => {
    show('h2')

    expect(await screen.findByRole('alert')).toHaveTextContent('There is no such handover')
  })
})
