import { useTranslation } from 'react-i18next'
import { accountOf } from '../people/people'
import type { Notification } from './notification'

/** What a notification says, in a line. */
export function useNotificationText(): (notification: Notification) => string {
  const { t } = useTranslation()
  return (notification) => {
    const name = notification.actor_name ?? accountOf(notification.actor_id ?? '')
    switch (notification.kind) {
      case 'mention':
        return t('notices.mentioned', { name })
      case 'assignment':
        return t('notifications.assignment', { name, role: t(`role.${notification.details.role}`) })
      case 'out_of_bounds': {
        const { field, value, limit, unit, bound } = notification.details
        const withUnit = (number: number) => (unit === null ? String(number) : `${number} ${unit}`)
        return t(bound === 'high' ? 'notifications.above' : 'notifications.below', {
          field,
          value: withUnit(value),
          limit: withUnit(limit),
        })
      }
      case 'escalation':
        return t('notifications.escalation', { count: notification.details.minutes })
    }
  }
}
