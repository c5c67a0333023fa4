import { Skeleton, Stack } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { OnlinePeople } from '../presence/OnlinePeople'
import type { Room } from '../rooms/room'
import { ClosedRoom } from './ClosedRoom'
import { Composer } from './Composer'
import { ConnectionStatus } from './ConnectionStatus'
import { Names, namesIn } from './names'
import { NoComposer } from './NoComposer'
import { RoomDetails } from './RoomDetails'
import { RoomHeader } from './RoomHeader'
import { TimelineLog } from './TimelineLog'
import { useConversation } from './useConversation'
import { writingIn } from './writing'
import classes from './RoomView.module.css'

export function RoomView({ room }: { room: Room }) {
  const { t } = useTranslation()
  const [state, conversation] = useConversation(room.room_id)
  const { timeline, connection, online } = state
  const role = state.role ?? room.my_role
  const writing = writingIn(room.status, role)
  const names = useMemo(() => namesIn(timeline, online), [timeline, online])
  useDocumentTitle(`${room.title} · ${t('app.name')}`)

  // Who was taken out of the room must not go on reading it from this screen.
  if (connection.kind === 'ended' && (connection.reason === 'removed' || connection.reason === 'room_gone')) {
    return <ClosedRoom title={t('room.endedTitle')} text={t(`connection.${connection.reason}`)} />
  }
  return (
    <Names value={names}>
      <div className={classes.page}>
        <RoomHeader room={room} role={role} online={online} status={<ConnectionStatus connection={connection} />} />
        <section className={classes.conversation}>
          {state.failure !== null && (
            <FailureMessage
              title={t('room.historyFailedTitle')}
              failure={state.failure}
              onRetry={() => void conversation.open()}
            />
          )}
          {state.failure === null && !timeline.grounded && timeline.entries.length === 0 && (
            <Stack p="lg" role="status" aria-label={t('app.loading')}>
              <Skeleton height={44} width="60%" />
              <Skeleton height={64} width="75%" />
              <Skeleton height={44} width="45%" />
            </Stack>
          )}
          {state.failure === null && (timeline.grounded || timeline.entries.length > 0) && (
            <TimelineLog
              timeline={timeline}
              loadingOlder={state.loadingOlder}
              olderFailed={state.olderFailed}
              conversation={conversation}
            />
          )}
          {writing === 'allowed' && connection.kind !== 'ended' ? (
            <Composer
              roomId={room.room_id}
              onSend={(message) => {
                conversation.post(message)
              }}
            />
          ) : (
            <NoComposer writing={writing} connection={connection} />
          )}
        </section>
        <aside className={classes.aside} aria-label={t('room.details')}>
          <RoomDetails room={room} role={role} />
          <OnlinePeople online={online} me={timeline.me} />
        </aside>
      </div>
    </Names>
  )
}
