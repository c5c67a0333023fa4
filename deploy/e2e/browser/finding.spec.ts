import { expect, type Page, test } from '@playwright/test'
import { enter, newRoom, say, saying } from './people.js'

let page: Page
let room: string

test.beforeEach(async ({ browser, baseURL }) => {
  const made = await newRoom(baseURL!, 'Finding')
  room = made.room
  await made.li.say(room, '烤箱二區溫度異常，料號 AX-4012 <b>不是粗體</b>')
  await made.li.sayMany(room, Array.from({ length: 150 }, (_, number) => `note ${number + 1}`))
  page = await enter(browser, baseURL!, 'chen.mei', room)
})

test.afterEach(async () => {
  await page.context().close()
})

test('a Chinese word is found in the room, highlighted, and leads to its place far back', async () => {
  await page.getByRole('tab', { name: 'Search' }).click()
  await page.getByRole('searchbox', { name: 'Search this incident' }).fill('溫度')

  const results = page.getByRole('list', { name: 'Search results' })
  await expect(results.getByRole('listitem')).toHaveCount(1)
  await expect(results.locator('mark')).toHaveText('溫度')
  await expect(results).toContainText('<b>不是粗體</b>')
  await results.getByRole('link').click()

  await expect(saying(page, '烤箱二區溫度異常')).toBeInViewport()
  await page.getByRole('button', { name: 'To the newest' }).click()
  await expect(saying(page, 'note 150')).toBeInViewport()
})

test('all rooms are searched from anywhere', async () => {
  await page.getByRole('link', { name: 'Search all incidents' }).click()
  await page.getByRole('searchbox', { name: 'Search all incidents' }).fill('AX-4012')
  const results = page.getByRole('list', { name: 'Search results' })
  await expect(results.getByRole('link', { name: /Finding/ }).first()).toBeVisible()

  await results.getByRole('link', { name: /Finding/ }).first().click()

  await expect(saying(page, '烤箱二區溫度異常')).toBeInViewport()
})

test('readings are reported with a form and drawn over time', async () => {
  await page.getByRole('button', { name: 'Report readings' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Name').fill('temperature')
  await form.getByLabel('Value').fill('85.5')
  await form.getByRole('button', { name: 'Another reading' }).click()
  await form.getByLabel('Name').nth(1).fill('line')
  await form.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(form.getByText('Enter a value.')).toBeVisible()
  await form.getByLabel('Value').nth(1).fill('3A')
  await form.getByRole('button', { name: 'Report', exact: true }).click()

  await expect(saying(page, '85.5')).toContainText('temperature')
  await page.getByRole('tab', { name: 'Readings' }).click()
  await expect(page.getByRole('img', { name: 'Chart: temperature over time' })).toBeVisible()
  await expect(page.getByRole('tabpanel', { name: 'Readings' })).toContainText('85.5')
  await say(page, 'done')
})
