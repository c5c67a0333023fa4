import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, grant, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { session } from '../auth/currentSession'
import { NewRoomPage } from './NewRoomPage'

const chen = { user_id: 'chen.mei@plant.example', display_name: '陳美' }
let creation: () => Response
let calls: Call[]

beforeEach(async () => {
  creation = () => json({ code: 'internal_error' }, 500)
  calls = fakeServer(({ path }) => {
    if (path.startsWith('/api/auth')) return grant('token')
    return path.startsWith('/api/users') ? json({ items: [chen] }) : creation()
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

  it("puts the server's objection beside the field it is about", async () => {
    creation = () => json({ code: 'invalid_field', errors: [{ field: 'location', message: 'no such line' }] }, 422)
    renderInApp(<NewRoomPage />)

    await userEvent.type(screen.getByLabelText(/What is wrong/), 'Door sensor fails')
    await userEvent.click(screen.getByRole('button', { name: 'Open incident' }))

    expect(await screen.findByRole('alert')).toHaveTextContent('See the fields marked.')
    expect(screen.getByLabelText('Location')).toHaveAccessibleDescription('no such line')
  })
})
