import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'
import { renderInApp } from '../testing/render'
import { LanguageSwitch } from './LanguageSwitch'

afterEach(() => i18next.changeLanguage('en'))

it('switches at once, tells the browser, and is remembered', async () => {
  const user = userEvent.setup()
  renderInApp(<LanguageSwitch />)

  await user.click(screen.getByRole('button', { name: 'Language: English' }))
  await user.click(await screen.findByRole('menuitemradio', { name: '繁體中文' }))

  expect(screen.getByRole('button', { name: '語言：繁體中文' })).toBeVisible()
  expect(document.documentElement.lang).toBe('zh-TW')
  expect(localStorage.getItem('andon.language')).toBe('zh-TW')
})
