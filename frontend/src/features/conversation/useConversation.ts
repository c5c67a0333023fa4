import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { outboxOf } from '../../realtime/Outbox'
import { session, useUser } from '../auth/currentSession'
import { roomKeys } from '../rooms/roomQueries'
import { Conversation, type ConversationState } from './Conversation'
import { checkAccess, loadHistory } from './history'

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
        onRoomEvent: () => void queries.invalidateQueries({ queryKey: roomKeys.one(roomId) }),
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
