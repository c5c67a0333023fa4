import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Route, Routes } from 'react-router'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type Call, fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import type { ServiceAccount } from './account'
import { AccountPage } from './AccountPage'
import { AccountsPage } from './AccountsPage'

const oven = aRoom()
const TEMPLATE = '0198f3a0-7777-7000-8000-000000000001'
const template = { template_id: TEMPLATE, name: 'Oven alarm', incident_type: 'safety', severity: 'high', members: [], checklist: [], version: 1 }
const press: ServiceAccount = {
  client_id: '0198f3a0-3333-7000-8000-000000000001',
  name: 'Press 1',
  description: 'Looked after by 王芳',
  scope: { rooms: [oven.room_id], templates: [TEMPLATE] },
  expires_at: null,
  created_by: 'admin@plant.example',
  created_at: '2026-11-20T03:00:00.000Z',
  last_used_at: null,
  version: 3,
}
const secretOf = (account: ServiceAccount, until: string | null) =>
  json({ ...account, client_secret: 'andon_s3cret', previous_valid_until: until })

let there: ServiceAccount[]
let calls: Call[]
let answer: (call: Call) => Response

/** What it would do to the accounts is up to each test. */
beforeEach(() => {
  there = [press]
  answer = () => json(press)
  calls = fakeServer((call) => {
    const { method, path } = call
    const list = (items: unknown[]) => json({ items, pagination: { limit: 200, has_more: false, next: null } })
    if (method !== 'GET') return answer(call)
    if (path.startsWith('/api/room-templates')) return list([template])
    if (path === `/api/rooms/${oven.room_id}`) return json(oven)
    if (path.startsWith('/api/rooms')) return list([oven])
    return list(there)
  })
})

function open(at = '/admin/service-accounts') {
  renderInApp(
    <Routes>
      <Route path="/admin/service-accounts" element={<AccountsPage />} />
      <Route path="/admin/service-accounts/:clientId" element={<AccountPage />} />
    </Routes>,
    at,
  )
}
const openPress = () => {
  open(`/admin/service-accounts/${press.client_id}`)
  return screen.findByRole('button', { name: 'Save' })
}
const changes = () => calls.filter(({ method }) => method !== 'GET')
const click = (name: string) => userEvent.click(screen.getByRole('button', { name }))
const confirm = async (name: string) => {
  await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }))
}
const name = () => screen.getByRole('textbox', { name: /^Name/ })
const list = () => screen.findByRole('heading', { name: 'Service accounts' })

describe('the list of service accounts', () => {
  it('tells where each may write, when it was last used and when it ends', async () => {
    const past = { ...press, client_id: 'past', name: 'Press 0', expires_at: '2020-01-31T10:00:00.000Z' }
    there = [press, { ...past, last_used_at: new Date().toISOString() }]
    open()

    const all = within(screen.getByRole('list', { name: 'Service accounts' }))
    const [first, second] = await all.findAllByRole('listitem')

    expect(first).toHaveTextContent(/Press 0.*1 incident · 1 template · last used now.*Expired Jan 31, 2020/)
    expect(second).toHaveTextContent(/Press 1.*never used.*Does not expire/)
  })
})

describe('a new service account', () => {
  async function fillIn() {
    open('/admin/service-accounts/new')
    await userEvent.type(name(), 'Oven 3 PLC')
    await userEvent.type(screen.getByRole('combobox', { name: 'Add an incident' }), 'oven')
    await userEvent.click(await screen.findByRole('option', { name: /Line 3 oven/ }))
    await userEvent.type(screen.getByLabelText(/Last day/), '2099-12-31')
  }

  it('is made of a name, a scope and a last day', async () => {
    await fillIn()
    await userEvent.click(screen.getByRole('combobox', { name: 'Add a template' }))
    await userEvent.click(await screen.findByRole('option', { name: /Oven alarm/ }))
    answer = () => secretOf(press, null)
    await click('Create the account')

    expect(await screen.findByText('Copy the secret now')).toBeInTheDocument()
    expect(changes()).toMatchObject([
      {
        method: 'POST',
        path: '/api/auth/service-accounts',
        body: {
          name: 'Oven 3 PLC',
          scope: { rooms: [oven.room_id], templates: [TEMPLATE] },
          expires_at: new Date('2099-12-31T23:59:59').toISOString(),
        },
      },
    ])
  })

  it('shows its secret once, to be copied', async () => {
    const copied = vi.fn(() => true)
    Object.assign(document, { execCommand: copied })
    await fillIn()
    answer = () => secretOf(press, null)
    await click('Create the account')

    expect(await screen.findByLabelText('Secret')).toHaveValue('andon_s3cret')
    await userEvent.keyboard('{Escape}')
    await click('Copy: Secret')
    expect(copied).toHaveBeenCalledWith('copy')
    expect(screen.getByText('Copied')).toBeInTheDocument()
    await click('I have copied it')

    expect(await list()).toBeInTheDocument()
    expect(screen.queryByDisplayValue('andon_s3cret')).not.toBeInTheDocument()
  })

  it('needs a name and somewhere to write', async () => {
    open('/admin/service-accounts/new')

    await click('Create the account')

    expect(name()).toHaveAccessibleDescription(expect.stringContaining('Give the account a name.'))
    expect(screen.getByText('Choose at least one incident or template.')).toBeInTheDocument()
    expect(changes()).toEqual([])
  })

  it('does not begin after its end', async () => {
    await fillIn()
    await userEvent.clear(screen.getByLabelText(/Last day/))
    await userEvent.type(screen.getByLabelText(/Last day/), '2020-01-31')

    await click('Create the account')

    expect(screen.getByText('Choose a day that is not over.')).toBeInTheDocument()
    expect(changes()).toEqual([])
  })

  it('says so when there are as many as may be, and keeps what was entered', async () => {
    await fillIn()
    answer = () => problem(409, 'too_many_service_accounts')

    await click('Create the account')

    expect(await screen.findByRole('alert')).toHaveTextContent('as many service accounts as there may be')
    expect(name()).toHaveValue('Oven 3 PLC')
  })
})

