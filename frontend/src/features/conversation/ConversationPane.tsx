import { Skeleton, Stack } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../realtime/frames'
import { FailureMessage } from '../../shared/FailureMessage'
import type { Room } from '../rooms/room'
import { Announcer } from './Announcer'
import { Composer } from './Composer'
import type { Target } from './composing'
import type { Conversation, ConversationState } from './Conversation'
import { NoComposer } from './NoComposer'
import { editableUntil } from './permissions'
import { InRoom, type RoomContext } from './roomContext'
import { TimelineLog } from './TimelineLog'
import { TypingLine } from './TypingLine'
import { useLastRead } from './useLastRead'
import { usePlace } from './usePlace'
import { useReading } from './useReading'
import { writingIn } from './writing'
import classes from './RoomView.module.css'

interface Props {
  room: Room
  state: ConversationState
  conversation: Conversation
  members: readonly Person[]
}

/** What is said in the room, and what one says oneself. */
export function ConversationPane({ room, state, conversation, members }: Props) {
  const { t } = useTranslation()
  const { timeline, connection, failure } = state
  const { me, grounded } = timeline
  const role = state.role ?? room.my_role
  const writing = writingIn(room.status, role)
  const [target, setTarget] = useState<Target | null>(null)
  const { reached, goTo, leave } = usePlace(conversation, grounded)
  const { readThrough, onReadingAlong } = useReading(conversation, timeline.through, useLastRead(room.room_id))
  const inRoom = useMemo<RoomContext>(
    () => ({
      roomId: room.room_id,
      me,
      role,
      fields: room.fields,
      writing,
      conversation,
      goTo,
      reply: (message) => {
        setTarget({ kind: 'reply', message })
      },
      edit: (message) => {
        if (typeof message.content === 'string') setTarget({ kind: 'edit', message, text: message.content })
      },
    }),
    [room.room_id, room.fields, me, role, writing, conversation, goTo],
  )
  const there = grounded || timeline.entries.length > 0

  const editLast = () => {
    const mine = timeline.entries.filter((entry) => entry.kind === 'message').filter((entry) => entry.sender_id === me)
    const last = mine.at(-1)
    if (last !== undefined && last.deleted_at == null && Date.now() < editableUntil(last)) inRoom.edit(last)
  }

  return (
    <InRoom value={inRoom}>
      <section className={classes.conversation} aria-label={t('room.conversation')}>
        {failure !== null && (
          <FailureMessage
            title={t('room.historyFailedTitle')}
            failure={failure}
            onRetry={() => void conversation.open()}
          />
        )}
        {failure === null && !there && (
          <Stack p="lg" role="status" aria-label={t('app.loading')}>
            <Skeleton height={44} width="60%" />
            <Skeleton height={64} width="75%" />
            <Skeleton height={44} width="45%" />
          </Stack>
        )}
        {failure === null && there && (
          <TimelineLog
            state={state}
            conversation={conversation}
            readThrough={readThrough}
            reached={reached}
            onReadingAlong={onReadingAlong}
            onLeavePlace={leave}
          />
        )}
        <Announcer timeline={timeline} />
        <TypingLine userIds={state.typing} />
        {writing === 'allowed' && connection.kind !== 'ended' ? (
          <Composer
            roomId={room.room_id}
            fields={room.fields}
            members={members}
            target={target}
            onTarget={setTarget}
            onSend={(message) => {
              leave()
              conversation.post(message)
            }}
            onEdit={(messageId, content) => {
              conversation.command({ type: 'edit_message', message_id: messageId, content })
            }}
            onTyping={(text) => {
              conversation.ownTyping.typed(text)
            }}
            onUp={editLast}
          />
        ) : (
          <NoComposer writing={writing} connection={connection} />
        )}
      </section>
    </InRoom>
  )
}
