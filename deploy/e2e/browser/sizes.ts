import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import { signIn } from './people.js'

export const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  tablet: { viewport: { width: 800, height: 1180 }, hasTouch: true, isMobile: true },
} satisfies Record<string, BrowserContextOptions>
export type Size = keyof typeof sizes

/** A page as somebody has it open on a device of that size, in English unless told otherwise. */
export async function openAs(
  browser: Browser,
  baseURL: string,
  username: string,
  path: string,
  options: BrowserContextOptions = sizes.desktop,
): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'en-US', ...options })
  const page = await context.newPage()
  await page.goto(path)
  await signIn(page, username)
  await expect(page.getByRole('button', { name: /^(Account|帳號)/ })).toBeVisible()
  return page
}
