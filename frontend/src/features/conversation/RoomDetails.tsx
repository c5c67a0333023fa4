import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Role } from '../../realtime/frames'
import { RelativeTime } from '../../shared/RelativeTime'
import { Checklist } from '../rooms/Checklist'
import { useChecklist } from '../rooms/checklistQueries'
import type { Room } from '../rooms/room'
import { useNameOf } from './names'
import classes from './RoomDetails.module.css'

export function RoomDetails({ room, role }: { room: Room; role: Role | null }) {
  const { t } = useTranslation()
  const nameOf = useNameOf()
  const checklist = useChecklist(room.room_id).data ?? []
  const mayTick = role !== null && role !== 'VIEWER' && room.status !== 'archived'
  return (
    <div className={classes.details}>
      {room.description !== null && room.description !== '' && (
        <p className={classes.description}>{room.description}</p>
      )}
      <dl className={classes.facts}>
        <dt>{t('incidentType.label')}</dt>
        <dd>{t(`incidentType.${room.incident_type}`)}</dd>
        <dt>{t('room.location')}</dt>
        <dd>{room.location === null || room.location === '' ? t('rooms.noLocation') : room.location}</dd>
        <dt>{t('room.opened')}</dt>
        <dd>
          <RelativeTime at={room.created_at} />
          <div className={classes.by}>{t('room.openedBy', { name: nameOf(room.created_by) })}</div>
        </dd>
        {role !== null && (
          <>
            <dt>{t('room.yourRole')}</dt>
            <dd>{t(`role.${role}`)}</dd>
          </>
        )}
      </dl>
      {checklist.length > 0 && (
        <section className={classes.checklist}>
          <Title order={2} size="h6" mb="xs">
            {t('checklist.title')}
          </Title>
          <Checklist roomId={room.room_id} items={checklist} mayTick={mayTick} />
        </section>
      )}
    </div>
  )
}
