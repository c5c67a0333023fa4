import { type Browser, expect, type Page, test } from '@playwright/test'
import { signIn } from './people.js'
import { openAs, sizes } from './sizes.js'

const signedIn = (page: Page) => page.getByRole('heading', { name: 'Incidents', exact: true })

/** The account menu of somebody who has the list open. */
async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function blank(browser: Browser, baseURL: string, path = '/rooms') {
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...sizes.tablet })
  const page = await context.newPage()
  await page.goto(path)
  return page
}

test('a wrong password is told, after which the right one leads to the page that was asked for', async ({ browser, baseURL }) => {
  const page = await blank(browser, baseURL!, '/rooms?status=active')
  await signIn(page, 'op41', 'not this')
  await expect(page.getByRole('alert')).toHaveText('User name or password is not right.')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()

  await page.keyboard.type('andon-demo')
  await page.keyboard.press('Enter')

  await expect(signedIn(page)).toBeVisible()
  await expect(page).toHaveURL(/status=active/)
  await page.context().close()
})

test('who tries too often is told how long to wait, and somebody else may sign in meanwhile', async ({ browser, baseURL }) => {
  const page = await blank(browser, baseURL!)
  const name = `nobody${Date.now()}`
  for (let attempt = 0; attempt < 6; attempt++) {
    await page.getByLabel('User name', { exact: true }).fill(name)
    await page.getByLabel('Password', { exact: true }).fill('guess')
    const answer = page.waitForResponse('**/api/auth/login')
    await page.keyboard.press('Enter')
    await answer
  }
  await expect(page.getByRole('alert')).toContainText('Too many attempts to sign in.')
  const first = await page.getByRole('timer').textContent()
  expect(first).toMatch(/^Try again in (\d+:\d\d minutes|\d+ seconds?)\.$/)
  await expect(page.getByRole('timer')).not.toHaveText(first!)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeDisabled()

  await signIn(page, 'op42')

  await expect(signedIn(page)).toBeVisible()
  await page.context().close()
})

test('one sees where one is signed in, and ends it there', async ({ browser, baseURL }) => {
  const tablet = await openAs(browser, baseURL!, 'op43', '/rooms', sizes.tablet)
  const desktop = await openAs(browser, baseURL!, 'op43', '/sessions')
  const sessions = desktop.getByRole('list', { name: 'Open sessions' }).getByRole('listitem')
  await expect(sessions.filter({ hasText: 'This device' })).toHaveCount(1)
  await expect(sessions.filter({ hasText: /127\.0\.0\.1|::1/ })).not.toHaveCount(0)

  const others = sessions.getByRole('button', { name: /^End the session/ })
  await expect(others).not.toHaveCount(0)
  for (let left = await others.count(); left > 0; left--) {
    await others.first().click()
    await expect(others).toHaveCount(left - 1)
  }

  await tablet.reload()
  await expect(tablet.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await tablet.context().close()
  await desktop.context().close()
})

test('signing out everywhere leaves no device signed in', async ({ browser, baseURL }) => {
  const other = await openAs(browser, baseURL!, 'op44', '/rooms')
  const page = await openAs(browser, baseURL!, 'op44', '/rooms', sizes.tablet)
  await expect(signedIn(page)).toBeVisible()
  await menu(page, 'My sessions')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click()

  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await page.context().close()
  await other.context().close()
})

test("an admin ends somebody's sessions, which others are not offered", async ({ browser, baseURL }) => {
  const operator = await openAs(browser, baseURL!, 'op45', '/admin/sessions')
  await expect(operator.getByText('For administrators only')).toBeVisible()

  const admin = await openAs(browser, baseURL!, 'admin', '/rooms', sizes.tablet)
  await expect(signedIn(admin)).toBeVisible()
  await menu(admin, 'Sessions of a person')
  await admin.getByRole('combobox', { name: 'Person' }).fill('op45')
  await admin.getByRole('option', { name: /操作員 45/ }).click()
  await expect(admin.getByRole('list', { name: 'Open sessions' }).getByRole('listitem')).not.toHaveCount(0)
  await admin.getByRole('button', { name: 'End all' }).click()
  await admin.getByRole('dialog').getByRole('button', { name: 'End all' }).click()

  await expect(admin.getByText('Nowhere signed in.')).toBeVisible()
  await operator.reload()
  await expect(operator.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await operator.context().close()
  await admin.context().close()
})

test('three tabs that wake up at once stay signed in', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...sizes.desktop })
  await context.clock.install()
  const first = await context.newPage()
  await first.goto('/rooms')
  await signIn(first, 'op46')
  await expect(signedIn(first)).toBeVisible()
  const tabs = [first, await context.newPage(), await context.newPage()]
  for (const tab of tabs.slice(1)) {
    await tab.goto('/rooms')
    await expect(signedIn(tab)).toBeVisible()
  }
  const renewals: number[] = []
  context.on('response', (response) => {
    if (response.url().endsWith('/api/auth/refresh')) renewals.push(response.status())
  })

  // Past the life of every access token.
  await Promise.all(tabs.map((tab) => tab.clock.fastForward('15:00')))

  await expect.poll(() => renewals.length).toBeGreaterThanOrEqual(3)
  for (const tab of tabs) {
    await tab.reload()
    await expect(signedIn(tab)).toBeVisible()
  }
  expect(new Set(renewals)).toEqual(new Set([200]))
  await context.close()
})
