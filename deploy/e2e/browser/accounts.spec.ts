import { expect, type Page, request, test } from '@playwright/test'
import { expectAccessible } from './accessible.js'
import { newRoom } from './people.js'
import { openAs, sizes } from './sizes.js'

const SCREENSHOTS = 'target/screenshots'

const looks = {
  en: {
    device: { ...sizes.desktop, locale: 'en-US', colorScheme: 'light' },
    account: /^Account/,
    title: 'Service accounts',
    add: 'New service account',
    name: /^Name/,
    addRoom: 'Add an incident',
    create: 'Create the account',
    clientId: 'Client ID',
    secret: 'Secret',
    kept: 'I have copied it',
    machine: 'Machine',
    revoke: 'Revoke the account',
  },
  zh: {
    device: { ...sizes.tablet, locale: 'zh-TW', colorScheme: 'dark' },
    account: /^帳號/,
    title: '服務帳號',
    add: '新增服務帳號',
    name: /^名稱/,
    addRoom: '加入事件',
    create: '建立帳號',
    clientId: '用戶端 ID',
    secret: '密鑰',
    kept: '我已複製',
    machine: '機器',
    revoke: '撤銷帳號',
  },
} as const

for (const [language, words] of Object.entries(looks)) {
  const picture = (page: Page, of: string) =>
    page.screenshot({ path: `${SCREENSHOTS}/accounts-${of}-${language}.png`, fullPage: true })

  test(`a machine is given an account, writes with it, and is shut out again (${language})`, async ({ browser, baseURL }) => {
    const title = `Oven ${language} ${Date.now()}`
    const machine = `Oven 3 PLC ${Date.now()}`
    const { room, li } = await newRoom(baseURL!, title)
    const page = await openAs(browser, baseURL!, 'admin', '/rooms', words.device)
    await page.getByRole('button', { name: words.account }).click()
    await page.getByRole('menuitem', { name: words.title }).click()
    await page.getByRole('link', { name: words.add }).click()

    await page.getByLabel(words.name).fill(machine)
    await page.getByRole('combobox', { name: words.addRoom }).fill(title)
    await page.getByRole('option', { name: title }).click()
    await expect(page.getByRole('listitem').filter({ hasText: title })).toBeVisible()
    await picture(page, 'new')
    await expectAccessible(page)
    await page.getByRole('button', { name: words.create }).click()
    const dialog = page.getByRole('dialog')
    const clientId = await dialog.getByLabel(words.clientId, { exact: true }).inputValue()
    const secret = await dialog.getByLabel(words.secret, { exact: true }).inputValue()
    await picture(page, 'secret')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: words.kept }).click()
    await expect(page.getByRole('link', { name: machine })).toBeVisible()

    const credentials = { grant_type: 'client_credentials', client_id: clientId, client_secret: secret }
    const plant = await request.newContext({ baseURL: baseURL! })
    const granted = await plant.post('/api/auth/token', { form: credentials })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    const said = await plant.post(`/api/rooms/${room}/messages`, {
      headers: { Authorization: `Bearer ${token}` },
      data: { content: '烤箱 3 已停機' },
    })
    expect(said.status()).toBe(201)
    const reader = await openAs(browser, baseURL!, 'li.wei', `/rooms/${room}`, words.device)
    const message = reader.getByRole('article').filter({ hasText: '烤箱 3 已停機' })
    await expect(message).toContainText(machine)
    await expect(message.getByText(words.machine, { exact: true })).toBeVisible()
    await picture(reader, 'message')
    await expectAccessible(reader)

    await page.reload()
    await picture(page, 'list')
    await expectAccessible(page)
    await page.getByRole('link', { name: machine }).click()
    await expect(page.getByText(secret)).toHaveCount(0)
    await expect(page.getByText(title)).toBeVisible()
    await picture(page, 'edit')
    await expectAccessible(page)
    await page.getByRole('button', { name: words.revoke }).click()
    await page.getByRole('dialog').getByRole('button', { name: words.revoke }).click()
    await expect(page.getByRole('heading', { name: words.title, level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: machine })).toHaveCount(0)
    expect((await plant.post('/api/auth/token', { form: credentials })).status()).toBe(401)
    await li.call('DELETE', `/api/rooms/${room}`)
    await plant.dispose()
    await page.context().close()
    await reader.context().close()
  })
}

test('who is no admin finds neither the entry nor the page', async ({ browser, baseURL }) => {
  const page = await openAs(browser, baseURL!, 'li.wei', '/admin/service-accounts')

  await expect(page.getByText('For administrators only')).toBeVisible()
  await page.getByRole('button', { name: /^Account/ }).click()
  await expect(page.getByRole('menuitem', { name: 'My sessions' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Service accounts' })).toHaveCount(0)
  await page.context().close()
})
