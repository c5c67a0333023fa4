import { IconMapPin, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RelativeTime } from '../../shared/RelativeTime'
import { IncidentTypeIcon } from './IncidentTypeIcon'
import type { Room } from './room'
import { SeverityBadge } from './SeverityBadge'
import { StatusBadge } from './StatusBadge'
import { useUnread } from './unread'
import { UnreadBadge } from './UnreadBadge'
import classes from './RoomList.module.css'

export function RoomRow({ room }: { room: Room }) {
  const { t } = useTranslation()
  const news = useUnread(room.room_id)?.unread ?? 0
  return (
    <li className={classes.row} data-severity={room.severity} data-status={room.status} data-unread={news > 0 || undefined}>
      <div className={classes.main}>
        <h2 className={classes.heading}>
          <Link to={`/rooms/${room.room_id}`} className={classes.title}>
            {room.title}
          </Link>
          <UnreadBadge roomId={room.room_id} />
        </h2>
        <div className={classes.facts}>
          <span className={classes.fact}>
            <IncidentTypeIcon type={room.incident_type} size={16} />
            {t(`incidentType.${room.incident_type}`)}
          </span>
          {room.location !== null && room.location !== '' && (
            <span className={classes.fact}>
              <IconMapPin size={16} aria-hidden />
              {room.location}
            </span>
          )}
          {room.member_count !== null && (
            <span className={classes.fact}>
              <IconUsers size={16} aria-hidden />
              {t('rooms.members', { count: room.member_count })}
            </span>
          )}
        </div>
      </div>
      <div className={classes.badges}>
        <span>
          <SeverityBadge severity={room.severity} />
        </span>
        <span>
          <StatusBadge status={room.status} />
        </span>
      </div>
      <div className={classes.activity} title={t('rooms.lastActivity')}>
        <RelativeTime at={room.last_activity_at ?? room.created_at} />
      </div>
    </li>
  )
}
