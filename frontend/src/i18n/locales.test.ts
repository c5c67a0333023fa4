import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './i18n'
import en from './locales/en.json'
import zhTW from './locales/zh-TW.json'

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value as object, `${path}${key}.`),
  )
}
/** Chinese has no plural, so its one form answers for both of English. */
const keys = (tree: object) => [...new Set(texts(tree).map(([key]) => key.replace(/_(one|other)$/, '')))].sort()
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

describe('the languages', () => {
  it('say the same things', () => {
    expect(keys(zhTW)).toEqual(keys(en))
  })

  it('leave nothing unsaid', () => {
    expect([...texts(en), ...texts(zhTW)].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('fill in the same values', () => {
    const english = new Map(texts(en))
    const different = texts(zhTW).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    )

    expect(different).toEqual([])
  })
})

/** What the services answer to the calls of this SPA when the SPA itself is not at fault. */
const codes = {
  'auth-service': ['invalid_credentials', 'too_many_attempts', 'directory_unavailable'],
  'room-service and messaging-service': ['room_not_found', 'invalid_field'],
  'file-service': ['room_archived', 'too_large', 'unsupported_media_type'],
  'all of them': ['unauthenticated', 'forbidden', 'not_found', 'unavailable', 'internal_error'],
}
const refusals = ['forbidden', 'room_archived', 'invalid_field', 'other']

describe.each([
  ['en', en],
  ['zh-TW', zhTW],
])('the texts in %s', (_, { problems, refused }) => {
  it.each(Object.entries(codes))('say what the refusals of %s mean', (_service, expected) => {
    expect(Object.keys(problems)).toEqual(expect.arrayContaining(expected))
  })

  it('say why a message was refused', () => {
    expect(Object.keys(refused)).toEqual(expect.arrayContaining(refusals))
  })
})

describe('the language at first', () => {
  it.each([
    [['zh-TW', 'en-US'], 'zh-TW'],
    [['zh-CN'], 'zh-TW'],
    [['de-DE', 'zh-Hant'], 'zh-TW'],
    [['en-GB', 'zh-TW'], 'en'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ])('for %j is %s', (preferences, expected) => {
    expect(preferredLanguage(preferences)).toBe(expected)
  })

  it('is the one chosen on this device before', () => {
    localStorage.setItem('andon.language', 'en')

    expect(preferredLanguage(['zh-TW'])).toBe('en')
  })
})
