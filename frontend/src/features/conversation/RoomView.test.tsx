import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServer, grant, json } from '../../testing/fakeServer'
import { FakeWebSocket } from '../../testing/FakeWebSocket'
import { ME, message, OTHER, page } from '../../testing/frames'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import { session } from '../auth/currentSession'
import type { Room } from '../rooms/room'
import { RoomView } from './RoomView'

let rooms = 0

const room = (fields: Partial<Room>) => aRoom({ room_id: `room-${++rooms}`, ...fields })

async function openRoom(fields: Partial<Room> = {}) {
  renderInApp(<RoomView room={room(fields)} />)
  await waitFor(() => {
    expect(FakeWebSocket.opened).toHaveLength(1)
  })
}

const serverSends = (...frames: object[]) => {
  act(() => {
    for (const frame of frames) FakeWebSocket.latest.deliver(frame)
  })
}
async function choose(action: string) {
  await userEvent.click(await log().findByRole('button', { name: 'More actions' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: action }))
}

const log = () => within(screen.getByRole('log', { name: 'Timeline' }))

beforeEach(async () => {
  FakeWebSocket.install()
  fakeServer(({ path }) => (path.startsWith('/api/auth') ? grant('token') : json(page([message(1)], 1))))
  await session.signIn('li.wei', 'andon-demo')
})

describe('the page of a room', () => {
  it('shows the history, what comes live, and who comes and goes', async () => {
    await openRoom()
    act(() => {
      FakeWebSocket.latest.welcome(1)
    })

    serverSends(message(2, { content: 'live at once' }), {
      type: 'system',
      event: 'user_joined',
      room_id: 'room',
      user_id: OTHER,
      display_name: '陳美',
      timestamp: '2026-11-22T03:05:00.000Z',
    })

    expect(screen.getByRole('status', { name: 'Connection' })).toHaveTextContent('Live')
    expect(await log().findByText('live at once')).toBeInTheDocument()
    expect(log().getByText('text 1')).toBeInTheDocument()
    expect(log().getByText(/陳美 joined/)).toBeInTheDocument()
  })

  it('shows what machines say: messages with a badge, alarms with their readings', async () => {
    await openRoom({ created_by: 'machine:plant.alarms.v1' })
    act(() => {
      FakeWebSocket.latest.welcome(1)
    })

    serverSends(message(2, { sender_id: 'machine:1', sender_name: 'Oven 3 PLC', machine: true }), {
      type: 'system',
      event: 'alarm_raised',
      room_id: 'room',
      sequence_number: 3,
      message_id: 'm3',
      user_id: 'machine:plant.alarms.v1',
      timestamp: '2026-11-22T03:05:00.000Z',
      alarm: { alarm_id: 'a1', text: 'Over temperature', readings: { temperature: 92.5, door: 'closed' } },
      out_of_bounds: [{ field: 'temperature', value: 92.5, unit: '°C', limit: 80, bound: 'high' }],
    })

    expect(await log().findByText('Machine')).toBeInTheDocument()
    expect(log().getByText('Oven 3 PLC')).toBeInTheDocument()
    expect(log().getByText(/Alarm: Over temperature/)).toBeInTheDocument()
    expect(log().getByLabelText('Readings')).toHaveTextContent('temperature92.5 °Cabove 80 °Cdoorclosed')
    expect(screen.getByText(/Plant system/)).toBeInTheDocument()
  })

  it('shows my message at once and only once after it is stored', async () => {
    await openRoom()
    act(() => {
      FakeWebSocket.latest.welcome(1)
    })

    await userEvent.type(screen.getByLabelText('Message'), 'on my way{Enter}')
    expect(log().getByText(/Sending…/)).toBeInTheDocument()
    const frame = FakeWebSocket.latest.sent.find((sent) => sent.type === 'message')
    serverSends(message(2, { content: 'on my way', client_msg_id: frame?.client_msg_id }))

    await waitFor(() => {
      expect(log().queryByText(/Sending/)).not.toBeInTheDocument()
    })
    expect(log().getAllByText('on my way')).toHaveLength(1)
  })

  it('shows that a message was deleted, and not what it said', async () => {
    await openRoom()

    serverSends({
      type: 'message_deleted',
      room_id: 'room',
      sequence_number: 2,
      message_id: 'm1',
      deleted_at: '2026-11-22T03:05:00.000Z',
      deleted_by: OTHER,
    })

    expect(await log().findByText('Message deleted')).toBeInTheDocument()
    expect(log().queryByText('text 1')).not.toBeInTheDocument()
  })

  it('shows a mark at once, as it is on its way, and what others mark as they do', async () => {
    await openRoom()
    act(() => {
      FakeWebSocket.latest.welcome(1)
    })

    await choose('Mark as root cause')
    expect(log().getByText('Root cause')).toBeInTheDocument()
    const frame = FakeWebSocket.latest.sent.find((sent) => sent.type === 'mark')
    expect(frame).toMatchObject({ message_id: 'm1', mark: 'root_cause' })

    serverSends(
      { type: 'ack', client_msg_id: frame?.client_msg_id, sequence_number: 2 },
      { type: 'message_marked', room_id: 'room', sequence_number: 2, message_id: 'm1', mark: 'root_cause', marked_by: ME },
      { type: 'message_marked', room_id: 'room', sequence_number: 3, message_id: 'm1', mark: 'action', marked_by: OTHER },
    )
    expect(await log().findByText('Action')).toBeInTheDocument()
    expect(log().queryByText('Root cause')).not.toBeInTheDocument()

    await choose('Take the mark away')
    expect(log().queryByText('Action')).not.toBeInTheDocument()
    expect(FakeWebSocket.latest.sent.at(-1)).toMatchObject({ type: 'mark', message_id: 'm1', mark: null })
  })

  it('offers no marks to a viewer', async () => {
    await openRoom({ my_role: 'VIEWER' })

    await userEvent.click(await log().findByRole('button', { name: 'More actions' }))

    expect(await screen.findByRole('menuitem', { name: 'Copy text' })).toBeInTheDocument()
    expect(screen.queryByRole('menuitem', { name: /Mark/ })).not.toBeInTheDocument()
  })

  it('lets a viewer read, not write, and says why', async () => {
    await openRoom({ my_role: 'VIEWER' })

    expect(screen.queryByLabelText('Message')).not.toBeInTheDocument()
    expect(screen.getByText(/You are a viewer of this incident/)).toBeInTheDocument()
  })

  it('lets nobody write in an archived room, and says why', async () => {
    await openRoom({ my_role: 'OWNER', status: 'archived' })

    expect(screen.queryByLabelText('Message')).not.toBeInTheDocument()
    expect(screen.getByText(/This incident is archived/)).toBeInTheDocument()
  })

  it('shows nothing of the room any more to someone who was removed', async () => {
    await openRoom()

    act(() => {
      FakeWebSocket.latest.drop(4403)
    })

    expect(screen.getByRole('alert')).toHaveTextContent('You are no longer a member of this incident.')
    expect(screen.queryByText('text 1')).not.toBeInTheDocument()
  })
})
