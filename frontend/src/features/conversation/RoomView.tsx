import { useDocumentTitle } from '@mantine/hooks'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../rooms/room'
import { ClosedRoom } from './ClosedRoom'
import { ConnectionStatus } from './ConnectionStatus'
import { ConversationPane } from './ConversationPane'
import { useMembers } from '../rooms/members'
import { Names, namesIn } from './names'
import { RoomHeader } from './RoomHeader'
import { RoomPanel } from './RoomPanel'
import { useConversation } from './useConversation'
import classes from './RoomView.module.css'

export function RoomView({ room }: { room: Room }) {
  const { t } = useTranslation()
  const [state, conversation] = useConversation(room.room_id)
  const { timeline, connection, resumed, online } = state
  const role = state.role ?? room.my_role
  const members = useMembers(room.room_id)
  const names = useMemo(() => namesIn(timeline, members, online), [timeline, members, online])
  const people = useMemo(
    () => members.map(({ user_id: id, display_name: name }) => ({ user_id: id, display_name: names.get(id) ?? name })),
    [members, names],
  )
  useDocumentTitle(`${room.title} · ${t('app.name')}`)

  // Who was taken out of the room must not go on reading it from this screen.
  if (connection.kind === 'ended' && (connection.reason === 'removed' || connection.reason === 'room_gone')) {
    return <ClosedRoom title={t('room.endedTitle')} text={t(`connection.${connection.reason}`)} />
  }
  const panel = <RoomPanel room={room} role={role} online={online} me={timeline.me} />
  return (
    <Names value={names}>
      <div className={classes.page}>
        <RoomHeader
          room={room}
          online={online}
          status={<ConnectionStatus connection={connection} resumed={resumed} />}
          panel={panel}
        />
        <ConversationPane room={room} state={state} conversation={conversation} members={people} />
        <aside className={classes.aside} aria-label={t('room.details')}>
          {panel}
        </aside>
      </div>
    </Names>
  )
}
