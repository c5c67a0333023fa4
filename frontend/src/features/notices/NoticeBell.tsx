import { ActionIcon, Indicator, Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnreadMentions } from '../rooms/unread'

const MentionList = lazy(async () => ({ default: (await import('./MentionList')).MentionList }))

/** How often one was mentioned since one last looked, and where. */
export function NoticeBell() {
  const { t } = useTranslation()
  const mentions = useUnreadMentions()
  const [opened, setOpened] = useState(false)
  const label = mentions > 0 ? t('notices.bellUnread', { count: mentions }) : t('notices.bell')
  const toggle = () => {
    // What is told in passing would cover the list, and stands in it.
    notifications.clean()
    setOpened((before) => !before)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" shadow="md" width={360} trapFocus returnFocus>
      <Indicator inline disabled={mentions === 0} label={mentions} size={18} color="red.8" offset={8}>
        <Popover.Target>
          <ActionIcon
            color="inherit"
            aria-label={label}
            title={label}
            onClick={toggle}
          >
            <IconBell size={22} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="sm" aria-label={t('notices.title')}>
        <Suspense>
          <MentionList
            onOpen={() => {
              setOpened(false)
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
