import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { openAs } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

test('the bell tells what one was told of while the app is open, and leads there', async ({ browser, baseURL }) => {
  const wang = await openAs(browser, baseURL!, 'wang.fang', '/rooms')
  const li = await Colleague.signIn(baseURL!, 'li.wei')
  const title = `Press stands still ${Date.now()}`

  const room = await li.createRoom(title, [{ user_id: 'wang.fang@plant.example', role: 'EDITOR' }])
  await expect(wang.getByRole('button', { name: /^Notifications: \d+ unread/ })).toBeVisible()
  await li.say(room, '@wang.fang please measure')
  await expect(wang.getByRole('alert').filter({ hasText: 'please measure' })).toBeVisible()
  await wang.getByRole('button', { name: /^Notifications/ }).click()

  const list = wang.getByRole('dialog', { name: 'Notifications' })
  await expect(list.getByRole('link', { name: new RegExp(`li.wei assigned you as Editor.*${title}`) })).toBeVisible()
  await expect(list.getByRole('link', { name: /李偉 mentioned you.*please measure/ }).first()).toBeVisible()
  await expect(wang.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await wang.screenshot({ path: `${SCREENSHOTS}/notifications.png` })
  await expectAccessible(wang)
  await list.getByRole('link', { name: /please measure/ }).first().click()
  await expect(wang.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await wang.context().close()
})

test('who wants no assignments in the list is shown none', async ({ browser, baseURL }) => {
  const page = await openAs(browser, baseURL!, 'john.doe', '/notification-settings')
  const box = page.getByRole('checkbox', { name: /^I am added to an incident.*In the app$/ })

  await box.click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/notification-settings.png`, fullPage: true })
  await expectAccessible(page)

  await page.reload()
  await expect(box).not.toBeChecked()
  await box.click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.context().close()
})
