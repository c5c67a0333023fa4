import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DurableFrame } from '../../realtime/frames'
import { outboxOf } from '../../realtime/Outbox'
import { session, useUser } from '../auth/currentSession'
import { fileKeys } from '../files/files'
import { markKeys } from '../marks/markQueries'
import { readingKeys } from '../readings/readingQueries'
import { roomKeys } from '../rooms/roomQueries'
import { Conversation, type ConversationState } from './Conversation'
import { memberKeys } from '../rooms/members'
import { checkAccess, loadHistory } from './roomHistory'

/** The live conversation of one room; a component that uses it is keyed by the room. */
export function useConversation(roomId: string): [ConversationState, Conversation] {
  const { user_id: me } = useUser()
  const queries = useQueryClient()
  const [conversation] = useState(
    () =>
      new Conversation({
        roomId,
        me,
        outbox: outboxOf(me, roomId),
        token: session,
        loadHistory: (before, signal) => loadHistory(roomId, before, signal),
        checkAccess: () => checkAccess(roomId),
        onRecord: (frame) => {
          for (const queryKey of outdatedBy(frame, roomId)) refresh(queries, queryKey)
        },
      }),
  )
  useEffect(() => {
    conversation.start()
    return () => {
      conversation.stop()
    }
  }, [conversation])
  return [useSyncExternalStore(conversation.subscribe, conversation.state), conversation]
}

function outdatedBy(frame: DurableFrame, roomId: string): readonly (readonly string[])[] {
  switch (frame.type) {
    case 'system':
      if (frame.alarm != null) return [readingKeys.room(roomId)]
      return [roomKeys.one(roomId), memberKeys.of(roomId), roomKeys.checklist(roomId)]
    case 'message':
      if (frame.message_type === 'incident_data') return [readingKeys.room(roomId)]
      return frame.file_id == null ? [] : [fileKeys.lists(roomId)]
    case 'message_edited':
    case 'message_deleted':
      return [readingKeys.room(roomId), markKeys.room(roomId)]
    case 'message_marked':
      return [markKeys.room(roomId)]
    default:
      return []
  }
}

/** Only what is on the screen is asked for again, and not while the answer to an earlier question is on its way. */
function refresh(queries: QueryClient, queryKey: readonly string[]): void {
  void queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
}
