/** Runs without a page: shows what is pushed, and leads there. Caches nothing, so the app is always the server's. */
import { pushedNotice } from './pushedNotice'

/** Enough for a page that is busy; what none tells of is shown so much later. */
const ANSWER_WITHIN_MS = 1_000

const worker = self as unknown as ServiceWorkerGlobalScope

worker.addEventListener('install', () => {
  void worker.skipWaiting()
})

worker.addEventListener('push', (event) => {
  event.waitUntil(show(event.data?.text()))
})

/** Not what a page that is looked at tells by itself. */
async function show(message: string | undefined): Promise<void> {
  const [title, options] = pushedNotice(message)
  const seen = (await pages()).filter(({ visibilityState }) => visibilityState === 'visible')
  const told = (await Promise.all(seen.map(tells))).includes(true)
  if (!told) await worker.registration.showNotification(title, options)
  // Without a sound, then: Safari, unlike others, ends a subscription after three pushes of which nothing was shown.
  else if (isSafari()) await worker.registration.showNotification(title, { ...options, silent: true })
}

/** Not one whose session has run out, or that is of an older version. Its address would not say: it may be the one it began at. */
function tells(page: WindowClient): Promise<boolean> {
  const { port1: answer, port2: asked } = new MessageChannel()
  return new Promise<boolean>((resolve) => {
    answer.onmessage = () => {
      resolve(true)
    }
    setTimeout(resolve, ANSWER_WITHIN_MS, false)
    page.postMessage({ ask: 'tells' }, [asked])
  }).finally(() => {
    answer.close()
  })
}

function isSafari(): boolean {
  const { userAgent } = worker.navigator
  return userAgent.includes('AppleWebKit') && !userAgent.includes('Chrome')
}

worker.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const { path } = event.notification.data as { path: string }
  event.waitUntil(open(path))
})

/** In a tab of ours if there is one: it goes there itself, and keeps what is being written in it. */
async function open(path: string): Promise<void> {
  const tabs = await pages()
  const place = path.split('?')[0]
  const tab = tabs.find(({ url }) => new URL(url).pathname === place) ?? tabs[0]
  if (tab === undefined) {
    await worker.clients.openWindow(path)
    return
  }
  await tab.focus()
  tab.postMessage({ open: path })
}

/** Where the app runs. A report or a file that is open in a tab of its own is a `blob:` of this origin, and listens to nothing. */
async function pages(): Promise<readonly WindowClient[]> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  return windows.filter(({ url }) => url.startsWith(`${worker.location.origin}/`))
}
