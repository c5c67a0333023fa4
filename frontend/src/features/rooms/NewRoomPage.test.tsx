import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { NewRoomPage } from './NewRoomPage'

const chen = { user_id: 'chen.mei@plant.example', display_name: '陳美' }
const templates = {
  items: [
    {
      template_id: '0198f3a0-7777-7000-8000-000000000001',
      name: 'Oven alarm',
      incident_type: 'safety',
      severity: 'critical',
      title: 'Oven over temperature',
      description: null,
      members: [{ user_id: chen.user_id, role: 'EDITOR' }],
      checklist: [{ text: 'Lock out the heater' }],
      version: 1,
    },
  ],
  pagination: { limit: 200, has_more: false, next: null },
}
let creation: () => Response
let calls: Call[]

beforeEach(async () => {
  creation = () => json({ code: 'internal_error' }, 500)
  calls = fakeServer(({ path }) => {
    if (path.startsWith('/api/auth')) return grant('token')
    if (path.startsWith('/api/users/')) return json(chen)
    if (path.startsWith('/api/users')) return json({ items: [chen] })
    return path.startsWith('/api/room-templates') ? json(templates) : creation()
  })
  await session.signIn('li.wei', 'andon-demo')
})

const created = () => calls.filter(({ method, path }) => method === 'POST' && path === '/api/rooms')

describe('a new incident', () => {
  it('needs a title before the server is asked', async () => {
    renderInApp(<NewRoomPage />)

    await userEvent.click(screen.getByRole('button', { name: 'Open incident' }))

    expect(screen.getByLabelText(/What is wrong/)).toHaveAccessibleDescription('Give the incident a title.')
    expect(created()).toEqual([])
  })

  it('is sent with its type, severity and the people found in the directory', async () => {
    renderInApp(<NewRoomPage />)

    await userEvent.type(screen.getByLabelText(/What is wrong/), 'Door sensor fails')
    await userEvent.click(screen.getByRole('radio', { name: 'Safety' }))
    await userEvent.click(screen.getByRole('radio', { name: 'Critical' }))
    await userEvent.type(screen.getByLabelText('Location'), 'Line 5')
    await userEvent.type(screen.getByRole('combobox', { name: 'Add a person' }), '陳')
    await userEvent.click(await screen.findByRole('option', { name: /陳美/ }))
    await userEvent.click(screen.getByRole('combobox', { name: 'Role of 陳美' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Viewer' }))
    await userEvent.click(screen.getByRole('button', { name: 'Open incident' }))

    expect(created().map(({ body }) => body)).toEqual([
      {
        title: 'Door sensor fails',
        incident_type: 'safety',
        severity: 'critical',
        location: 'Line 5',
        description: '',
        members: [{ user_id: chen.user_id, role: 'VIEWER' }],
      },
    ])
  })

  it('starts from a template, whose type, severity and title can still be changed', async () => {
    renderInApp(<NewRoomPage />)

    await userEvent.click(await screen.findByRole('combobox', { name: 'Template' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Oven alarm' }))
    expect(screen.getByLabelText(/What is wrong/)).toHaveValue('Oven over temperature')
    expect(screen.getByText('Lock out the heater')).toBeInTheDocument()
    expect(await screen.findByText('陳美 · Editor')).toBeInTheDocument()
    await userEvent.type(screen.getByLabelText(/What is wrong/), ', line 5')
    await userEvent.click(screen.getByRole('radio', { name: 'High' }))
    await userEvent.click(screen.getByRole('button', { name: 'Open incident' }))

    expect(created().map(({ body }) => body)).toEqual([
      {
        title: 'Oven over temperature, line 5',
        incident_type: 'safety',
        severity: 'high',
        location: '',
        description: '',
        template_id: templates.items[0]?.template_id,
        members: [],
      },
    ])
  })

  it('keeps what was written already when a template is chosen', async () => {
    renderInApp(<NewRoomPage />)

    await userEvent.type(screen.getByLabelText(/What is wrong/), 'Smoke')
    await userEvent.click(await screen.findByRole('combobox', { name: 'Template' }))
    await userEvent.click(await screen.findByRole('option', { name: 'Oven alarm' }))

    expect(screen.getByLabelText(/What is wrong/)).toHaveValue('Smoke')
    expect(screen.getByRole('radio', { name: 'Critical' })).toBeChecked()
  })

  it("puts the server's objection beside the field it is about", async () => {
    creation = () => json({ code: 'invalid_field', errors: [{ field: 'location', message: 'no such line' }] }, 422)
    renderInApp(<NewRoomPage />)

    await userEvent.type(screen.getByLabelText(/What is wrong/), 'Door sensor fails')
    await userEvent.click(screen.getByRole('button', { name: 'Open incident' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('See the fields marked.')
    expect(screen.getByLabelText('Location')).toHaveAccessibleDescription('no such line')
  })
})
