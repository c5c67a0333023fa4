import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Person } from '../../realtime/frames'
import { allOf, MOST_AT_ONCE, pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { accountOf, useDirectory } from '../people/people'
import { memberRoles } from './room'

const Member = v.object({ user_id: v.string(), role: v.picklist(memberRoles), joined_at: v.string() })
export type Member = v.InferOutput<typeof Member>

const MemberPage = pageOf(Member)
/** In a larger room those who have said something are known by name anyway. */
const LOOKED_UP_AT_MOST = 30

export const memberKeys = { of: (roomId: string) => ['rooms', 'members', roomId] as const }

/** All members of a room, in the order they joined. */
export function useMemberList(roomId: string) {
  return useQuery({
    queryKey: memberKeys.of(roomId),
    queryFn: ({ signal }) =>
      allOf((cursor) => {
        const query = { limit: MOST_AT_ONCE, cursor }
        return api.call(`/api/rooms/${encodeURIComponent(roomId)}/members`, MemberPage, { query, signal })
      }),
  })
}

/** The members of a room by name, as far as the directory tells. */
export function useMembers(roomId: string): readonly Person[] {
  const all = useMemberList(roomId).data ?? []
  const known = useDirectory(all.slice(0, LOOKED_UP_AT_MOST).map(({ user_id: id }) => id))
  return all.map(({ user_id: id }) => ({ user_id: id, display_name: known.get(id)?.display_name ?? accountOf(id) }))
}
