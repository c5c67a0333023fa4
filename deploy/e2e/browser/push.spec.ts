import { existsSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { openAs } from './sizes.js'

/** As far as it is used here; TypeScript has either pages or workers. */
interface Worker {
  registration: { getNotifications: () => Promise<{ title: string; body: string; tag: string; lang: string }[]> }
  clients: { matchAll: (options: object) => Promise<{ postMessage: (message: unknown) => void }[]> }
}

const SCREENSHOTS = 'target/screenshots'
/** The one from npm has no notifications. */
const CHROMIUM = process.env.ANDON_CHROMIUM ?? '/usr/bin/chromium'

test.use({ launchOptions: { executablePath: CHROMIUM, args: ['--no-sandbox', '--headless=new', '--disable-gpu'] } })
test.skip(!existsSync(CHROMIUM), 'needs a whole Chromium, as of the Debian package chromium')

/** No push service can be reached from here, so the browser is handed what one would deliver. */
test('a push is shown without a page of its own, and leads to its room', async ({ browser, baseURL }) => {
  const wang = await openAs(browser, baseURL!, 'wang.fang', '/notification-settings')
  const li = await Colleague.signIn(baseURL!, 'li.wei')
  const title = `Conveyor jammed ${Date.now()}`
  const room = await li.createRoom(title, [{ user_id: 'wang.fang@plant.example', role: 'EDITOR' }])
  await wang.context().grantPermissions(['notifications'], { origin: baseURL! })
  await wang.reload()
  const card = wang.getByRole('region', { name: 'This device' })
  await expect(card.getByText('This device is not told.')).toBeVisible()
  await expect(wang.getByRole('checkbox', { name: 'I am mentioned: On my devices' })).not.toBeChecked()

  const started = wang.context().waitForEvent('serviceworker')
  await card.getByRole('button', { name: 'Tell me on this device' }).click()
  const worker = await started
  expect(new URL(worker.url()).pathname).toBe('/service-worker.js')
  await expect(card.getByRole('alert')).toContainText('could not reach its push service')
  await wang.screenshot({ path: `${SCREENSHOTS}/push.png`, fullPage: true })
  await expectAccessible(wang)

  // A page that is looked at tells by itself, and the worker leaves it to it.
  await wang.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const elsewhere = await wang.context().newPage()
  await wang.close()
  const deliver = await delivery(elsewhere, new URL(baseURL!).origin)
  await expect(async () => {
    await deliver({
      notification_id: '0198f3a0-7777-7000-8000-000000000001',
      kind: 'escalation',
      room_id: room,
      room_title: title,
      severity: 'critical',
      path: `/rooms/${room}`,
      lang: 'zh-TW',
    })
    const shown = await worker.evaluate(async () => {
      const { registration } = self as unknown as Worker
      return (await registration.getNotifications()).map(({ title: name, body, tag, lang }) => ({ name, body, tag, lang }))
    })
    expect(shown).toEqual([{ name: title, body: '重大 · 尚無人回應', tag: room, lang: 'zh-TW' }])
  }).toPass({ timeout: 30_000 })

  const tab = await wang.context().newPage()
  await tab.goto('/rooms')
  await expect(tab.getByRole('list', { name: 'Incidents' })).toBeVisible()
  // Nobody can click on what the system shows: this is what the worker then says to the tab.
  await worker.evaluate(async (path) => {
    const { clients } = self as unknown as Worker
    const tabs = await clients.matchAll({ type: 'window', includeUncontrolled: true })
    tabs.forEach((each) => { each.postMessage({ open: path }) })
  }, `/rooms/${room}`)
  await expect(tab.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await tab.context().close()
})

/** Hands the browser what a push service would. */
async function delivery(page: Page, origin: string): Promise<(message: object) => Promise<void>> {
  const browsing = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    browsing.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0] !== undefined) resolve(registrations[0].registrationId)
    })
  })
  await browsing.send('ServiceWorker.enable')
  const registrationId = await registered
  return async (message) => {
    await browsing.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(message) })
  }
}
