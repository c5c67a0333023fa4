import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

async function add(page: Page, location: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Alarms from' }).fill(location)
  await page.keyboard.press('Enter')
}

const save = (page: Page): Promise<void> => page.getByRole('button', { name: 'Save' }).click()

test('an admin says at which locations alarms open incidents, and who looks after them', async ({ browser, baseURL }) => {
  const name = `Oven alarms ${Date.now()}`
  const line = `Line ${Date.now()}`
  const page = await openAs(browser, baseURL!, 'admin', '/admin/templates/new', sizes.tablet)
  await page.getByLabel('Name of the template').fill(name)

  await add(page, `${line}*, left`)
  await save(page)
  await expect(page.getByText('A * stands at the end only.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Alarms from' }).press('Backspace')
  await add(page, `${line}, left`)
  await add(page, `${line} / *`)
  await save(page)
  await expect(page.getByText('Give at least one person the role of owner', { exact: false })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('combobox', { name: 'Add a person' }).fill('李偉')
  await page.getByRole('option', { name: /李偉/ }).click()
  await page.getByRole('combobox', { name: 'Role of 李偉' }).click()
  await page.getByRole('option', { name: 'Owner' }).click()
  await page.screenshot({ path: `${SCREENSHOTS}/template-alarms.png`, fullPage: true })
  await save(page)

  await page.getByRole('link', { name }).click()
  await expect(page.getByText(`${line}, left`)).toBeVisible()
  await expect(page.getByText(`${line} / *`)).toBeVisible()
  const admin = await Colleague.signIn(baseURL!, 'admin')
  const { items } = (await admin.call('GET', '/api/room-templates?limit=200')) as {
    items: { name: string; alarm_locations: string[] }[]
  }
  expect(items.find((template) => template.name === name)?.alarm_locations.sort()).toEqual(
    [`${line}, left`, `${line} / *`].sort(),
  )
  await page.context().close()
})
