import { useTranslation } from 'react-i18next'
import type { EventEntry } from '../../realtime/entries'
import type { Notice } from '../../realtime/timeline'
import { ClockTime } from '../../shared/RelativeTime'
import { memberRoles, statuses } from '../rooms/room'
import { useNameOf } from './names'
import classes from './TimelineLog.module.css'

export function DayLine({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const day = new Date(at).toLocaleDateString(i18n.language, { weekday: 'short', month: 'long', day: 'numeric' })
  return <div className={classes.day}>{day}</div>
}

export function UnreadLine() {
  const { t } = useTranslation()
  return (
    <div className={classes.unread} role="separator">
      {t('room.unreadLine')}
    </div>
  )
}

/** Someone came or went. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  return (
    <p className={classes.line}>
      {t(`presence.${notice.event}`, { name: notice.displayName })} · <ClockTime at={notice.timestamp} />
    </p>
  )
}

/** Something about the room changed, for the record. */
export function EventLine({ event }: { event: EventEntry }) {
  const said = useEventText()
  return (
    <p className={classes.line}>
      {said(event)} · <ClockTime at={event.timestamp} />
    </p>
  )
}

function useEventText(): (event: EventEntry) => string {
  const { t } = useTranslation()
  const nameOf = useNameOf()

  const status = (value: string | null | undefined) => {
    const known = statuses.find((each) => each === value)
    return known === undefined ? (value ?? '') : t(`status.${known}`)
  }
  const role = (value: string | null | undefined) => {
    const known = memberRoles.find((each) => each === value)
    return known === undefined ? (value ?? '') : t(`role.${known}`)
  }

  return (event) => {
    const who = nameOf(event.user_id) ?? t('events.system')
    const member = nameOf(event.member_id) ?? ''
    switch (event.event) {
      case 'room_created':
      case 'room_updated':
      case 'dossier_made':
        return t(`events.${event.event}`, { who })
      case 'room_status_changed':
        return t('events.room_status_changed', { who, from: status(event.from), to: status(event.to) })
      case 'member_added':
      case 'role_changed':
        return t(`events.${event.event}`, { who, member, role: role(event.role) })
      case 'member_removed':
        return event.member_id === event.user_id
          ? t('events.member_left', { who })
          : t('events.member_removed', { who, member })
      case 'ownership_transferred':
        return t('events.ownership_transferred', { who, member })
      default:
        return t('events.other', { who, event: event.event.replaceAll('_', ' ') })
    }
  }
}
