import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { newRoom } from './people.js'
import { openAs, sizes } from './sizes.js'

let page: Page

test.afterEach(async () => {
  await page.context().close()
})

test('an owner takes the dossier, and the browser tells whether it is still what it was', async ({ browser, baseURL }) => {
  const { room, li } = await newRoom(baseURL!, 'Oven 3')
  await li.say(room, 'the thermocouple is old')
  page = await openAs(browser, baseURL!, 'li.wei', `/rooms/${room}/settings`, sizes.desktop)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the dossier' }).click(),
  ])
  const dossier = await readFile(await download.path())
  const asked: string[] = []
  await page.getByRole('link', { name: 'Check a dossier' }).click()
  await expect(page.getByRole('heading', { name: 'Check a dossier' })).toBeVisible()
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  const check = async (name: string, buffer: Buffer) => {
    await page.getByLabel('Drop a dossier here').setInputFiles({ name, mimeType: 'application/zip', buffer })
  }
  await check('right.zip', dossier)

  const verdict = page.getByRole('status').filter({ hasText: 'sealed' })
  await expect(verdict).toContainText('As it was sealed')
  await expect(page.getByText('“Oven 3')).toBeVisible()

  // The text of the report is packed; one byte of it is enough.
  const changed = Buffer.from(dossier)
  changed[changed.indexOf('report.html') + 200]! ^= 1
  await check('changed.zip', changed)
  await expect(verdict).toContainText('Not as it was sealed')
  await expect(verdict).toContainText('report.html was changed.')
  expect(asked.filter((call) => !call.startsWith('GET'))).toEqual([])
})
