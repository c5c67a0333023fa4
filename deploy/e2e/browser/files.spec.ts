import { expect, type Page, test } from '@playwright/test'
import { enter, newRoom, saying, timeline } from './people.js'

let page: Page

test.beforeEach(async ({ browser, baseURL }) => {
  const { room } = await newRoom(baseURL!, 'Files')
  page = await enter(browser, baseURL!, 'li.wei', room)
})

test.afterEach(async () => {
  await page.context().close()
})

/** Drops files on the room, as from the desktop. */
async function drop(files: { name: string; type: string; bytes: Buffer }[]): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    return transfer
  }, files.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })))
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: data })
  const zone = page.getByText('Drop files to attach them')
  await expect(zone).toBeVisible()
  await zone.dispatchEvent('drop', { dataTransfer: data })
}

test('files are dropped, uploaded together, shown, opened large, and listed', async () => {
  const picture = await page.screenshot()
  await drop([
    { name: 'defect.png', type: 'image/png', bytes: picture },
    { name: 'oven3.log', type: 'text/plain', bytes: Buffer.from('09:40 zone 2 at 85\n'.repeat(50)) },
  ])
  const attached = page.getByRole('list', { name: 'Attached files' })
  await expect(attached.getByRole('listitem')).toHaveCount(2)
  await expect(attached.getByText('Ready to send')).toHaveCount(2)

  await page.getByLabel('Message', { exact: true }).fill('Look at the left edge')
  await page.getByRole('button', { name: 'Send' }).click()

  await expect(saying(page, 'Look at the left edge')).toBeVisible()
  const image = timeline(page).getByRole('img', { name: 'defect.png' })
  await expect.poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(100)
  await timeline(page).getByRole('button', { name: 'Open image: defect.png' }).click()
  const large = page.getByRole('dialog').or(page.getByRole('region', { name: 'defect.png' })).first()
  await expect(large.getByRole('img', { name: 'defect.png' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Close image' })).toHaveCount(0)

  await page.getByRole('tab', { name: 'Files' }).click()
  const list = page.getByRole('list', { name: 'Files', exact: true })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  const saved = page.waitForEvent('download')
  await list.getByRole('button', { name: 'Download oven3.log' }).click()
  expect((await saved).suggestedFilename()).toBe('oven3.log')
})

test('a file that is refused says why, and can be taken out', async () => {
  await drop([{ name: 'tool.exe', type: 'application/x-msdownload', bytes: Buffer.from('MZ\x90\x00'.repeat(40), 'latin1') }])

  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send' })).toBeDisabled()
  await page.getByRole('button', { name: 'Remove tool.exe' }).click()
  await expect(page.getByText('tool.exe')).toHaveCount(0)
})
