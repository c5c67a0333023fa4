import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { type MemberRole, Room, type Status } from '../rooms/room'
import { putRoom, refreshParts, roomKeys } from '../rooms/roomQueries'
import type { Changes } from './draft'

const address = (roomId: string, part = '') => `/api/rooms/${encodeURIComponent(roomId)}${part}`

/** Rejects with `version_conflict` if the room is no longer of that version. */
export function editRoom(roomId: string, changes: Changes, version: number): Promise<Room> {
  return api.call(address(roomId), Room, { method: 'PATCH', json: { ...changes, version } })
}

/** Every change of a room shows wherever the room does. */
export function useTellOfChange(roomId: string) {
  const queries = useQueryClient()
  return (room?: Room) => {
    if (room === undefined) void queries.invalidateQueries({ queryKey: roomKeys.one(roomId) })
    else putRoom(queries, room)
    refreshParts(queries, roomId)
    void queries.invalidateQueries({ queryKey: roomKeys.lists })
  }
}

export function useChangeStatus(roomId: string) {
  const tell = useTellOfChange(roomId)
  return useMutation({
    mutationFn: (change: { status: Status; resolution_notes?: string }) =>
      api.call(address(roomId, '/status'), Room, { method: 'PUT', json: change }),
    onSuccess: (room) => {
      tell(room)
    },
  })
}

/** What can be done about one member. */
export type MemberChange =
  | { do: 'put'; userId: string; role: MemberRole }
  | { do: 'remove'; userId: string }
  | { do: 'transfer'; userId: string }

export function useChangeMembers(roomId: string) {
  const tell = useTellOfChange(roomId)
  return useMutation({
    mutationFn: async (change: MemberChange) => {
      const member = address(roomId, `/members/${encodeURIComponent(change.userId)}`)
      switch (change.do) {
        case 'put':
          return api.send(member, { method: 'PUT', json: { role: change.role } })
        case 'remove':
          return api.send(member, { method: 'DELETE' })
        case 'transfer':
          return api.send(address(roomId, '/owner'), { method: 'PUT', json: { user_id: change.userId } })
      }
    },
    onSettled: () => {
      tell()
    },
  })
}

/** Leaving and deleting: the room is not asked for again, for it is gone from here. */
export function useGoAway(roomId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (way: { leaving: string } | 'delete') =>
      api.send(way === 'delete' ? address(roomId) : address(roomId, `/members/${encodeURIComponent(way.leaving)}`), {
        method: 'DELETE',
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: roomKeys.lists }),
  })
}

const Values = v.record(v.string(), v.unknown())
const Activity = v.object({
  version: v.number(),
  event: v.string(),
  changed_by: v.string(),
  changed_at: v.string(),
  from: v.nullish(Values, {}),
  to: v.nullish(Values, {}),
})
export type Activity = v.InferOutput<typeof Activity>

const ActivityPage = pageOf(Activity)
const PAGE_SIZE = 20

/** What was changed, by whom and when, newest first. */
export function useActivity(roomId: string) {
  return useInfiniteQuery({
    queryKey: roomKeys.activity(roomId),
    queryFn: ({ pageParam, signal }) =>
      api.call(address(roomId, '/activity'), ActivityPage, { query: { limit: PAGE_SIZE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
  })
}
