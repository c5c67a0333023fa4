import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { Colleague } from './api.js'
import { openAs } from './sizes.js'

/** As far as it is used here; TypeScript has either pages or workers. */
interface Worker {
  clients: { matchAll: (options: object) => Promise<{ postMessage: (message: unknown) => void }[]> }
}

const SCREENSHOTS = 'target/screenshots'

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

  const browsing = await wang.context().newCDPSession(wang)
  const registered = new Promise<string>((resolve) => {
    browsing.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0] !== undefined) resolve(registrations[0].registrationId)
    })
  })
  await browsing.send('ServiceWorker.enable')
  await browsing.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(baseURL!).origin,
    registrationId: await registered,
    data: JSON.stringify({
      notification_id: '0198f3a0-7777-7000-8000-000000000001',
      kind: 'escalation',
      room_id: room,
      room_title: title,
      severity: 'critical',
      path: `/rooms/${room}`,
      lang: 'zh-TW',
    }),
  })

  const shown = () =>
    wang.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      return (await registration.getNotifications()).map(({ title: name, body, tag, lang }) => ({ name, body, tag, lang }))
    })
  await expect.poll(shown).toEqual([{ name: title, body: '重大 · 尚無人回應', tag: room, lang: 'zh-TW' }])

  // Nobody can click on what the system shows: this is what the worker then says to the tab.
  await worker.evaluate(async (path) => {
    const { clients } = self as unknown as Worker
    const [tab] = await clients.matchAll({ type: 'window', includeUncontrolled: true })
    tab?.postMessage({ open: path })
  }, `/rooms/${room}`)
  await expect(wang.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await wang.context().close()
})
