import { Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { type Room, summaryFields } from '../rooms/room'
import { DraftForm } from './DraftForm'
import classes from './Settings.module.css'

/** What was learned of the incident, which leads its report; owners write it. */
export function SummaryCard({ room, mayEdit }: { room: Room; mayEdit: boolean }) {
  const { t } = useTranslation()
  return (
    <Card title={t('summary.title')}>
      {mayEdit ? (
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('summary.hint')}
          </Text>
          <Editing room={room} />
        </Stack>
      ) : (
        <Written room={room} />
      )}
    </Card>
  )
}

function Editing({ room }: { room: Room }) {
  const { t } = useTranslation()
  return (
    <DraftForm room={room} action={t('summary.save')}>
      {({ typed, put, error, others }) =>
        summaryFields.map((field) => (
          <div key={field}>
            <Textarea
              label={t(`summary.${field}`)}
              description={t(`summary.asks.${field}`)}
              autosize
              minRows={2}
              maxRows={12}
              value={typed[field]}
              error={error(field)}
              onChange={(event) => {
                put(field, event.currentTarget.value)
              }}
            />
            {others(field)}
          </div>
        ))
      }
    </DraftForm>
  )
}

function Written({ room }: { room: Room }) {
  const { t } = useTranslation()
  const written = summaryFields.filter((field) => (room[field] ?? '') !== '')
  if (written.length === 0) return <Text c="dimmed">{t('summary.none')}</Text>
  return (
    <dl className={classes.summary}>
      {written.map((field) => (
        <div key={field}>
          <dt>{t(`summary.${field}`)}</dt>
          <dd>{room[field]}</dd>
        </div>
      ))}
    </dl>
  )
}
