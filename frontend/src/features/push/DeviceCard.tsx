import { Alert, Button, Skeleton, Text } from '@mantine/core'
import { IconBellOff, IconBellRinging } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../shared/Card'
import { useProblemText } from '../../shared/useProblemText'
import { useUser } from '../auth/currentSession'
import { deviceState, turnOff, turnOn } from './device'

/** Whether notifications come to this device while the app is not open. */
export function DeviceCard() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { user_id: userId } = useUser()
  const queries = useQueryClient()
  const key = ['device', userId]
  const device = useQuery({ queryKey: key, queryFn: () => deviceState(userId) })
  const toggle = useMutation({
    mutationFn: () => (device.data === 'on' ? turnOff() : turnOn(userId)),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  const textOf = (failure: Error) =>
    failure instanceof DOMException ? t('push.noPushService') : problemText(failure)
  return (
    <Card title={t('push.device')}>
      <Text c="dimmed">{t('push.deviceHint')}</Text>
      {device.isPending && <Skeleton height={36} mt="sm" role="status" aria-label={t('app.loading')} />}
      {device.isSuccess && <Text mt="sm">{t(`push.state.${device.data}`)}</Text>}
      {(device.data === 'on' || device.data === 'off') && (
        <Button
          variant="light"
          mt="sm"
          loading={toggle.isPending}
          leftSection={device.data === 'on' ? <IconBellOff size={18} /> : <IconBellRinging size={18} />}
          onClick={() => {
            toggle.mutate()
          }}
        >
          {t(device.data === 'on' ? 'push.turnOff' : 'push.turnOn')}
        </Button>
      )}
      {toggle.isError && (
        <Alert color="red" role="alert" mt="sm">
          {textOf(toggle.error)}
        </Alert>
      )}
    </Card>
  )
}
