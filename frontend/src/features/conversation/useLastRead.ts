import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fetchUnread, unreadKey } from '../rooms/unread'

/** How far one had read when the page was opened; null if everything, or if nobody knows; undefined at first. */
export function useLastRead(roomId: string): number | null | undefined {
  const queries = useQueryClient()
  const [lastRead, setLastRead] = useState<number | null>()
  useEffect(() => {
    const leaving = new AbortController()
    fetchUnread(leaving.signal).then(
      (unread) => {
        if (leaving.signal.aborted) return
        queries.setQueryData(unreadKey, unread)
        const room = unread.rooms.find((each) => each.room_id === roomId)
        setLastRead(room !== undefined && room.unread > 0 ? room.last_read : null)
      },
      () => {
        if (!leaving.signal.aborted) setLastRead(null)
      },
    )
    return () => {
      leaving.abort()
    }
  }, [roomId, queries])
  return lastRead
}
