import { Badge } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useUnread } from './unread'

/** The server counts up to here. */
const COUNTED = 1000

/** How much is unread in a room, and whether it is about the reader; live. Nothing if nothing is. */
export function UnreadBadge({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const unread = useUnread(roomId)
  if (unread === null || unread.unread === 0) return null
  const count = unread.unread >= COUNTED ? `${COUNTED - 1}+` : String(unread.unread)
  const label =
    unread.mentions > 0
      ? t('notices.unreadMentions', { count: unread.unread })
      : t('notices.unread', { count: unread.unread })
  return (
    <Badge
      size="lg"
      variant="filled"
      color={unread.mentions > 0 ? 'red.8' : undefined}
      leftSection={unread.mentions > 0 ? <IconAt size={14} aria-hidden /> : undefined}
      role="img"
      aria-label={label}
      title={label}
    >
      {count}
    </Badge>
  )
}
