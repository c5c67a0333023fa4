import { type QueryClient, useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '../auth/currentSession'

const UnreadRoom = v.object({
  room_id: v.string(),
  unread: v.number(),
  mentions: v.number(),
  last_read: v.number(),
  last_sequence_number: v.number(),
})
export type UnreadRoom = v.InferOutput<typeof UnreadRoom>

const UnreadRooms = v.object({ rooms: v.array(UnreadRoom) })

export const unreadKey = ['unread'] as const

export function fetchUnread(signal?: AbortSignal): Promise<v.InferOutput<typeof UnreadRooms>> {
  return api.call('/api/me/unread', UnreadRooms, { signal })
}

/** What is unread in each of one's rooms; kept current by the feed, not by asking again. */
const unreadQuery = {
  queryKey: unreadKey,
  queryFn: ({ signal }: { signal: AbortSignal }) => fetchUnread(signal),
  staleTime: Infinity,
}

/** Null as long as it is not known, and in a room that one is no member of. */
export function useUnread(roomId: string): UnreadRoom | null {
  const unread = useQuery({
    ...unreadQuery,
    select: ({ rooms }) => rooms.find((room) => room.room_id === roomId) ?? null,
  })
  return unread.data ?? null
}

/** The feed has told how many there are now. */
export function putUnread(queries: QueryClient, now: Omit<UnreadRoom, 'last_read'>): void {
  queries.setQueryData<v.InferOutput<typeof UnreadRooms>>(unreadKey, (before) => {
    if (before === undefined) return before
    const known = before.rooms.find((room) => room.room_id === now.room_id)
    const others = before.rooms.filter((room) => room !== known)
    return { rooms: [...others, { ...now, last_read: known?.last_read ?? 0 }] }
  })
}
