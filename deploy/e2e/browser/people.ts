import { type Browser, expect, type Locator, type Page } from '@playwright/test'
import { Colleague } from './api.js'

export const LI = 'li.wei@plant.example'
export const CHEN = 'chen.mei@plant.example'

/** On the sign-in page, in either language. */
export async function signIn(page: Page, username: string, password = 'andon-demo'): Promise<void> {
  await page.getByLabel(/^(User name|使用者名稱)$/).fill(username)
  await page.getByLabel(/^(Password|密碼)$/).fill(password)
  await page.getByRole('button', { name: /^(Sign in|登入)$/ }).click()
}

/** A new incident of 李偉's, with 陳美 as an editor. */
export async function newRoom(gateway: string, title: string): Promise<{ room: string; li: Colleague }> {
  const li = await Colleague.signIn(gateway, 'li.wei')
  const room = await li.createRoom(`${title} ${Date.now()}`, [{ user_id: CHEN, role: 'EDITOR' }])
  return { room, li }
}

/** The room as one person has it open, in English, live. */
export async function enter(browser: Browser, gateway: string, username: string, room: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: gateway, locale: 'en-US', viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.goto(`/rooms/${room}`)
  await signIn(page, username)
  await expect(connection(page)).toContainText('Live')
  return page
}

export const connection = (page: Page): Locator => page.getByRole('status', { name: 'Connection' })
export const timeline = (page: Page): Locator => page.getByRole('log', { name: 'Timeline' })
export const field = (page: Page): Locator => page.getByLabel('Message', { exact: true })

export async function say(page: Page, text: string): Promise<void> {
  await field(page).fill(text)
  await page.keyboard.press('Enter')
}

/** The message with that text, as somebody reads it. */
export const saying = (page: Page, text: string | RegExp): Locator =>
  timeline(page).getByRole('article').filter({ hasText: text })

export async function choose(page: Page, text: string, action: string): Promise<void> {
  // The first: an answer quotes what it answers.
  const message = saying(page, text).first()
  await message.hover()
  await message.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: action }).click()
}
