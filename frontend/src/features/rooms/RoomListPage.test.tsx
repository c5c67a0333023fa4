import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
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

describe('the list of incidents', () => {
  it('shows each as a link, and more of them on demand', async () => {
    const calls = fakeServer(({ path }) => (path.includes('cursor=c1') ? rooms(['Second']) : rooms(['First'], 'c1')))
    renderInApp(<RoomListPage />, '/rooms')

    expect(await screen.findByRole('link', { name: 'First' })).toHaveAttribute('href', '/rooms/First')
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))

    expect(await screen.findByRole('link', { name: 'Second' })).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument()
    expect(calls).toHaveLength(2)
  })

  it('asks the server for the status and the words chosen', async () => {
    const calls = fakeServer(() => rooms([]))
    renderInApp(<RoomListPage />, '/rooms')

    await userEvent.click(await screen.findByRole('radio', { name: 'Resolved' }))
    await userEvent.type(screen.getByLabelText('Search incidents'), ' oven ')

    await waitFor(() => {
      expect(calls.at(-1)?.path).toBe('/api/rooms?status=resolved&q=oven&limit=30')
    })
    expect(await screen.findByText('Nothing matches')).toBeInTheDocument()
  })

  it('takes the filter from the address', async () => {
    const calls = fakeServer(() => rooms(['First']))
    renderInApp(<RoomListPage />, '/rooms?status=active&q=oven')

    await screen.findByRole('link', { name: 'First' })

    expect(screen.getByLabelText('Search incidents')).toHaveValue('oven')
    expect(screen.getByRole('radio', { name: 'Active' })).toBeChecked()
    expect(calls[0]?.path).toBe('/api/rooms?status=active&q=oven&limit=30')
  })

  it('says what to do when the list cannot be loaded, and tries again', async () => {
    let away = true
    fakeServer(() => (away ? problem(503, 'unavailable') : rooms(['First'])))
    renderInApp(<RoomListPage />, '/rooms')
    expect(await screen.findByRole('alert')).toHaveTextContent('A part of the system is away')

    away = false
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))

    expect(await screen.findByRole('link', { name: 'First' })).toBeInTheDocument()
  })
})
