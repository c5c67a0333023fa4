import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { TemplatePage } from './TemplatePage'
import { TemplatesPage } from './TemplatesPage'

const ID = '0198f3a0-7777-7000-8000-000000000001'
const oven = {
  template_id: ID,
  name: 'Oven alarm',
  incident_type: 'safety',
  severity: 'critical',
  title: null,
  description: null,
  members: [],
  checklist: [{ text: 'Lock out the heater' }, { text: 'Check the thermocouple' }],
  version: 4,
}
let there: object[]
let calls: Call[]
let answer: () => Response

beforeEach(() => {
  there = [oven]
  answer = () => json({ ...oven, version: 5 })
  calls = fakeServer(({ method, path }) => {
    if (method === 'DELETE') return new Response(null, { status: 204 })
    if (method !== 'GET') return answer()
    if (path.startsWith('/api/users')) return json({ items: [{ user_id: 'chen.mei@plant.example', display_name: '陳美' }] })
    return json({ items: there, pagination: { limit: 200, has_more: false, next: null } })
  })
})

function open(at: string) {
  renderInApp(
    <Routes>
      <Route path="/admin/templates" element={<TemplatesPage />} />
      <Route path="/admin/templates/:templateId" element={<TemplatePage />} />
    </Routes>,
    at,
  )
}
const changes = () => calls.filter(({ method }) => method !== 'GET')
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }))

describe('a template', () => {
  it('is made of a name, people with roles, and steps', async () => {
    open('/admin/templates/new')

    await userEvent.type(screen.getByLabelText(/Name of the template/), 'Label printer')
    await userEvent.type(screen.getByRole('combobox', { name: 'Add a person' }), '陳')
    await userEvent.click(await screen.findByRole('option', { name: /陳美/ }))
    await click('Add a step')
    await userEvent.type(screen.getByLabelText('Step 1'), 'Clean the head')
    await click('Add a step')
    await click('Add a reading')
    await userEvent.type(screen.getByLabelText('Name in the data'), 'temperature')
    await userEvent.type(screen.getByLabelText('High limit'), '80')
    await click('Save')

    expect(await screen.findByRole('heading', { name: 'Templates' })).toBeInTheDocument()
    expect(changes()).toMatchObject([
      {
        method: 'POST',
        path: '/api/room-templates',
        body: {
          name: 'Label printer',
          members: [{ user_id: 'chen.mei@plant.example', role: 'EDITOR' }],
          checklist: [{ text: 'Clean the head' }],
          fields: [{ name: 'temperature', type: 'number', low: null, high: 80 }],
        },
      },
    ])
  })

  it('needs a name', async () => {
    open('/admin/templates/new')

    await click('Save')

    expect(screen.getByLabelText(/Name of the template/)).toHaveAccessibleDescription('Give the template a name.')
    expect(changes()).toEqual([])
  })

  it('is not saved with a reading that has a fault', async () => {
    open('/admin/templates/new')
    await userEvent.type(screen.getByLabelText(/Name of the template/), 'Oven')
    await click('Add a reading')
    await click('Save')

    expect(screen.getByLabelText('Name in the data')).toHaveAccessibleDescription('Give it a name.')
    expect(changes()).toEqual([])
  })

  it('says where alarms open incidents, which need an owner', async () => {
    const locations = ['Line 3, Oven 2', 'Line 4*']
    there = [{ ...oven, alarm_locations: locations, members: [{ user_id: 'chen.mei@plant.example', role: 'EDITOR' }] }]
    open(`/admin/templates/${ID}`)
    expect(await screen.findByText('Line 3, Oven 2')).toBeInTheDocument()

    await userEvent.click(screen.getByLabelText('Alarms from', { selector: 'input' }))
    await userEvent.paste('Line*5')
    await userEvent.keyboard('{Enter}')
    await click('Save')
    expect(await screen.findByText('A * stands at the end only.')).toBeInTheDocument()

    await userEvent.type(screen.getByLabelText('Alarms from', { selector: 'input' }), '{Backspace}')
    await click('Save')
    expect(await screen.findByText(/Give at least one person the role of owner/)).toBeInTheDocument()
    expect(changes()).toEqual([])

    await userEvent.click(screen.getByRole('combobox', { name: /^Role of/ }))
    await userEvent.click(await screen.findByRole('option', { name: 'Owner' }))
    await click('Save')
    expect(changes()).toMatchObject([{ method: 'PUT', body: { alarm_locations: locations } }])
  })

  it('is opened from the list, and its steps can be moved and taken out', async () => {
    open('/admin/templates')
    await userEvent.click(await screen.findByRole('link', { name: 'Oven alarm' }))
    expect(await screen.findByLabelText('Step 1')).toHaveValue('Lock out the heater')

    await click('Move step 1 down')
    await click('Remove step 2')
    await click('Save')

    expect(changes()).toMatchObject([
      { method: 'PUT', path: `/api/room-templates/${ID}`, body: { version: 4, checklist: [{ text: 'Check the thermocouple' }] } },
    ])
  })

  it('is not overwritten unknowingly, and nothing that was entered is lost', async () => {
    open(`/admin/templates/${ID}`)
    await userEvent.type(await screen.findByLabelText(/Name of the template/), ' 2')
    there = [{ ...oven, name: 'Changed meanwhile', version: 9 }]
    answer = () => problem(409, 'version_conflict')
    await click('Save')
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed this template')
    expect(screen.getByLabelText(/Name of the template/)).toHaveValue('Oven alarm 2')

    answer = () => json({ ...oven, version: 10 })
    await click('Save anyway')

    expect(await screen.findByRole('heading', { name: 'Templates' })).toBeInTheDocument()
    expect(changes().at(-1)?.body).toMatchObject({ name: 'Oven alarm 2', version: 9 })
  })

  it('is deleted after a question', async () => {
    open(`/admin/templates/${ID}`)
    await screen.findByLabelText('Step 1')

    await click('Delete template')
    expect(changes()).toEqual([])
    await userEvent.click((await screen.findAllByRole('button', { name: 'Delete template' })).at(-1) as HTMLElement)

    expect(await screen.findByRole('heading', { name: 'Templates' })).toBeInTheDocument()
    expect(changes()).toMatchObject([{ method: 'DELETE', path: `/api/room-templates/${ID}` }])
  })

  it('that is not there is said to be gone', async () => {
    open('/admin/templates/unknown')

    expect(await screen.findByRole('alert')).toHaveTextContent('This template has been deleted.')
  })
})
