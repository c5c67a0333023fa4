import { useTranslation } from 'react-i18next'
import { memberRoles, severities, statuses, summaryFields } from '../rooms/room'
import type { Change } from './handover'

const shortFields = ['title', 'location', 'severity', 'incident_type'] as const

/** Says what happened to an incident, in one line. */
export function useChangeText(nameOf: (userId: string) => string): (change: Change) => string {
  const { t } = useTranslation()
  const status = (value: string | null) => {
    const known = statuses.find((each) => each === value)
    return known === undefined ? (value ?? '') : t(`status.${known}`)
  }
  const severity = (value: string | null) => {
    const known = severities.find((each) => each === value)
    return known === undefined ? (value ?? '') : t(`severity.${known}`)
  }
  const field = (name: string, { from, to }: Change) => {
    if (name === 'severity') {
      return t('activity.changed', { field: t('severity.label'), from: severity(from), to: severity(to) })
    }
    const summary = summaryFields.find((each) => each === name)
    if (summary !== undefined) return t(`summary.${summary}`)
    const short = shortFields.find((each) => each === name)
    if (short !== undefined) return t(`activity.fields.${short}`)
    if (name === 'checklist_item') return t('checklist.title')
    return name === 'description' ? t('newRoom.description') : t('fields.title')
  }

  return (change) => {
    const { event, from, to, member_id: memberId } = change
    const who = nameOf(change.user_id)
    const member = memberId === null ? '' : nameOf(memberId)
    const known = memberRoles.find((each) => each === change.role)
    const role = known === undefined ? '' : t(`role.${known}`)
    switch (event) {
      case 'room_created':
        return t('events.room_created', { who })
      case 'room_updated':
        return `${t('events.room_updated', { who })}: ${change.fields.map((name) => field(name, change)).join(', ')}`
      case 'room_status_changed':
        return t('events.room_status_changed', { who, from: status(from), to: status(to) })
      case 'member_added':
      case 'role_changed':
        return t(`events.${event}`, { who, member, role })
      case 'member_removed':
        return memberId === change.user_id
          ? t('events.member_left', { who })
          : t('events.member_removed', { who, member })
      case 'ownership_transferred':
        return t('events.ownership_transferred', { who, member })
      default:
        return t('events.other', { who, event: event.replaceAll('_', ' ') })
    }
  }
}
