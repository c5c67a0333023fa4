import { Badge } from '@mantine/core'
import { IconAlarm, IconCheck, IconClockHour4 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Handover, type State, stateOf } from './handover'

/** A shape for each, because not everyone can tell the colours apart. */
const looks = {
  acknowledged: { icon: IconCheck, color: 'teal.9' },
  overdue: { icon: IconAlarm, color: 'red.8' },
  waiting: { icon: IconClockHour4, color: 'gray.7' },
} satisfies Record<State, unknown>

export function StateBadge({ handover }: { handover: Handover }) {
  const { t } = useTranslation()
  const state = stateOf(handover)
  const { icon: Icon, color } = looks[state]
  return (
    <Badge size="lg" variant="filled" color={color} leftSection={<Icon size={14} aria-hidden />}>
      {t(`handover.states.${state}`)}
    </Badge>
  )
}
