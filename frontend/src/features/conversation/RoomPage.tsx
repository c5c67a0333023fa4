import { Center, Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { ApiProblem } from '../../shared/api/problem'
import { FailureMessage } from '../../shared/FailureMessage'
import { useProblemText } from '../../shared/useProblemText'
import { useRoom } from '../rooms/roomQueries'
import { ClosedRoom } from './ClosedRoom'
import { RoomView } from './RoomView'

export function RoomPage() {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const { roomId = '' } = useParams()
  const room = useRoom(roomId)

  if (room.data !== undefined) return <RoomView key={roomId} room={room.data} />
  if (room.isPending) {
    return (
      <Stack p="xl" gap="md" role="status" aria-label={t('app.loading')}>
        <Skeleton height={28} width="40%" />
        <Skeleton height={20} width="25%" />
        <Skeleton height={320} mt="lg" />
      </Stack>
    )
  }
  if (room.error instanceof ApiProblem && room.error.status < 500) {
    return <ClosedRoom title={t('room.failedTitle')} text={problemText(room.error)} />
  }
  return (
    <Center h="100%">
      <FailureMessage title={t('room.failedTitle')} failure={room.error} onRetry={() => void room.refetch()} />
    </Center>
  )
}
