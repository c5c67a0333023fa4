import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { newRoom, signIn } from './people.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

const languages = { en: 'en-US', zh: 'zh-TW' }

for (const [size, device] of Object.entries(sizes)) {
  for (const [language, locale] of Object.entries(languages)) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`the list, a room and its settings are accessible on a ${size}, ${language}, ${colorScheme}`, async ({ browser, baseURL }) => {
        const context = await browser.newContext({ baseURL, locale, colorScheme, ...device })
        const page = await context.newPage()
        await page.goto('/rooms?q=over+temperature')
        await signIn(page, 'li.wei')
        await expect(page.getByRole('link', { name: /Line 3 oven over temperature/ })).toBeVisible()
        await page.screenshot({ path: `${SCREENSHOTS}/list-${size}-${language}-${colorScheme}.png` })
        await expectAccessible(page)

        await page.getByRole('link', { name: /Line 3 oven over temperature/ }).click()
        await expect(page.getByRole('log').getByRole('article').last()).toBeVisible()
        await page.screenshot({ path: `${SCREENSHOTS}/room-${size}-${language}-${colorScheme}.png` })
        await expectAccessible(page)

        if (size === 'tablet') await page.getByRole('button', { name: /online|在線/ }).click()
        for (const tab of [/^(Readings|量測值)$/, /^(Files|檔案)$/, /^(Search|搜尋)$/]) {
          await page.getByRole('tab', { name: tab }).click()
          await expect(page.getByRole('tabpanel').getByRole('status')).toHaveCount(0)
        }
        await page.getByRole('tab', { name: /^(Readings|量測值)$/ }).click()
        await expect(page.getByRole('img', { name: /^(Chart|圖表)/ })).toBeVisible()
        await page.screenshot({ path: `${SCREENSHOTS}/readings-${size}-${language}-${colorScheme}.png` })
        await expectAccessible(page)

        if (size === 'tablet') await page.keyboard.press('Escape')
        await page.getByRole('link', { name: /^(Settings|設定)$/ }).click()
        await expect(page.getByRole('list', { name: /^(Activity|變更紀錄)$/ }).getByRole('listitem').first()).toBeVisible()
        await page.screenshot({ path: `${SCREENSHOTS}/settings-${size}-${language}-${colorScheme}.png` })
        await expectAccessible(page)
        await context.close()
      })
    }
  }
}

for (const [size, language, colorScheme] of [
  ['desktop', 'en', 'light'],
  ['tablet', 'zh', 'dark'],
] as const) {
  test(`signing in, opening an incident and what admins have are accessible on a ${size}, ${language}, ${colorScheme}`, async ({ browser, baseURL }) => {
    const options = { ...sizes[size], locale: languages[language], colorScheme }
    const page = await (await browser.newContext({ baseURL, ...options })).newPage()
    await page.goto('/')
    await page.getByRole('button', { name: /^(Sign in|登入)$/ }).click()
    await expectAccessible(page)
    await page.context().close()

    const admin = await openAs(browser, baseURL!, 'admin', '/rooms', options)
    for (const path of ['/rooms?of=everyone&q=over+temperature', '/rooms/new', '/sessions', '/admin/templates', '/admin/templates/new']) {
      await admin.goto(path)
      await expect(admin.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(admin.getByRole('status')).toHaveCount(0)
      await expectAccessible(admin)
    }
    await admin.goto('/admin/sessions?user=admin@plant.example')
    await expect(admin.getByRole('list', { name: /^(Open sessions|使用中的登入)$/ })).toBeVisible()
    await admin.screenshot({ path: `${SCREENSHOTS}/sessions-${size}-${language}-${colorScheme}.png` })
    await admin.getByRole('button', { name: /^(End all|全部結束)$/ }).click()
    await expect(admin.getByRole('dialog')).toBeVisible()
    await expectAccessible(admin)
    await admin.context().close()
  })
}

test('the choices of the list open and close by keyboard alone, and are accessible', async ({ browser, baseURL }) => {
  const page = await openAs(browser, baseURL!, 'li.wei', '/rooms')
  await page.getByRole('button', { name: 'Severity' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('checkbox', { name: 'Critical' })).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/severity=critical/)
  await expectAccessible(page)

  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Severity: Critical' })).toBeFocused()
  await page.context().close()
})

test('search and the notifications are accessible too', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'zh-TW', ...sizes.desktop })
  const page = await context.newPage()
  await page.goto('/search?q=溫度')
  await signIn(page, 'li.wei')
  await expect(page.getByRole('list', { name: '搜尋結果' })).toBeVisible()
  await page.screenshot({ path: `${SCREENSHOTS}/search-zh.png` })
  await expectAccessible(page)

  await page.getByRole('button', { name: /^通知/ }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
  await context.close()
})

test('the language is switched at once, in the middle of a room', async ({ browser, baseURL }) => {
  const { room } = await newRoom(baseURL!, 'Language')
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...sizes.desktop })
  const page = await context.newPage()
  await page.goto(`/rooms/${room}`)
  await signIn(page, 'li.wei')
  await page.getByLabel('Message', { exact: true }).fill('half a sent')

  await page.getByRole('button', { name: 'Language: English' }).click()
  await page.getByRole('menuitemradio', { name: '繁體中文' }).click()

  await expect(page.getByRole('status', { name: '連線狀態' })).toContainText('即時連線')
  await expect(page.getByLabel('訊息', { exact: true })).toHaveValue('half a sent')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-TW')
  await context.close()
})

test('nothing is loaded from anywhere else, and nothing breaks the content security policy', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...sizes.desktop })
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(baseURL!)) foreign.push(request.url())
  })
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text())
  })
  await page.goto('/rooms?q=over+temperature')
  await signIn(page, 'li.wei')
  await page.getByRole('link', { name: /Line 3 oven over temperature/ }).click()
  await page.getByRole('tab', { name: 'Readings' }).click()
  await expect(page.getByRole('img', { name: /^Chart/ })).toBeVisible()
  const message = page.getByRole('article').last()
  await message.hover()
  await message.getByRole('button', { name: 'Add a reaction' }).click()
  await expect(page.getByRole('gridcell').first()).toBeVisible()

  expect([foreign, complaints]).toEqual([[], []])
  await context.close()
})
