import { expect, type Page, test } from '@playwright/test'
import type { Colleague } from './api.js'
import { CHEN, LI, newRoom } from './people.js'
import { openAs, type Size, sizes } from './sizes.js'

let page: Page
let li: Colleague
let room: string

async function open(browser: Parameters<typeof openAs>[0], gateway: string, username: string, size: Size = 'desktop') {
  page = await openAs(browser, gateway, username, `/rooms/${room}/settings`, sizes[size])
  await expect(page.getByRole('list', { name: 'Members' }).getByRole('listitem')).not.toHaveCount(0)
}
const activity = () => page.getByRole('list', { name: 'Activity' })
const member = (name: string) => page.getByRole('list', { name: 'Members' }).getByRole('listitem').filter({ hasText: name })
const confirm = (action: string) => page.getByRole('dialog').getByRole('button', { name: action }).click()

test.beforeEach(async ({ baseURL }) => {
  ;({ room, li } = await newRoom(baseURL!, 'Settings'))
})

test.afterEach(async () => {
  await page.context().close()
})

for (const size of ['desktop', 'tablet'] as const) {
  test(`an owner changes the details, and nothing typed is lost to a colleague's change, on a ${size}`, async ({ browser, baseURL }) => {
    await open(browser, baseURL!, 'li.wei', size)
    await page.getByLabel('What is wrong?').fill('Torque drifts')
    // Which others of the room see, while it is being typed over here.
    await li.call('PATCH', `/api/rooms/${room}`, { location: 'Line 9', title: 'Torque too low' })

    await expect(page.getByLabel('Location')).toHaveValue('Line 9')
    await expect(page.getByText('Meanwhile changed to: Torque too low')).toBeVisible()
    await expect(page.getByLabel('What is wrong?')).toHaveValue('Torque drifts')
    await page.getByRole('radiogroup', { name: 'Severity' }).getByText('Low').click()
    await page.getByRole('button', { name: 'Save', exact: true }).click()

    await expect(page.getByText('Saved')).toBeVisible()
    await expect(activity()).toContainText('Title: Torque too low → Torque drifts')
    await expect(activity()).toContainText('Severity: Critical → Low')
    await page.getByRole('link', { name: 'Torque drifts' }).click()
    await expect(page.getByRole('heading', { name: 'Torque drifts' })).toBeVisible()
  })
}

test('a stale version is answered with a choice, not with a loss', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'li.wei')
  // Where no socket comes through, what others do is not heard of before one saves.
  await page.routeWebSocket(/\/ws\//, (socket) => socket.close({ code: 1006 }))
  await page.reload()
  await page.getByLabel('What is wrong?').fill('Mine')
  await li.call('PATCH', `/api/rooms/${room}`, { title: 'Theirs' })
  await page.getByRole('button', { name: 'Save', exact: true }).click()

  await expect(page.getByText('Meanwhile changed to: Theirs')).toBeVisible()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('Mine')
  await page.getByRole('button', { name: 'Take theirs' }).click()
  await expect(page.getByLabel('What is wrong?')).toHaveValue('Theirs')
})

test('an incident is resolved with notes, reopened, resolved again and archived', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'li.wei', 'tablet')
  await page.getByRole('button', { name: 'Mark as resolved' }).click()
  await expect(page.getByText('Say how it was resolved.')).toBeVisible()
  await page.getByLabel('Resolution notes').fill('Wrench recalibrated')
  await page.getByRole('button', { name: 'Mark as resolved' }).click()
  await page.getByRole('button', { name: 'Reopen' }).click()
  await expect(activity()).toContainText('李偉 changed the status from Resolved to Active')

  await page.getByLabel('Resolution notes').fill('Wrench replaced')
  await page.getByRole('button', { name: 'Mark as resolved' }).click()
  await page.getByRole('button', { name: 'Archive' }).click()
  await confirm('Archive')

  await expect(page.getByText('This incident is archived and can only be read.')).toBeVisible()
  await expect(page.getByText('Wrench replaced').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await expect(page.getByRole('combobox', { name: 'Add a person' })).toHaveCount(0)
})

test('people are found by their Chinese name, added, given a role and taken out', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'li.wei')
  await page.getByRole('combobox', { name: 'Add a person' }).fill('王')
  await page.getByRole('option', { name: /王芳/ }).click()
  await expect(member('王芳')).toContainText('wang.fang@plant.example')

  await page.getByRole('combobox', { name: 'Role of 王芳' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  await expect(activity()).toContainText('李偉 made 王芳 Viewer')

  await page.getByRole('button', { name: 'Actions for 王芳' }).click()
  await page.getByRole('menuitem', { name: 'Remove from the incident' }).click()
  await confirm('Remove from the incident')
  await expect(member('王芳')).toHaveCount(0)
  await expect(activity()).toContainText('李偉 removed 王芳')
})

test('the last owner stays until ownership is handed over, and then may leave', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'li.wei')
  await page.getByRole('button', { name: 'Leave the incident' }).click()
  await confirm('Leave the incident')
  await expect(page.getByRole('alert')).toContainText('An incident always has an owner')

  await page.getByRole('button', { name: 'Actions for 陳美' }).click()
  await page.getByRole('menuitem', { name: 'Hand over ownership' }).click()
  await confirm('Hand over ownership')
  await expect(member('陳美')).toContainText('Owner')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: 'Leave the incident' }).click()
  await confirm('Leave the incident')
  await expect(page).toHaveURL(/\/rooms$/)
})

test('an editor and a viewer are offered what they may do, by keyboard alone', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'chen.mei')
  await expect(page.getByText('An owner marks the incident as resolved.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Delete the incident' })).toHaveCount(0)
  await li.call('PUT', `/api/rooms/${room}/members/${CHEN}`, { role: 'OWNER' })
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  await li.call('PUT', `/api/rooms/${room}/members/${CHEN}`, { role: 'VIEWER' })
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: 'Leave the incident' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL(/\/rooms$/)
  const left = (await li.call('GET', `/api/rooms/${room}/members`)) as { items: { user_id: string }[] }
  expect(left.items.map(({ user_id: id }) => id)).toEqual([LI])
})

test('a deleted incident is gone from the list', async ({ browser, baseURL }) => {
  await open(browser, baseURL!, 'li.wei')
  await page.getByRole('button', { name: 'Delete the incident' }).click()
  await confirm('Delete the incident')

  await expect(page).toHaveURL(/\/rooms$/)
  await page.goto(`/rooms/${room}`)
  await expect(page.getByText('There is no such incident, or it was deleted.')).toBeVisible()
})
