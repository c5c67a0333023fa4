import { useTranslation } from 'react-i18next'
import { incidentTypes, memberRoles, severities, statuses, summaryFields } from '../rooms/room'
import type { Activity } from './settingsQueries'

/** Names of fields as the log has them; a text of which only a part would fit is not shown itself. */
const shortFields = ['title', 'location', 'severity', 'incident_type'] as const

/** Says what a change was, in a sentence, and what it changed from and to, if that is worth a line. */
export function useActivityText(nameOf: (userId: string) => string): (entry: Activity) => [string, string[]] {
  const { t } = useTranslation()

  const value = (raw: unknown): string => {
    const text = typeof raw === 'string' ? raw : ''
    const severity = severities.find((each) => each === text)
    if (severity !== undefined) return t(`severity.${severity}`)
    const type = incidentTypes.find((each) => each === text)
    if (type !== undefined) return t(`incidentType.${type}`)
    return text === '' ? t('activity.nothing') : text
  }
  const role = (raw: unknown) => {
    const known = memberRoles.find((each) => each === raw)
    return known === undefined ? '' : t(`role.${known}`)
  }
  const status = (raw: unknown) => {
    const known = statuses.find((each) => each === raw)
    return known === undefined ? '' : t(`status.${known}`)
  }
  const changed = ({ from, to }: Activity): string[] => {
    const lines = shortFields
      .filter((field) => field in to)
      .map((field) =>
        t('activity.changed', { field: t(`activity.fields.${field}`), from: value(from[field]), to: value(to[field]) }),
      )
    if ('description' in to) lines.push(t('activity.description'))
    for (const field of summaryFields) {
      if (field in to) lines.push(t('activity.rewritten', { field: t(`summary.${field}`) }))
    }
    if ('fields' in to) lines.push(t('activity.readingFields'))
    return lines
  }

  return (entry) => {
    const { event, from, to } = entry
    const who = nameOf(entry.changed_by)
    const about = typeof to.member_id === 'string' ? to.member_id : ''
    const member = nameOf(about)
    switch (event) {
      case 'room_created':
        return [t('events.room_created', { who }), []]
      case 'room_updated': {
        const item = to.checklist_item as { text?: string; done?: boolean } | undefined
        if (item === undefined) return [t('events.room_updated', { who }), changed(entry)]
        return [t(item.done === true ? 'activity.ticked' : 'activity.unticked', { who }), [item.text ?? '']]
      }
      case 'room_status_changed': {
        const notes = typeof to.resolution_notes === 'string' ? [to.resolution_notes] : []
        return [t('events.room_status_changed', { who, from: status(from.status), to: status(to.status) }), notes]
      }
      case 'member_added':
      case 'role_changed':
        return [t(`events.${event}`, { who, member, role: role(to.role) }), []]
      case 'member_removed':
        return [about === entry.changed_by ? t('events.member_left', { who }) : t('events.member_removed', { who, member }), []]
      case 'ownership_transferred':
        return [t('events.ownership_transferred', { who, member }), []]
      case 'alarm_raised':
      case 'alarm_cleared': {
        const { text } = to.alarm as { text: string }
        return [t(`events.${event}`, { alarm: text }), []]
      }
      default:
        return [t('events.other', { who, event: event.replaceAll('_', ' ') }), []]
    }
  }
}