describe('a service account', () => {
  it('is changed where it was touched, with the version it was changed from', async () => {
    await openPress()
    await userEvent.click(await screen.findByRole('button', { name: `Remove ${oven.title}` }))
    await click('Save')

    expect(await list()).toBeInTheDocument()
    expect(changes()).toMatchObject([{ method: 'PATCH', body: { scope: { rooms: [], templates: [TEMPLATE] }, version: 3 } }])
    expect(Object.keys(changes()[0]?.body as object)).toEqual(['scope', 'version'])
  })

  it('is not overwritten unknowingly', async () => {
    await openPress()
    await userEvent.type(name(), ' B')
    there = [{ ...press, description: 'Changed meanwhile', version: 9 }]
    answer = () => problem(409, 'version_conflict')
    await click('Save')
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed this account')
    expect(name()).toHaveValue('Press 1 B')

    answer = () => json(press)
    await click('Save anyway')

    expect(await list()).toBeInTheDocument()
    expect(changes().at(-1)?.body).toEqual({ name: 'Press 1 B', description: press.description, version: 9 })
  })

  it('gets a new secret while the one before goes on for a while, and can be saved after that', async () => {
    await openPress()
    await userEvent.type(name(), ' B')
    there = [{ ...press, version: 4 }]
    answer = () => secretOf({ ...press, version: 4 }, '2026-11-23T03:00:00.000Z')

    await click('Make a new secret')
    await confirm('Make a new secret')

    expect(await screen.findByText(/The secret before works until Nov 23, 2026/)).toBeInTheDocument()
    expect(changes()).toMatchObject([{ method: 'POST', body: { overlap_seconds: 86_400 } }])
    await click('I have copied it')
    await userEvent.click(await screen.findByRole('button', { name: 'Save' }))
    expect(changes().at(-1)?.body).toEqual({ name: 'Press 1 B', version: 4 })
  })

  it('whose secret has leaked gets another at once', async () => {
    await openPress()
    answer = () => secretOf(press, new Date().toISOString())

    await userEvent.selectOptions(screen.getByLabelText(/The secret it has now/), 'ends at once (it has leaked)')
    await click('Make a new secret')
    expect(await screen.findByText(/The machine writes nothing until it is given the new one/)).toBeInTheDocument()
    await confirm('Make a new secret')

    expect(await screen.findByLabelText('Secret')).toHaveValue('andon_s3cret')
    expect(changes()).toMatchObject([{ body: { overlap_seconds: 0 } }])
  })

  it('is revoked after a question, and one is back at the list', async () => {
    await openPress()
    answer = () => {
      there = []
      return new Response(null, { status: 204 })
    }

    await click('Revoke the account')
    expect(changes()).toEqual([])
    await confirm('Revoke the account')

    expect(await screen.findByText('No service accounts yet')).toBeInTheDocument()
    expect(changes()).toMatchObject([{ method: 'DELETE', path: `/api/auth/service-accounts/${press.client_id}` }])
  })

  it('that somebody has revoked is said to be gone', async () => {
    open('/admin/service-accounts/unknown')

    expect(await screen.findByRole('alert')).toHaveTextContent('This service account has been revoked.')
  })
})
