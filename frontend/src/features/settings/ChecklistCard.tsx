import { Skeleton, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { FailureMessage } from '../../shared/FailureMessage'
import { Checklist } from '../rooms/Checklist'
import { useChecklist } from '../rooms/checklistQueries'

export function ChecklistCard({ roomId, mayTick }: { roomId: string; mayTick: boolean }) {
  const { t } = useTranslation()
  const checklist = useChecklist(roomId)
  return (
    <Card title={t('checklist.title')}>
      {checklist.isPending && <Skeleton height={90} role="status" aria-label={t('app.loading')} />}
      {checklist.isError && (
        <FailureMessage
          title={t('checklist.failed')}
          failure={checklist.error}
          onRetry={() => void checklist.refetch()}
        />
      )}
      {checklist.data?.length === 0 && <Text c="dimmed">{t('checklist.none')}</Text>}
      {checklist.data !== undefined && checklist.data.length > 0 && (
        <Checklist roomId={roomId} items={checklist.data} mayTick={mayTick} />
      )}
    </Card>
  )
}
