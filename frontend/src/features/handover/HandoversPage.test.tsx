import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { aHandover } from '../../testing/handovers'
import { aRoom } from '../../testing/rooms'
import { session } from '../auth/currentSession'
import type { Handover } from './handover'
import { HandoverLink } from './HandoverLink'
import { HandoversPage } from './HandoversPage'

const page = (items: object[]) => json({ items, pagination: { limit: 30, has_more: false, next: null } })

let handovers: Handover[]
let calls: Call[]

beforeEach(async () => {
  handovers = []
  calls = fakeServer(({ path, method }) => {
    if (path.startsWith('/api/auth')) return grant('secret')
    if (path.startsWith('/api/rooms')) {
      return page([
        aRoom({ location: 'Line 3' }),
        aRoom({ room_id: 'r2', location: 'Line 3' }),
        aRoom({ room_id: 'r3', location: 'Line 4', my_role: 'VIEWER' }),
      ])
    }
    return method === 'POST' ? json({ ...aHandover('new'), rooms: [] }, 201) : page(handovers)
  })
  await session.signIn('li.wei', 'andon-demo')
})

const show = () =>
  renderInApp(
    <Routes>
      <Route path="/handovers" element={<HandoversPage />} />
      <Route path="/handovers/new" element="the new one" />
    </Routes>,
    '/handovers',
  )

it('handovers are listed line by line, with what became of them', async () => {
  const mei = { user_id: 'chen.mei@plant.example', name: '陳美', acknowledged_at: '2026-11-22T12:10:00.000Z', late: false }
  handovers = [
    aHandover('h1', { overdue: true }),
    aHandover('h2', { location: null, shift: null, made_by: 'x', made_by_name: 'John' }),
    aHandover('h3', { acknowledgements: [mei] }),
  ]
  show()

  const line = within(await screen.findByRole('region', { name: 'Line 3' }))
  expect(line.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/handovers/h1', '/handovers/h3'])
  expect(line.getByText('Overdue')).toBeInTheDocument()
  expect(line.getByText('Taken over by 陳美')).toBeInTheDocument()
  expect(within(screen.getByRole('region', { name: 'Without a location' })).getByText('Waiting')).toBeInTheDocument()
})

it('who writes at one line only hands that one over', async () => {
  show()

  await userEvent.click(await screen.findByRole('button', { name: 'Hand over now' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.type(dialog.getByRole('textbox', { name: /Note/ }), 'Below 80')
  await userEvent.click(dialog.getByRole('button', { name: 'Hand over now' }))

  expect(await screen.findByText('the new one')).toBeInTheDocument()
  expect(calls.find(({ method, path }) => method === 'POST' && path === '/api/handovers')?.body).toEqual({
    location: 'Line 3',
    note: 'Below 80',
  })
})

it('the way there tells how many wait for others than who made them, and how many are overdue', async () => {
  handovers = [
    aHandover('h1', { overdue: true }),
    aHandover('h2'),
    aHandover('h3', { made_by: 'li.wei@plant.example' }),
  ]
  renderInApp(<HandoverLink />)

  expect(await screen.findByRole('link', { name: 'Shift handovers: 2 to take over, 1 overdue' })).toHaveAttribute(
    'href',
    '/handovers',
  )
  expect(calls.at(-1)?.path).toMatch(/^\/api\/handovers\?acknowledged=false&from=/)
})
