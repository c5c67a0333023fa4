import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Link, Route, Routes } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Call, fakeServer, grant, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { RoomListPage } from './RoomListPage'

function rooms(titles: string[], next: string | null = null): Response {
  return json({
    items: titles.map((title) => ({
      room_id: title,
      title,
      incident_type: 'safety',
      severity: 'high',
      status: 'active',
      location: 'Line 3',
      created_by: 'chen.mei@plant.example',
      created_at: '2026-11-22T03:00:00.000Z',
      last_activity_at: '2026-11-22T03:00:00.000Z',
      my_role: 'EDITOR',
      version: 1,
    })),
    pagination: { limit: 30, has_more: next !== null, next },
  })
}

const UNREAD = { room_id: 'First', unread: 3, mentions: 1, last_read: 1, last_sequence_number: 4 }
let calls: Call[]
let roles: string[]
let list: (path: string) => Response

const asked = () => calls.filter(({ path }) => path.startsWith('/api/rooms')).map(({ path }) => path)

async function open(at: string) {
  await session.signIn('li.wei', 'andon-demo')
  renderInApp(<RoomListPage />, at)
}

beforeEach(() => {
  roles = ['user']
  calls = fakeServer(({ path }) => {
    if (path.startsWith('/api/auth')) return grant('token', 600, 'li.wei@plant.example', roles)
    return path === '/api/me/unread' ? json({ rooms: [UNREAD] }) : list(path)
  })
})

afterEach(() => {
  vi.useRealTimers()
})

describe('the list of incidents', () => {
  it('shows each as a link, and loads the next page before its end is reached', async () => {
    list = (path) => (path.includes('cursor=c1') ? rooms(['Second']) : rooms(['First'], 'c1'))
    await open('/rooms')

    expect(await screen.findByRole('link', { name: 'First' })).toHaveAttribute('href', '/rooms/First')
    expect(await screen.findByRole('link', { name: 'Second' })).toBeInTheDocument()
    expect(asked()).toEqual(['/api/rooms?limit=30', '/api/rooms?limit=30&cursor=c1'])
  })

  it('keeps what is there when the next page fails, and tries that page again', async () => {
    let away = true
    list = (path) => {
      if (!path.includes('cursor=c1')) return rooms(['First'], 'c1')
      return away ? problem(503, 'unavailable') : rooms(['Second'])
    }
    await open('/rooms')
    await screen.findByRole('link', { name: 'First' })

    away = false
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('link', { name: 'Second' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'First' })).toBeInTheDocument()
  })

  it('says what is unread where, and where one is mentioned', async () => {
    list = () => rooms(['First', 'Second'])
    await open('/rooms')

    const row = async (title: string) => within((await screen.findByRole('link', { name: title })).closest('li') as never)
    expect(await (await row('First')).findByLabelText('3 unread messages, you are mentioned')).toHaveTextContent('3')
    expect((await row('Second')).queryByLabelText(/unread/)).not.toBeInTheDocument()
  })

  it('asks the server for what is chosen, in its order', async () => {
    list = () => rooms([])
    await open('/rooms')

    await userEvent.click(await screen.findByRole('radio', { name: 'Resolved' }))
    await userEvent.type(screen.getByLabelText('Search incidents'), ' oven ')
    await userEvent.type(screen.getByRole('searchbox', { name: 'Location' }), 'Line 3')
    await userEvent.click(screen.getByRole('button', { name: 'Severity' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'High' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Critical' }))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('button', { name: 'Type' }))
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Safety' }))
    await userEvent.keyboard('{Escape}')
    await userEvent.click(screen.getByRole('combobox', { name: 'Order' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Oldest first' }))

    await waitFor(() => {
      expect(decodeURIComponent(asked().at(-1) ?? '')).toBe(
        '/api/rooms?status=resolved&severity=critical,high&incident_type=safety&location=Line+3&q=oven&sort=created_at&limit=30',
      )
    })
    expect(screen.getByRole('button', { name: 'Severity: 2 chosen' })).toBeInTheDocument()
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument()
  })

  it('takes the filter from the address, and gives it up again', async () => {
    list = () => rooms(['First'])
    await open('/rooms?status=active&q=oven&severity=high')
    await screen.findByRole('link', { name: 'First' })
    expect(screen.getByLabelText('Search incidents')).toHaveValue('oven')
    expect(screen.getByRole('radio', { name: 'Active' })).toBeChecked()
    expect(asked()[0]).toBe('/api/rooms?status=active&severity=high&q=oven&limit=30')

    await userEvent.click(screen.getByRole('button', { name: 'Show all incidents' }))

    await waitFor(() => {
      expect(asked().at(-1)).toBe('/api/rooms?limit=30')
    })
    expect(screen.getByLabelText('Search incidents')).toHaveValue('')
  })

  it('offers the rooms of others to admins only', async () => {
    list = () => rooms(['First'])
    roles = ['user', 'admin']
    await open('/rooms')

    await userEvent.click(await screen.findByRole('switch', { name: 'Also those I am not in' }))

    await waitFor(() => {
      expect(asked().at(-1)).toBe('/api/rooms?mine=false&limit=30')
    })
  })

  it('does not offer them to others', async () => {
    list = () => rooms(['First'])
    await open('/rooms')
    await screen.findByRole('link', { name: 'First' })

    expect(screen.queryByRole('switch')).not.toBeInTheDocument()
  })

  it('is there at once for who comes back after a while in an incident', async () => {
    list = () => rooms(['First'])
    await session.signIn('li.wei', 'andon-demo')
    renderInApp(
      <Routes>
        <Route path="/rooms" element={<RoomListPage />} />
        <Route path="/rooms/First" element={<Link to="/rooms">Back</Link>} />
      </Routes>,
      '/rooms',
    )
    const room = await screen.findByRole('link', { name: 'First' })

    vi.useFakeTimers()
    fireEvent.click(room)
    vi.advanceTimersByTime(20 * 60_000)
    fireEvent.click(screen.getByRole('link', { name: 'Back' }))

    expect(screen.getByRole('link', { name: 'First' })).toBeInTheDocument()
  })

  it('says what to do when the list cannot be loaded, and tries again', async () => {
    let away = true
    list = () => (away ? problem(503, 'unavailable') : rooms(['First']))
    await open('/rooms')
    expect(await screen.findByRole('alert')).toHaveTextContent('A part of the system is away')

    away = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('link', { name: 'First' })).toBeInTheDocument()
  })
})
