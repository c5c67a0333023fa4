import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { saying, timeline } from './people.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

/** What an admin says a room of this kind expects; returns the template's name. */
async function makeTemplate(admin: Page): Promise<string> {
  const name = `Oven ${Date.now()}`
  await admin.getByLabel('Name of the template').fill(name)
  await admin.getByRole('button', { name: 'Add a reading' }).click()
  await admin.getByLabel('Name in the data').fill('temperature')
  await admin.getByLabel('Shown as').fill('Oven temperature')
  await admin.getByLabel('Unit').fill('°C')
  await admin.getByLabel('Low limit').fill('180')
  await admin.getByLabel('High limit').fill('170')
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByText('This is below the low limit.')).toBeVisible()
  await admin.getByLabel('High limit').fill('250')
  await admin.screenshot({ path: `${SCREENSHOTS}/template-readings.png`, fullPage: true })
  await expectAccessible(admin)
  await admin.getByRole('button', { name: 'Save' }).click()
  await expect(admin.getByRole('link', { name })).toBeVisible()
  return name
}

async function roomFrom(gateway: string, name: string): Promise<{ room: string; li: Colleague }> {
  const li = await Colleague.signIn(gateway, 'li.wei')
  const { items } = (await li.call('GET', '/api/room-templates?limit=200')) as {
    items: { name: string; template_id: string }[]
  }
  const template_id = items.find((template) => template.name === name)?.template_id
  return { room: await li.createRoom(`Oven over temperature ${Date.now()}`, [], { template_id }), li }
}

async function report(page: Page, temperature: string): Promise<void> {
  await page.getByRole('button', { name: 'Report readings' }).click()
  await page.getByLabel('Oven temperature (°C)').fill(temperature)
}

test('a template says what readings are expected; one out of bounds is marked wherever it shows', async ({ browser, baseURL }) => {
  const admin = await openAs(browser, baseURL!, 'admin', '/admin/templates/new')
  const { room } = await roomFrom(baseURL!, await makeTemplate(admin))
  await admin.context().close()
  const page = await openAs(browser, baseURL!, 'li.wei', `/rooms/${room}`)

  await report(page, '212')
  await page.getByRole('dialog').getByRole('button', { name: 'Report', exact: true }).click()
  await expect(saying(page, '212')).toBeVisible()
  await report(page, '263.5')
  await expect(page.getByText('Above the high limit')).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/readings-form.png` })
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Report', exact: true }).click()

  await expect(saying(page, '263.5')).toContainText('above 250 °C')
  await expect(saying(page, '212')).not.toContainText('above')
  await page.getByRole('tab', { name: 'Readings' }).click()
  await expect(page.getByRole('img', { name: 'Chart: Oven temperature over time' })).toContainText('High limit 250')
  await expect(page.getByText('Limits: 180 – 250 °C')).toContainText('Passed in this time')
  await page.screenshot({ path: `${SCREENSHOTS}/readings-out-of-bounds.png` })
  await expectAccessible(page)

  // What was said stays as it was said, whatever the limits are afterwards.
  await page.goto(`/rooms/${room}/settings`)
  await page.getByLabel('High limit').fill('300')
  await page.screenshot({ path: `${SCREENSHOTS}/settings-readings.png`, fullPage: true })
  await page.getByRole('button', { name: 'Save readings' }).click()
  await expect(page.getByRole('list', { name: 'Activity' })).toContainText('Expected readings changed')
  await page.goto(`/rooms/${room}`)
  await expect(timeline(page)).toContainText('above 250 °C')
  await page.context().close()
})

test('in Chinese, on a tablet in the dark, the same is read and is accessible', async ({ browser, baseURL }) => {
  const admin = await openAs(browser, baseURL!, 'admin', '/admin/templates/new')
  const { room } = await roomFrom(baseURL!, await makeTemplate(admin))
  await admin.context().close()
  const dark = { ...sizes.tablet, locale: 'zh-TW', colorScheme: 'dark' as const }
  const page = await openAs(browser, baseURL!, 'li.wei', `/rooms/${room}`, dark)

  await page.getByRole('button', { name: '回報量測值' }).click()
  await page.getByLabel('Oven temperature (°C)').fill('150')
  await expect(page.getByText('低於下限')).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/readings-form-zh.png` })
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: '回報', exact: true }).click()

  await expect(page.getByRole('article').filter({ hasText: '低於 180 °C' })).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/readings-out-of-bounds-zh.png` })
  await expectAccessible(page)
  await page.context().close()
})
