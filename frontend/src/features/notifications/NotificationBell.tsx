import { ActionIcon, Group, Indicator, Popover, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { IconBell, IconSettings } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { refreshNotifications, useMarkRead, useNotifications } from './notificationQueries'

const NotificationList = lazy(async () => ({ default: (await import('./NotificationList')).NotificationList }))
/** The server counts no further. */
const COUNTED_UP_TO = 100

/** How much one was told of since one last looked, and what. */
export function NotificationBell() {
  const { t } = useTranslation()
  const { data } = useNotifications()
  const queries = useQueryClient()
  const { mutate: markRead } = useMarkRead()
  const [opened, setOpened] = useState(false)
  const unread = data?.pages[0]?.unread ?? 0
  const newest = data?.pages[0]?.items[0]?.notification_id
  const label = unread > 0 ? t('notifications.bellUnread', { count: unread }) : t('notifications.bell')
  // What comes while the list is open is seen, too.
  useEffect(() => {
    if (opened && unread > 0 && newest !== undefined) markRead(newest)
  }, [opened, unread, newest, markRead])
  const change = (open: boolean) => {
    // What is told in passing would cover the list, and stands in it.
    notifications.clean()
    setOpened(open)
    if (!open) refreshNotifications(queries)
  }
  const close = () => {
    change(false)
  }
  return (
    <Popover opened={opened} onChange={change} position="bottom-end" shadow="md" width={360} trapFocus returnFocus>
      <Indicator
        inline
        disabled={unread === 0}
        label={unread < COUNTED_UP_TO ? unread : `${COUNTED_UP_TO - 1}+`}
        size={18}
        color="red.8"
        offset={8}
      >
        <Popover.Target>
          <ActionIcon
            color="inherit"
            aria-label={label}
            title={label}
            onClick={() => {
              change(!opened)
            }}
          >
            <IconBell size={22} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="sm" aria-label={t('notifications.title')}>
        <Group justify="space-between" mb="xs">
          <Title order={2} size="h5">
            {t('notifications.title')}
          </Title>
          <ActionIcon
            component={Link}
            to="/notification-settings"
            variant="subtle"
            aria-label={t('notifications.settings')}
            title={t('notifications.settings')}
            onClick={close}
          >
            <IconSettings size={20} />
          </ActionIcon>
        </Group>
        <Suspense>
          <NotificationList onOpen={close} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
