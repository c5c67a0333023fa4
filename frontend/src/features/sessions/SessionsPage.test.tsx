import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { SessionsPage } from './SessionsPage'

const at = '2026-11-22T03:00:00.000Z'
const times = { created_at: at, last_seen_at: at, expires_at: at, address: '10.0.0.7' }
let open: string[]
let calls: Call[]

beforeEach(async () => {
  open = ['here', 'tablet', 'office']
  calls = fakeServer(({ method, path }) => {
    if (!path.startsWith('/api/auth/sessions')) return grant('token')
    if (method === 'DELETE') {
      open = open.filter((id) => !path.endsWith(id))
      return new Response(null, { status: 204 })
    }
    const items = open.map((id) => ({ ...times, session_id: id, device: `Edge on ${id}`, current: id === 'here' }))
    return json({ items, pagination: { limit: 200, has_more: false, next: null } })
  })
  await session.signIn('li.wei', 'andon-demo')
})

const asked = () => calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`)

describe('my sessions', () => {
  it('are listed with device and address, and another than this one can be ended', async () => {
    renderInApp(<SessionsPage />)
    const rows = within(await screen.findByRole('list', { name: 'Open sessions' })).getAllByRole('listitem')
    expect(rows[0]).toHaveTextContent('Edge on here')
    expect(rows[0]).toHaveTextContent('This device')
    expect(rows[1]).toHaveTextContent('10.0.0.7')
    expect(within(rows[0] as HTMLElement).queryByRole('button')).not.toBeInTheDocument()

    await userEvent.click(screen.getByRole('button', { name: 'End the session on Edge on tablet' }))

    await waitFor(() => {
      expect(screen.queryByText('Edge on tablet')).not.toBeInTheDocument()
    })
    expect(screen.getByText('Edge on office')).toBeInTheDocument()
  })

  it('are all ended at once, this one last', async () => {
    renderInApp(<SessionsPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out everywhere' }))
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', { name: 'Sign out everywhere' }),
    )

    await waitFor(() => {
      expect(session.state()).toEqual({ status: 'signed_out', why: 'left' })
    })
    expect(asked()).toEqual([
      'POST /api/auth/login',
      'DELETE /api/auth/sessions/tablet',
      'DELETE /api/auth/sessions/office',
      'POST /api/auth/logout',
    ])
  })
})
