/** What the service worker is sent, and what it shows of it. Knows no other part of the app: it would be loaded with it. */

const TEXTS = {
  'zh-TW': {
    mention: '有人提及您',
    assignment: '您被加入事件或成為負責人',
    out_of_bounds: '讀數超出界限',
    escalation: '尚無人回應',
    other: '有新通知',
  },
  en: {
    mention: 'You were mentioned',
    assignment: 'You were added, or made its owner',
    out_of_bounds: 'A reading is out of bounds',
    escalation: 'Nobody has responded yet',
    other: 'There is something new',
  },
} as const

const SEVERITIES = {
  'zh-TW': { low: '低', medium: '中', high: '高', critical: '重大' },
  en: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
} as const

/** `renotify`: the next of a room takes the place of the last, and is to be noticed all the same. Not in TypeScript's own. */
interface Shown extends NotificationOptions {
  renotify: boolean
  data: { path: string }
}

const UNKNOWN: [string, Shown] = ['Andon', { renotify: false, data: { path: '/rooms' } }]

/** `//evil.example` and `/\evil.example` are other sites. */
const IN_APP = /^\/(?![/\\\s])/

/** Title and options. Whatever comes, something is shown: a browser takes the right to push from who shows nothing. */
export function pushedNotice(message: string | undefined): [string, Shown] {
  const { lang, kind, severity, room_id: room, room_title: title, path } = fields(message)
  if (title === undefined || room === undefined || path === undefined || !IN_APP.test(path)) return UNKNOWN
  const language = lang === 'en' ? 'en' : 'zh-TW'
  const words: Record<string, string> = { ...TEXTS[language], ...SEVERITIES[language] }
  const text = words[kind ?? 'other'] ?? TEXTS[language].other
  const urgency = words[severity ?? '']
  return [
    title,
    {
      body: urgency === undefined ? text : `${urgency} · ${text}`,
      lang: language,
      tag: room,
      renotify: true,
      icon: '/favicon.svg',
      requireInteraction: severity === 'critical',
      data: { path },
    },
  ]
}

function fields(message: string | undefined): Record<string, string | undefined> {
  try {
    const all: unknown = JSON.parse(message ?? '{}')
    return Object.fromEntries(Object.entries(all ?? {}).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}
