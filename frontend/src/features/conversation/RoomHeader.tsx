import { Button, Drawer, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person, Role } from '../../realtime/frames'
import { Trail } from '../../shared/Trail'
import { useUser } from '../auth/currentSession'
import { OnlinePeople } from '../presence/OnlinePeople'
import type { Room } from '../rooms/room'
import { SeverityBadge } from '../rooms/SeverityBadge'
import { StatusBadge } from '../rooms/StatusBadge'
import { RoomDetails } from './RoomDetails'
import classes from './RoomView.module.css'

interface Props {
  room: Room
  role: Role | null
  online: readonly Person[]
  status: ReactNode
}

export function RoomHeader({ room, role, online, status }: Props) {
  const { t } = useTranslation()
  const me = useUser()
  const [opened, { open, close }] = useDisclosure(false)
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
          closeButtonProps={{ 'aria-label': t('room.closeDetails'), size: '2.75rem' }}
        >
          <RoomDetails room={room} role={role} />
          <OnlinePeople online={online} me={me.user_id} />
        </Drawer>
      </div>
    </header>
  )
}
