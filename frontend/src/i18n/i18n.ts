import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import en from './locales/en.json'
import zhTW from './locales/zh-TW.json'

export const languages = { 'zh-TW': '繁體中文', en: 'English' } as const
export type Language = keyof typeof languages

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en }
  }
}

const REMEMBERED = 'andon.language'

/** What was chosen on this device, else Chinese for a browser that prefers any Chinese, else English. */
export function preferredLanguage(preferences: readonly string[] = navigator.languages): Language {
  const chosen = localStorage.getItem(REMEMBERED)
  if (chosen === 'zh-TW' || chosen === 'en') return chosen
  const first = preferences.find((tag) => /^(zh|en)\b/i.test(tag))
  return first !== undefined && /^zh\b/i.test(first) ? 'zh-TW' : 'en'
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language)
  await i18next.changeLanguage(language)
}

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language
})

void i18next.use(initReactI18next).init({
  resources: { en: { translation: en }, 'zh-TW': { translation: zhTW } },
  lng: preferredLanguage(),
  fallbackLng: 'en',
  // React escapes what it renders.
  interpolation: { escapeValue: false },
})
