import { Alert, Button, Group } from '@mantine/core'
import { IconDoorExit, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { Card } from '../../shared/Card'
import { Question } from '../../shared/Question'
import { useProblemText } from '../../shared/useProblemText'
import { useUser } from '../auth/currentSession'
import type { Allowed } from './permissions'
import { useGoAway } from './settingsQueries'

/** What one does last: leave the room, or delete it. */
export function FarewellCard({ roomId, allowed }: { roomId: string; allowed: Allowed }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const me = useUser()
  const navigate = useNavigate()
  const go = useGoAway(roomId)
  const [asking, setAsking] = useState<'leave' | 'delete' | null>(null)
  if (!allowed.leave && !allowed.delete) return null
  return (
    <Card title={t('settings.farewell')}>
      {go.isError && (
        <Alert color="red" role="alert">
          {problemText(go.error)}
        </Alert>
      )}
      <Group>
        {allowed.leave && (
          <Button
            variant="default"
            leftSection={<IconDoorExit size={20} aria-hidden />}
            loading={go.isPending}
            onClick={() => {
              setAsking('leave')
            }}
          >
            {t('settings.leave')}
          </Button>
        )}
        {allowed.delete && (
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash size={20} aria-hidden />}
            loading={go.isPending}
            onClick={() => {
              setAsking('delete')
            }}
          >
            {t('settings.delete')}
          </Button>
        )}
      </Group>
      {asking !== null && (
        <Question
          title={t(`settings.${asking}Title`)}
          text={t(`settings.${asking}Text`)}
          action={t(`settings.${asking}`)}
          onClose={() => {
            setAsking(null)
          }}
          onConfirm={() => {
            go.mutate(asking === 'delete' ? 'delete' : { leaving: me.user_id }, {
              onSuccess: () => void navigate('/rooms', { replace: true }),
            })
          }}
        />
      )}
    </Card>
  )
}
