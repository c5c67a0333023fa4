import type { QueryClient } from '@tanstack/react-query'
import type { Notification } from '../notifications/notification'
import { settingsQuery } from '../notifications/settings'
import { deviceState } from '../push/device'
import type { Notice } from './notices'

/** Whether the service worker of this device is sent it as well, by the wish of its person. */
export async function isLeftToPush(notice: Notice, userId: string, queries: QueryClient): Promise<boolean> {
  const kind = kindOf(notice)
  if (kind === null || (await deviceState(userId)) !== 'on') return false
  const { kinds } = await queries.query({ ...settingsQuery, staleTime: 'static' })
  return kinds[kind].push
}

/** What is pushed are notifications; of a new status, for one, there is none. */
function kindOf(notice: Notice): Notification['kind'] | null {
  switch (notice.kind) {
    case 'mentioned':
      return 'mention'
    case 'invited':
      return 'assignment'
    case 'notified':
      return notice.notification.kind
    case 'status':
    case 'severity':
    case 'removed':
      return null
  }
}
