import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json, problem } from '../../testing/fakeServer'
import { ME, OTHER } from '../../testing/frames'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import { session } from '../auth/currentSession'
import type { Room } from '../rooms/room'
import { RoomSettingsPage } from './RoomSettingsPage'

const NAMES: Record<string, string> = { [ME]: '李偉', [OTHER]: '陳美' }
const ITEM = { item_id: 'i1', text: 'Lock out the heater', done: false }
const end = { limit: 200, has_more: false, next: null }
let room: Room
let calls: Call[]
let refusal: Response | null

beforeEach(async () => {
  room = aRoom({ my_role: 'OWNER' })
  refusal = null
  calls = fakeServer(({ method, path }) => {
    if (path.startsWith('/api/auth')) return grant('token')
    if (method !== 'GET') return refusal ?? json(room)
    if (path.startsWith('/api/users/')) {
      const id = decodeURIComponent(path.split('/')[3] ?? '')
      return json({ user_id: id, display_name: NAMES[id] })
    }
    if (path.includes('/members')) {
      const roles = [
        [ME, room.my_role],
        [OTHER, 'EDITOR'],
      ]
      const items = roles.map(([user_id, role]) => ({ user_id, role, joined_at: room.created_at }))
      return json({ items, pagination: end })
    }
    if (path.endsWith('/checklist')) return json({ items: [ITEM], pagination: end })
    if (!path.includes('/activity')) return json(room)
    const change = { severity: 'critical', changed_by: OTHER }
    const entry = { version: 2, event: 'room_updated', changed_by: OTHER, changed_at: room.created_at }
    return json({ items: [{ ...entry, from: { severity: 'low' }, to: change }], pagination: end })
  })
  await session.signIn('li.wei', 'andon-demo')
})

async function open(fields: Partial<Room> = {}) {
  room = { ...room, ...fields }
  renderInApp(
    <Routes>
      <Route path="/rooms/:roomId/settings" element={<RoomSettingsPage />} />
      <Route path="/rooms" element={<p>the list</p>} />
    </Routes>,
    `/rooms/${room.room_id}/settings`,
  )
  // Their initials stand beside the name, and are the same.
  await within(await screen.findByRole('list', { name: 'Members' })).findAllByText('陳美')
}

const sent = () => calls.filter(({ method, path }) => method !== 'GET' && path.startsWith('/api/rooms'))
const last = () => sent().at(-1)

describe('the settings of a room', () => {
  it('offer an owner everything', async () => {
    await open()

    expect(screen.getByRole('button', { name: 'Save' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Mark as resolved' })).toBeInTheDocument()
    expect(screen.getByRole('combobox', { name: 'Add a person' })).toBeInTheDocument()
    expect(screen.getByRole('checkbox', { name: /Lock out/ })).toBeEnabled()
    expect(screen.getByRole('button', { name: 'Delete the incident' })).toBeInTheDocument()
    expect(screen.getByText('Severity: Low → Critical')).toBeInTheDocument()
  })

  it.each(['EDITOR', 'VIEWER'] as const)('offer to one who is %s only what they may do', async (role) => {
    await open({ my_role: role })

    for (const name of ['Save', 'Mark as resolved', 'Delete the incident', 'Actions for 陳美']) {
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument()
    }
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Leave the incident' })).toBeInTheDocument()
    const tick = screen.getByRole('checkbox', { name: /Lock out/ })
    if (role === 'VIEWER') expect(tick).toBeDisabled()
    else expect(tick).toBeEnabled()
  })

  it('resolve with notes only', async () => {
    await open()

    await userEvent.click(screen.getByRole('button', { name: 'Mark as resolved' }))
    expect(screen.getByLabelText(/Resolution notes/)).toHaveAccessibleDescription(/Say how it was resolved/)
    await userEvent.type(screen.getByLabelText(/Resolution notes/), 'Thermocouple replaced')
    await userEvent.click(screen.getByRole('button', { name: 'Mark as resolved' }))

    expect(sent().map(({ body }) => body)).toEqual([
      { status: 'resolved', resolution_notes: 'Thermocouple replaced' },
    ])
  })

  it('ask before archiving, which cannot be undone', async () => {
    await open({ status: 'resolved', resolution_notes: 'Thermocouple replaced' })

    await userEvent.click(screen.getByRole('button', { name: 'Archive' }))
    expect(sent()).toEqual([])
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Archive' }))

    expect(last()).toMatchObject({ method: 'PUT', body: { status: 'archived' } })
  })

  it('change the role of a member, and hand ownership over', async () => {
    await open()

    await userEvent.click(screen.getByRole('combobox', { name: 'Role of 陳美' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Viewer' }))
    await waitFor(() => {
      expect(last()).toMatchObject({ method: 'PUT', body: { role: 'VIEWER' } })
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Actions for 陳美' }))
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Hand over ownership' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Hand over ownership' }))

    await waitFor(() => {
      expect(last()).toMatchObject({ method: 'PUT', body: { user_id: OTHER } })
    })
  })

  it('say why the last owner cannot leave, and stay', async () => {
    await open()
    refusal = problem(409, 'last_owner')

    await userEvent.click(screen.getByRole('button', { name: 'Leave the incident' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave the incident' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('An incident always has an owner')
    expect(screen.queryByText('the list')).not.toBeInTheDocument()
  })

  it('lead to the list once one has left', async () => {
    await open({ my_role: 'EDITOR' })

    await userEvent.click(screen.getByRole('button', { name: 'Leave the incident' }))
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Leave the incident' }))

    expect(await screen.findByText('the list')).toBeInTheDocument()
    expect(last()).toMatchObject({ method: 'DELETE' })
  })

  it('show a tick at once, and take it back if the server refuses', async () => {
    await open()
    refusal = problem(403, 'forbidden')

    await userEvent.click(screen.getByRole('checkbox', { name: /Lock out/ }))

    expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed')
    await waitFor(() => {
      expect(screen.getByRole('checkbox', { name: /Lock out/ })).not.toBeChecked()
    })
  })
})
