import { expect, test } from '@playwright/test'
import { Colleague } from './api.js'
import { signIn } from './people.js'

const SCREENSHOTS = 'target/screenshots'

test.use({ locale: 'en-US' })

test('someone signs in and sees a message from another client arrive', async ({ page, baseURL }) => {
  const colleague = await Colleague.signIn(baseURL!, 'chen.mei')
  const title = `Label printer jams ${Date.now()}`
  const room = await colleague.createRoom(title, [{ user_id: 'li.wei@plant.example', role: 'EDITOR' }])

  await page.goto(`/rooms/${room}`)
  await signIn(page, 'li.wei')
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Connection' })).toContainText('Live')
  await colleague.say(room, '標籤機又卡紙了，請來看 🙏')

  const timeline = page.getByRole('log', { name: 'Timeline' })
  await expect(timeline.getByText('標籤機又卡紙了，請來看 🙏')).toBeVisible()
  await page.getByLabel('Message', { exact: true }).fill('On my way')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(timeline.getByText('On my way')).toHaveCount(1)
  await page.screenshot({ path: `${SCREENSHOTS}/room-en.png` })

  await page.reload()
  await expect(timeline.getByText('On my way')).toHaveCount(1)
})

test('a wrong password is told, and the right one leads to the incidents', async ({ page }) => {
  await page.goto('/')
  await signIn(page, 'li.wei', 'wrong')
  await expect(page.getByRole('alert')).toBeVisible()

  await signIn(page, 'li.wei')

  await expect(page.getByRole('heading', { level: 1, name: 'Incidents' })).toBeVisible()
  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '異常事件' })).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/rooms-zh.png` })
})

test('an incident is opened, and a picture shown in it', async ({ page }) => {
  await page.goto('/rooms/new')
  await signIn(page, 'chen.mei')
  await page.getByLabel('What is wrong?').fill('Conveyor belt torn')
  await page.getByLabel('Location').fill('Line 3')
  await page.getByRole('combobox', { name: 'Add a person' }).fill('李偉')
  await page.getByRole('option', { name: /李偉/ }).click()
  await page.getByRole('button', { name: 'Open incident' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Conveyor belt torn' })).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Attach a file' }).click()
  await (await chooser).setFiles({ name: 'belt.png', mimeType: 'image/png', buffer: await page.screenshot() })
  await page.getByRole('button', { name: 'Send' }).click()

  await expect(page.getByRole('log', { name: 'Timeline' }).getByRole('img').first()).toBeVisible()
})

test('the example incident shows its talk, its readings and its picture', async ({ page }) => {
  await page.goto('/rooms?q=over+temperature')
  await signIn(page, 'li.wei')

  await page.getByRole('link', { name: 'Line 3 oven over temperature' }).click()

  const timeline = page.getByRole('log', { name: 'Timeline' })
  await expect(timeline.getByText('24 boards are on hold')).toBeVisible()
  await expect(timeline.getByText('temperature').first()).toBeVisible()
  const picture = timeline.getByRole('img', { name: /AX-4012/ })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(480)
  await page.screenshot({ path: `${SCREENSHOTS}/example.png` })
})
