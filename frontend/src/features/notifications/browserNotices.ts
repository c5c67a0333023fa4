/** Notifications of the browser itself. They exist only in secure contexts, and only as far as the user allows them. */

export type Permission = 'granted' | 'denied' | 'default' | 'unsupported'

export function browserPermission(): Permission {
  return 'Notification' in window && window.isSecureContext ? Notification.permission : 'unsupported'
}

export async function askPermission(): Promise<Permission> {
  return browserPermission() === 'unsupported' ? 'unsupported' : Notification.requestPermission()
}

/** Only while the app is out of sight: in it, there is a notice already. One of each `tag` at a time. */
export function showInBrowser(notice: { title: string; text: string; tag: string }, onOpen: () => void): void {
  if (browserPermission() !== 'granted' || document.visibilityState === 'visible') return
  try {
    const shown = new Notification(notice.title, { body: notice.text, tag: notice.tag, icon: '/favicon.svg' })
    shown.onclick = () => {
      window.focus()
      onOpen()
      shown.close()
    }
  } catch {
    // Android's Chrome has the interface, but lets only a service worker use it.
  }
}
