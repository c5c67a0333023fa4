import { describe, expect, it, vi } from 'vitest'
import { returnPath, signInPath } from './returnPath'

describe('the way back after signing in', () => {
  it('leads to the page that was asked for', () => {
    const path = signInPath({ pathname: '/rooms/42', search: '?q=烤箱&status=active' })

    expect(returnPath(path.slice('/sign-in'.length))).toBe('/rooms/42?q=%E7%83%A4%E7%AE%B1&status=active')
  })

  it.each([
    '',
    '?next=https://evil.example/',
    '?next=//evil.example',
    '?next=/\\evil.example',
    '?next=javascript:alert(1)',
    '?next=/sign-in',
    '?next=http://[',
  ])('leads to the incidents for %j', (search) => {
    expect(returnPath(search)).toBe('/rooms')
  })

  it('is found by browsers from before `URL.parse`', () => {
    vi.stubGlobal('URL', Object.assign(class extends URL {}, { parse: undefined }))

    expect(returnPath('?next=/rooms/42')).toBe('/rooms/42')
  })
})
