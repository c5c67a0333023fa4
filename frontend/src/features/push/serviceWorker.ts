/** Runs without a page: shows what is pushed, and leads there. Caches nothing, so the app is always the server's. */
import { pushedNotice } from './pushedNotice'

const worker = self as unknown as ServiceWorkerGlobalScope

worker.addEventListener('install', () => {
  void worker.skipWaiting()
})

worker.addEventListener('push', (event) => {
  event.waitUntil(worker.registration.showNotification(...pushedNotice(event.data?.text())))
})

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
