import { ActionIcon, Button, Drawer, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconSettings, IconUsers } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Person } from '../../realtime/frames'
import { Trail } from '../../shared/Trail'
import { ReportButton } from '../report/ReportButton'
import type { Room } from '../rooms/room'
import { SeverityBadge } from '../rooms/SeverityBadge'
import { StatusBadge } from '../rooms/StatusBadge'
import classes from './RoomView.module.css'

interface Props {
  room: Room
  online: readonly Person[]
  status: ReactNode
  /** What stands beside the timeline where there is room for it. */
  panel: ReactNode
}

export function RoomHeader({ room, online, status, panel }: Props) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure(false)
  // Something found in the panel leads to its place in the timeline, which must not stay covered.
  const { key } = useLocation()
  const [openedAt, setOpenedAt] = useState(key)
  if (openedAt !== key) {
    setOpenedAt(key)
    close()
  }
  return (
    <header className={classes.header} data-severity={room.severity}>
      <div className={classes.trail}>
        <Trail here={room.title} />
      </div>
      <div className={classes.heading}>
        <Title order={1} size="h3">
          {room.title}
        </Title>
        <SeverityBadge severity={room.severity} />
        <StatusBadge status={room.status} />
      </div>
      <div className={classes.state}>
        {status}
        <ReportButton room={room} />
        <ActionIcon
          component={Link}
          to={`/rooms/${room.room_id}/settings`}
          variant="default"
          aria-label={t('settings.title')}
          title={t('settings.title')}
        >
          <IconSettings size={20} />
        </ActionIcon>
        {/* A narrow screen has no room for the column beside; it opens from here. */}
        <div className={classes.detailsButton}>
          <Button variant="default" leftSection={<IconUsers size={18} />} onClick={open}>
            {t('presence.count', { count: online.length })}
          </Button>
        </div>
        <Drawer
          opened={opened}
          onClose={close}
          position="right"
          title={t('room.details')}
          classNames={{ body: classes.drawer }}
          closeButtonProps={{ 'aria-label': t('room.closeDetails'), size: '2.75rem' }}
        >
          {panel}
        </Drawer>
      </div>
    </header>
  )
}
