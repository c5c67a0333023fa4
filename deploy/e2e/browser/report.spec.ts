import { readFile } from 'node:fs/promises'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { choose, connection, enter, newRoom, say, saying } from './people.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

test('what matters is marked before the eyes of the other, also by who is offline, and led to', async ({ browser, baseURL }) => {
  const { room } = await newRoom(baseURL!, 'Oven too hot')
  const li = await enter(browser, baseURL!, 'li.wei', room)
  const chen = await enter(browser, baseURL!, 'chen.mei', room)
  await say(li, 'Thermocouple TC-7 is worn')
  await say(li, 'Stop the line')
  await chen.getByRole('tab', { name: 'Marks' }).click()
  await expect(chen.getByText('Nothing is marked yet')).toBeVisible()

  await choose(li, 'TC-7', 'Mark as root cause')
  await expect(saying(chen, 'TC-7')).toContainText('Root cause')
  await expect(chen.getByRole('list', { name: 'Root cause' })).toContainText('TC-7')

  await chen.context().setOffline(true)
  await choose(chen, 'Stop the line', 'Mark as decision')
  await expect(saying(chen, 'Stop the line')).toContainText('Decision')
  await chen.context().setOffline(false)
  await expect(saying(li, 'Stop the line')).toContainText('Decision')
  await expect(connection(chen)).toContainText('Live')

  await chen.getByRole('link', { name: /TC-7/ }).click()
  await expect(saying(chen, 'TC-7')).toHaveAttribute('data-reached')
  await choose(chen, 'TC-7', 'Take the mark away')
  await expect(saying(li, 'TC-7')).not.toContainText('Root cause')
  await expect(chen.getByRole('list', { name: 'Root cause' })).toHaveCount(0)
  await li.context().close()
  await chen.context().close()
})

const looks = {
  en: {
    device: { ...sizes.desktop, locale: 'en-US', colorScheme: 'light' },
    menu: 'More actions',
    mark: 'Mark as root cause',
    rootCause: 'Root cause',
    save: 'Save summary',
    saved: 'Saved',
    make: 'Make a report',
    report: 'Incident report',
    webPage: /^Web page/,
    open: 'Open',
    download: 'Download',
    marks: 'Marks',
    panel: null,
  },
  zh: {
    device: { ...sizes.tablet, locale: 'zh-TW', colorScheme: 'dark' },
    menu: '更多動作',
    mark: '標記為根本原因',
    rootCause: '根本原因',
    save: '儲存摘要',
    saved: '已儲存',
    make: '產生報告',
    report: '異常事件報告',
    webPage: /^網頁/,
    open: '開啟',
    download: '下載',
    marks: '標記',
    panel: /在線/,
  },
} as const

for (const [language, words] of Object.entries(looks)) {
  const picture = (page: Page, of: string, fullPage = false) =>
    page.screenshot({ path: `${SCREENSHOTS}/report-${of}-${language}.png`, fullPage })

  test(`an incident is summed up, and its report read and kept (${language})`, async ({ browser, baseURL }) => {
    const { page, asked } = await watched(browser, baseURL!, words.device)
    const message = page.getByRole('article').filter({ hasText: 'TC-7' })
    await message.hover()
    await message.getByRole('button', { name: words.menu }).click()
    await expect(page.getByRole('menuitem', { name: words.mark })).toBeVisible()
    await picture(page, 'menu')
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: words.mark }).click()
    await expect(message).toContainText(words.rootCause)
    if (words.panel !== null) await page.getByRole('button', { name: words.panel }).click()
    await page.getByRole('tab', { name: words.marks, exact: true }).click()
    await expect(page.getByRole('list', { name: words.rootCause })).toContainText('TC-7')
    await picture(page, 'marks')
    await expectAccessible(page)
    await page.goto(`${page.url()}/settings`)

    await page.getByLabel(words.rootCause).fill('熱電偶 TC-7 老化，溫度讀值偏低')
    await page.getByRole('button', { name: words.save }).click()
    await expect(page.getByText(words.saved, { exact: true })).toBeVisible()
    await picture(page, 'settings', true)
    await expectAccessible(page)

    await page.getByRole('button', { name: words.make }).click()
    const dialog = page.getByRole('dialog', { name: words.report })
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: words.download }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/\.pdf$/)
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-')

    await dialog.getByRole('radio', { name: words.webPage }).click()
    await picture(page, 'dialog')
    await expectAccessible(page)
    const [tab] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('button', { name: words.open }).click()])
    await expect(tab.getByText('熱電偶 TC-7 老化，溫度讀值偏低', { exact: true })).toBeVisible()
    await expect(tab.getByText(words.rootCause).first()).toBeVisible()
    await tab.screenshot({ path: `${SCREENSHOTS}/report-page-${language}.png` })
    expect(await runsScripts(tab)).toBe(false)
    // No token is in any address.
    expect(asked.filter((address) => /eyJ|token/i.test(address))).toEqual([])
    await page.context().close()
  })
}

/** A room in which something was said, as 李偉 has it open, and the addresses that are asked for meanwhile. */
async function watched(browser: Browser, gateway: string, device: (typeof looks)['en' | 'zh']['device']) {
  const { room, li } = await newRoom(gateway, '3 號線烤箱溫度異常')
  await li.sayMany(room, ['烤箱溫度持續上升，已請設備確認', '熱電偶 TC-7 的讀值比實際低 15 °C', '先停線，更換熱電偶'])
  const page = await openAs(browser, gateway, 'li.wei', `/rooms/${room}`, device)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await expect(page.getByRole('article')).toHaveCount(3)
  return { page, asked }
}

/** Whether a page lets a script run that has found its way into it. */
function runsScripts(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "yes"'
    document.documentElement.append(script)
    return document.documentElement.dataset.ran === 'yes'
  })
}
