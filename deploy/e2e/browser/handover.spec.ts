import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { CHEN } from './people.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

test('a line is handed over, read on a tablet in Chinese, taken over by name and printed', async ({ browser, baseURL }) => {
  const line = `產線 ${Date.now()}`
  const li = await Colleague.signIn(baseURL!, 'li.wei')
  const fields = { location: line, severity: 'critical' }
  const room = await li.createRoom('Oven too hot', [{ user_id: CHEN, role: 'EDITOR' }], fields)
  await li.say(room, '熱電偶 TC-7 老化')

  const day = await openAs(browser, baseURL!, 'li.wei', '/handovers')
  await day.getByRole('button', { name: 'Hand over now' }).click()
  const dialog = day.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Line' }).fill(line)
  await day.getByRole('option', { name: line }).click()
  await dialog.getByLabel('Note').fill('Keep the oven below 80 °C.')
  await expectAccessible(day)
  await dialog.getByRole('button', { name: 'Hand over now' }).click()
  await expect(day.getByRole('heading', { name: line })).toBeVisible()
  await expect(day.getByText('You handed this over.')).toBeVisible()
  await expect(day.getByRole('button', { name: 'Take over' })).toHaveCount(0)

  const tablet = { ...sizes.tablet, locale: 'zh-TW', colorScheme: 'dark' } as const
  const night = await openAs(browser, baseURL!, 'chen.mei', '/rooms', tablet)
  await night.getByRole('link', { name: /^交接班：\d+ 筆待接班/ }).click()
  await expectAccessible(night)
  await night.screenshot({ path: `${SCREENSHOTS}/handovers.png` })
  await night.getByRole('region', { name: line }).getByRole('link').click()
  await expect(night.getByText('Keep the oven below 80 °C.')).toBeVisible()
  await expect(night.getByRole('article', { name: 'Oven too hot' })).toContainText('1 則訊息')
  await expectAccessible(night)
  await night.screenshot({ path: `${SCREENSHOTS}/handover.png`, fullPage: true })

  await night.getByRole('button', { name: '接班', exact: true }).click()
  await expect(night.getByRole('list', { name: '接班' })).toContainText('陳美')
  await expect(day.getByRole('list', { name: 'Taken over' })).toContainText('陳美')
  await expectAccessible(day)
  await night.emulateMedia({ media: 'print' })
  await expect(night.getByRole('banner')).toBeHidden()
  await night.screenshot({ path: `${SCREENSHOTS}/handover-printed.png`, fullPage: true })

  await night.emulateMedia({ media: 'screen' })
  await night.getByRole('article', { name: 'Oven too hot' }).getByRole('link').first().click()
  await expect(night).toHaveURL(new RegExp(`/rooms/${room}`))
  await day.context().close()
  await night.context().close()
})

test('an admin says when shifts change', async ({ browser, baseURL }) => {
  const page = await openAs(browser, baseURL!, 'admin', '/admin/shifts', sizes.tablet)
  await page.getByRole('button', { name: 'Add a shift' }).click()
  await page.getByLabel('Shift 1', { exact: true }).fill('Day')
  // So that no shift changes while this stack is up.
  const soon = new Date(Date.now() - 2 * 60 * 60_000).toISOString().slice(11, 16)
  await page.getByLabel('Start of shift 1').fill(soon)
  await expectAccessible(page)
  await page.screenshot({ path: `${SCREENSHOTS}/shifts.png` })
  await page.getByRole('button', { name: 'Save shifts' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Shift 1', { exact: true })).toHaveValue('Day')

  await page.getByRole('button', { name: 'Remove shift 1' }).click()
  await page.getByRole('button', { name: 'Save shifts' }).click()
  await expect(page.getByText('Saved')).toBeVisible()
  await page.context().close()
})
