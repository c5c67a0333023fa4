import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

const pushed = {
  notification_id: '0198f3a0-7777-7000-8000-000000000001',
  kind: 'escalation',
  room_id: 'oven',
  room_title: '3 號線烤箱溫度異常',
  severity: 'critical',
  path: '/rooms/oven?at=7',
  lang: 'zh-TW',
}

const CHROME = 'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36'
const SAFARI = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ORIGIN = 'https://andon.example'
const handlers = new Map<string, (event: unknown) => void>()
const showNotification = vi.fn()
const openWindow = vi.fn()
let tabs: object[]
const navigator = { userAgent: '' }

beforeAll(async () => {
  vi.stubGlobal('self', {
    addEventListener: (type: string, handler: (event: unknown) => void) => handlers.set(type, handler),
    location: { origin: ORIGIN },
    navigator,
    registration: { showNotification },
    clients: { matchAll: () => Promise.resolve(tabs), openWindow },
  })
  await import('./serviceWorker')
})

beforeEach(() => {
  tabs = []
  navigator.userAgent = CHROME
  showNotification.mockReset()
  openWindow.mockReset()
})

async function dispatch(type: string, event: object): Promise<void> {
  let work: Promise<unknown> = Promise.resolve()
  handlers.get(type)?.({ ...event, waitUntil: (promise: Promise<unknown>) => (work = promise) })
  await work
}

const push = (text: string | undefined) =>
  dispatch('push', { data: text === undefined ? null : { text: () => text } })

const click = (path: string) => dispatch('notificationclick', { notification: { close: vi.fn(), data: { path } } })

const windowOf = (url: string, visibilityState = 'visible') => ({
  url,
  visibilityState,
  focus: vi.fn(() => Promise.resolve()),
  postMessage: vi.fn<(message: unknown, ports?: MessagePort[]) => void>(),
})
const tabAt = (path: string, visibilityState?: string) => windowOf(ORIGIN + path, visibilityState)

/** As a page does in which somebody is signed in. */
function telling(tab: ReturnType<typeof windowOf>) {
  tab.postMessage.mockImplementation((_ask, [port] = []) => port?.postMessage('yes'))
  return tab
}

describe('what is pushed', () => {
  it('is shown by the room, in the language it is sent in, and stays while it is critical', async () => {
    await push(JSON.stringify(pushed))

    expect(showNotification).toHaveBeenCalledWith(
      '3 號線烤箱溫度異常',
      expect.objectContaining({
        body: '重大 · 尚無人回應',
        lang: 'zh-TW',
        tag: 'oven',
        renotify: true,
        requireInteraction: true,
        data: { path: '/rooms/oven?at=7' },
      }),
    )
  })

  it('is shown in English to who reads that', async () => {
    await push(JSON.stringify({ ...pushed, kind: 'mention', severity: 'low', lang: 'en' }))

    expect(showNotification).toHaveBeenCalledWith(
      pushed.room_title,
      expect.objectContaining({ body: 'Low · You were mentioned', requireInteraction: false }),
    )
  })

  it('is shown also if its kind is newer than the service worker', async () => {
    await push(JSON.stringify({ ...pushed, kind: 'earthquake', severity: 'high' }))

    expect(showNotification).toHaveBeenCalledWith(pushed.room_title, expect.objectContaining({ body: '高 · 有新通知' }))
  })

  const elsewhere = ['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example']

  it.each([undefined, '', '{', 'null', '[]', ...elsewhere.map((path) => JSON.stringify({ ...pushed, path }))])(
    'is something that leads to the incidents when it is %j',
    async (text) => {
      await push(text)

      expect(showNotification).toHaveBeenCalledWith('Andon', expect.objectContaining({ data: { path: '/rooms' } }))
    },
  )
})

describe('what is pushed while the app is open', () => {
  it('is left to a page of it that is looked at', async () => {
    tabs = [tabAt('/search', 'hidden'), telling(tabAt('/rooms'))]

    await push(JSON.stringify(pushed))

    expect(showNotification).not.toHaveBeenCalled()
  })

  it.each([
    ['is out of sight', telling(tabAt('/rooms', 'hidden'))],
    ['does not tell of it, as before signing in', tabAt('/rooms')],
  ])('is shown when all that is open %s', async (_what, tab) => {
    tabs = [tab]

    await push(JSON.stringify(pushed))

    expect(showNotification).toHaveBeenCalledWith(pushed.room_title, expect.anything())
  })

  it('is shown without a sound in Safari, which would end the subscription', async () => {
    navigator.userAgent = SAFARI
    tabs = [telling(tabAt('/rooms'))]

    await push(JSON.stringify(pushed))

    expect(showNotification).toHaveBeenCalledWith(pushed.room_title, expect.objectContaining({ silent: true }))
  })
})

describe('a click', () => {
  it('opens the room when no tab is open', async () => {
    await click('/rooms/oven?at=7')

    expect(openWindow).toHaveBeenCalledWith('/rooms/oven?at=7')
  })

  it('leads a tab there that is open, the one at that room first', async () => {
    const other = tabAt('/rooms')
    const room = tabAt('/rooms/oven')
    tabs = [other, room]

    await click('/rooms/oven?at=7')

    expect(room.focus).toHaveBeenCalled()
    expect(room.postMessage).toHaveBeenCalledWith({ open: '/rooms/oven?at=7' })
    expect(other.focus).not.toHaveBeenCalled()
    expect(openWindow).not.toHaveBeenCalled()
  })

  it('leads any tab there', async () => {
    const other = tabAt('/search')
    tabs = [other]

    await click('/rooms/oven')

    expect(other.postMessage).toHaveBeenCalledWith({ open: '/rooms/oven' })
  })

  it('passes over a report in a tab of its own, which leads nowhere', async () => {
    const report = windowOf(`blob:${ORIGIN}/0198f3a0-7777-7000-8000-000000000002`)
    tabs = [report]

    await click('/rooms/oven')

    expect(report.focus).not.toHaveBeenCalled()
    expect(openWindow).toHaveBeenCalledWith('/rooms/oven')
  })
})
