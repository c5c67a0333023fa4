import { createContext, useContext } from 'react'
import type { MessageEntry } from '../../realtime/entries'
import type { Role } from '../../realtime/frames'
import type { ReadingField } from '../rooms/readingField'
import type { Conversation } from './Conversation'
import type { Place } from './places'
import type { Writing } from './writing'

/** What every message of the room on the screen may need. */
export interface RoomContext {
  roomId: string
  me: string
  role: Role | null
  /** The readings that are expected. */
  fields: readonly ReadingField[]
  writing: Writing
  conversation: Conversation
  goTo: (place: Place) => void
  reply: (message: MessageEntry) => void
  edit: (message: MessageEntry) => void
}

export const InRoom = createContext<RoomContext | null>(null)

export function useInRoom(): RoomContext {
  const room = useContext(InRoom)
  if (room === null) throw new Error('useInRoom outside of a room')
  return room
}
