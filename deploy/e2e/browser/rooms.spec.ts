import { expect, type Page, test } from '@playwright/test'
import { Colleague } from './api.js'
import { CHEN, connection, LI } from './people.js'
import { openAs, sizes } from './sizes.js'

let page: Page

test.afterEach(async () => {
  await page.context().close()
})

const row = (title: string) => page.getByRole('list', { name: 'Incidents' }).getByRole('listitem').filter({ hasText: title })

test('the list is filtered, sorted and searched, and its address leads to the same again', async ({ browser, baseURL }) => {
  const word = `Filter${Date.now()}`
  const chen = await Colleague.signIn(baseURL!, 'chen.mei')
  const make = (title: string, fields: object) => chen.createRoom(`${word} ${title}`, [{ user_id: LI, role: 'EDITOR' }], fields)
  await make('oven', { severity: 'high', incident_type: 'equipment_failure', location: 'Line 7' })
  await make('foil', { severity: 'low', incident_type: 'material_shortage', location: 'Line 7' })
  await make('spill', { severity: 'critical', incident_type: 'safety', location: 'Warehouse' })
  page = await openAs(browser, baseURL!, 'li.wei', '/rooms', sizes.tablet)
  const titles = page.getByRole('list', { name: 'Incidents' }).getByRole('link')

  await page.getByRole('searchbox', { name: 'Search incidents' }).fill(word)
  await expect(titles).toHaveText([/spill/, /foil/, /oven/])
  await page.getByRole('combobox', { name: 'Order' }).click()
  await page.getByRole('option', { name: 'Oldest first' }).click()
  await expect(titles).toHaveText([/oven/, /foil/, /spill/])

  await page.getByRole('button', { name: 'Severity' }).click()
  await page.getByRole('checkbox', { name: 'High' }).check()
  await page.getByRole('checkbox', { name: 'Critical' }).check()
  await page.keyboard.press('Escape')
  await expect(titles).toHaveText([/oven/, /spill/])
  await page.getByRole('searchbox', { name: 'Location' }).fill('line 7')
  await expect(titles).toHaveText([/oven/])

  await page.reload()
  await expect(titles).toHaveText([/oven/])
  await expect(page.getByRole('button', { name: 'Severity: 2 chosen' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Location' })).toHaveValue('line 7')
  await page.getByRole('radiogroup', { name: 'Filter by status' }).getByText('Archived').click()
  await expect(page.getByText('Nothing matches')).toBeVisible()
  await page.getByRole('button', { name: 'Show all incidents' }).first().click()
  await expect(page).toHaveURL(/\/rooms\?order=oldest$/)
})

test('more incidents are loaded as one scrolls, each once, and one comes back to where one was', async ({ browser, baseURL }) => {
  const word = `Many${Date.now()}`
  const chen = await Colleague.signIn(baseURL!, 'chen.mei')
  const titles = Array.from({ length: 64 }, (_, number) => `${word} ${number + 1}`)
  await Promise.all(titles.map((title) => chen.createRoom(title, [{ user_id: LI, role: 'VIEWER' }])))
  page = await openAs(browser, baseURL!, 'li.wei', `/rooms?q=${word}&order=newest`)
  const links = page.getByRole('list', { name: 'Incidents' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  expect(await links.count()).toBeLessThan(titles.length)

  await expect(async () => {
    await page.getByRole('main').evaluate((main) => main.scrollTo(0, main.scrollHeight))
    await expect(links).toHaveCount(titles.length, { timeout: 500 })
  }).toPass({ timeout: 15_000 })

  expect((await links.allTextContents()).sort()).toEqual(titles.sort())

  const last = links.filter({ hasText: new RegExp(`${word} 1$`) })
  await last.click()
  await expect(connection(page)).toContainText('Live')
  await page.goBack()
  await expect(last).toBeInViewport()
})

test('what is unread, and where one is mentioned, shows at once', async ({ browser, baseURL }) => {
  const title = `Unread ${Date.now()}`
  const li = await Colleague.signIn(baseURL!, 'li.wei')
  const room = await li.createRoom(title, [{ user_id: CHEN, role: 'EDITOR' }])
  page = await openAs(browser, baseURL!, 'chen.mei', `/rooms?q=${encodeURIComponent(title)}`)
  await expect(row(title)).toBeVisible()

  await li.say(room, 'the belt has stopped')
  await expect(row(title).getByLabel('1 unread message')).toBeVisible()
  await li.say(room, '@陳美 can you come?')
  await expect(row(title).getByLabel('2 unread messages, you are mentioned')).toBeVisible()

  await page.getByRole('link', { name: title }).click()
  await expect(page.getByRole('log').getByText('can you come?')).toBeVisible()
  await expect(connection(page)).toContainText('Live')
  await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Incidents' }).click()
  await page.getByRole('searchbox', { name: 'Search incidents' }).fill(title)
  await expect(row(title)).toBeVisible()
  await expect(row(title).getByLabel(/unread/)).toHaveCount(0)
})

test('an incident is opened from a template that an admin has made, with its people and its checklist', async ({ browser, baseURL }) => {
  const name = `Oven alarm ${Date.now()}`
  page = await openAs(browser, baseURL!, 'admin', '/rooms')
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: 'Templates' }).click()
  await page.getByRole('link', { name: 'New template' }).click()
  await page.getByLabel('Name of the template').fill(name)
  await page.getByRole('radiogroup', { name: 'Severity' }).getByText('Critical').click()
  await page.getByLabel('Title of the incident').fill('Oven over temperature')
  await page.getByRole('combobox', { name: 'Add a person' }).fill('王芳')
  await page.getByRole('option', { name: /王芳/ }).click()
  await page.getByRole('combobox', { name: 'Role of 王芳' }).click()
  await page.getByRole('option', { name: 'Viewer' }).click()
  for (const [place, step] of ['Lock out the heater', 'Check the thermocouple'].entries()) {
    await page.getByRole('button', { name: 'Add a step' }).click()
    await page.getByLabel(`Step ${place + 1}`, { exact: true }).fill(step)
  }
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('1 person · 2 steps')
  await page.context().close()

  page = await openAs(browser, baseURL!, 'li.wei', '/rooms/new', sizes.tablet)
  await page.getByRole('combobox', { name: 'Template' }).click()
  await page.getByRole('option', { name }).click()
  await expect(page.getByText('王芳 · Viewer')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Critical' })).toBeChecked()
  await page.getByLabel('What is wrong?').fill(`Oven over temperature, from ${name}`)
  await page.getByRole('combobox', { name: 'Add a person' }).fill('chen.mei')
  await page.getByRole('option', { name: /陳美/ }).click()
  await page.getByRole('button', { name: 'Open incident' }).click()
  await expect(page.getByRole('heading', { name: `Oven over temperature, from ${name}` })).toBeVisible()
  await page.getByRole('button', { name: /online/ }).click()
  await page.getByRole('checkbox', { name: /Check the thermocouple/ }).click()
  await expect(page.getByRole('dialog').getByText('1 of 2')).toBeVisible()

  const admin = await Colleague.signIn(baseURL!, 'admin')
  const templates = (await admin.call('GET', '/api/room-templates?limit=200')) as {
    items: { template_id: string; name: string }[]
  }
  const made = templates.items.find((template) => template.name === name)
  await admin.call('DELETE', `/api/room-templates/${made!.template_id}`)
})
