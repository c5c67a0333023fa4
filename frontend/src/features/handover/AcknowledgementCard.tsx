import { Alert, Button, Group, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { useUser } from '../auth/currentSession'
import type { Handover } from './handover'
import classes from './Handover.module.css'
import { useAcknowledge } from './handoverQueries'
import { useTimeText } from './times'

/** Who has taken over, and the button to do so. */
export function AcknowledgementCard({ handover }: { handover: Handover }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const timeText = useTimeText()
  const me = useUser().user_id
  const acknowledge = useAcknowledge(handover.handover_id)
  const { acknowledgements } = handover
  const own = handover.made_by === me
  const done = acknowledgements.some(({ user_id: id }) => id === me)
  return (
    <Card title={t('handover.takeover')}>
      {acknowledgements.length === 0 && (
        <Text c={handover.overdue ? 'red' : 'dimmed'} fw={handover.overdue ? 600 : undefined}>
          {t(handover.overdue ? 'handover.wasDue' : 'handover.isDue', { time: timeText(handover.due_at) })}
        </Text>
      )}
      {acknowledgements.length > 0 && (
        <ul className={classes.entries} aria-label={t('handover.takeover')}>
          {acknowledgements.map(({ user_id: id, name, acknowledged_at: at, late }) => (
            <li key={id}>
              {t(late ? 'handover.tookOverLate' : 'handover.tookOver', { name, time: timeText(at) })}
            </li>
          ))}
        </ul>
      )}
      {own && (
        <Text size="sm" c="dimmed">
          {t('handover.own')}
        </Text>
      )}
      {acknowledge.isError && (
        <Alert color="red" role="alert">
          {problemText(acknowledge.error)}
        </Alert>
      )}
      {!own && !done && (
        <Group className={classes.onScreen}>
          <Button
            leftSection={<IconCheck size={20} aria-hidden />}
            loading={acknowledge.isPending}
            onClick={() => {
              acknowledge.mutate()
            }}
          >
            {t('handover.takeOver')}
          </Button>
        </Group>
      )}
    </Card>
  )
}
