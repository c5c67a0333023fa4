import { Button, ScrollArea, Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import { placeOf } from './notification'
import classes from './NotificationList.module.css'
import { useNotifications } from './notificationQueries'
import { useNotificationText } from './useNotificationText'

/** What one was told of, newest first. */
export function NotificationList({ onOpen }: { onOpen: () => void }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const textOf = useNotificationText()
  const { data, isPending, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useNotifications()
  const shown = data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {isPending && <Skeleton height={120} role="status" aria-label={t('app.loading')} />}
      {error !== null && <Text role="alert">{problemText(error)}</Text>}
      {data !== undefined && shown.length === 0 && <Text c="dimmed">{t('notifications.none')}</Text>}
      <ScrollArea.Autosize mah="60dvh" type="auto">
        <ul className={classes.list}>
          {shown.map((notification) => (
            <li key={notification.notification_id}>
              <Link
                className={classes.notification}
                data-unread={notification.read_at === null || undefined}
                data-critical={notification.severity === 'critical' || undefined}
                to={placeOf(notification)}
                onClick={onOpen}
              >
                <span className={classes.byline}>
                  <b>{textOf(notification)}</b> <RelativeTime at={notification.created_at} />
                </span>
                {notification.excerpt !== null && <span className={classes.text}>{notification.excerpt}</span>}
                <span className={classes.room}>{notification.room_title}</span>
              </Link>
            </li>
          ))}
        </ul>
        {hasNextPage && (
          <Button fullWidth variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('notifications.older')}
          </Button>
        )}
      </ScrollArea.Autosize>
    </>
  )
}
