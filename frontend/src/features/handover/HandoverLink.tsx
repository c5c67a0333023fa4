import { ActionIcon, Indicator } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useUser } from '../auth/currentSession'
import { useWaitingHandovers } from './handoverQueries'

/** The way to the handovers, with how many wait for somebody to take them over; red when one is overdue. */
export function HandoverLink() {
  const { t } = useTranslation()
  const waiting = useWaitingHandovers(useUser().user_id)
  const overdue = waiting.filter((handover) => handover.overdue).length
  const count = waiting.length
  const label =
    count === 0
      ? t('handover.title')
      : overdue > 0
        ? t('handover.linkOverdue', { count, overdue })
        : t('handover.linkWaiting', { count })
  return (
    <Indicator inline disabled={count === 0} label={count} size={18} color={overdue > 0 ? 'red.8' : 'gray.7'} offset={8}>
      <ActionIcon component={Link} to="/handovers" color="inherit" aria-label={label} title={label}>
        <IconArrowsExchange size={22} />
      </ActionIcon>
    </Indicator>
  )
}
