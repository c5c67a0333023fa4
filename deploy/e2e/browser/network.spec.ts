import { expect, type Page, test } from '@playwright/test'
import type { Colleague } from './api.js'
import { connection, enter, newRoom, say, saying, timeline } from './people.js'

let page: Page
let li: Colleague
let room: string

test.beforeEach(async ({ browser, baseURL }) => {
  ;({ room, li } = await newRoom(baseURL!, 'Network'))
  page = await enter(browser, baseURL!, 'chen.mei', room)
})

test.afterEach(async () => {
  await page.context().close()
})

test('offline and back: nothing that was written is lost, and nothing that was said is missed', async () => {
  await page.context().setOffline(true)
  await expect(connection(page)).toContainText('No network', { timeout: 30_000 })
  await say(page, 'written while offline')
  await expect(saying(page, 'written while offline')).toContainText('Sending…')
  await li.say(room, 'said meanwhile 1')
  await li.say(room, 'said meanwhile 2')

  await page.context().setOffline(false)

  await expect(connection(page)).toContainText(/complete to #\d+/, { timeout: 45_000 })
  await expect(saying(page, 'said meanwhile 2')).toBeVisible()
  await expect(saying(page, 'written while offline')).not.toContainText('Sending…')
  await expect(saying(page, 'written while offline')).toHaveCount(1)
})

test('what was written offline outlives a reload, and arrives once', async ({ browser, baseURL }) => {
  await page.routeWebSocket(/\/ws\//, (socket) => socket.close({ code: 1006 }))
  await page.reload()
  await expect(connection(page)).toContainText('Reconnecting')
  await say(page, 'written before the reload')
  await expect(saying(page, 'written before the reload')).toContainText('Sending…')

  await page.unrouteAll()
  const cookies = await page.context().storageState({ indexedDB: true })
  const context = await browser.newContext({ baseURL, locale: 'en-US', storageState: cookies })
  const after = await context.newPage()
  await after.goto(`/rooms/${room}`)

  await expect(saying(after, 'written before the reload')).toHaveCount(1)
  await expect(saying(after, 'written before the reload')).not.toContainText('Sending…')
  await after.reload()
  await expect(saying(after, 'written before the reload')).toHaveCount(1)
  await context.close()
})

test('a long room is drawn in parts, and read back without a jump', async () => {
  test.setTimeout(120_000)
  await li.sayMany(room, Array.from({ length: 400 }, (_, number) => `line ${number + 1} of the log`))
  await expect(saying(page, 'line 400 of the log')).toBeVisible()
  expect(await timeline(page).getByRole('article').count()).toBeLessThan(60)

  for (let step = 0; step < 200 && (await saying(page, /^.*line 1 of the log/).count()) === 0; step++) {
    await timeline(page).evaluate((log) => {
      log.scrollTop = Math.max(0, log.scrollTop - 700)
    })
    await page.waitForTimeout(60)
  }

  await expect(saying(page, 'line 1 of the log')).toBeVisible()
  expect(await timeline(page).getByRole('article').count()).toBeLessThan(60)
  await page.getByRole('button', { name: 'To the newest' }).click()
  await expect(saying(page, 'line 400 of the log')).toBeVisible()
})
