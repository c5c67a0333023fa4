import { useQueries, useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Person } from '../../realtime/frames'
import { api } from '../auth/currentSession'
import { User } from '../auth/user'

const Members = v.object({
  items: v.array(v.object({ user_id: v.string(), display_name: v.nullish(v.string(), null) })),
})
/** In a larger room those who have said something are known by name anyway. */
const LOOKED_UP_AT_MOST = 30

export const memberKeys = { of: (roomId: string) => ['rooms', 'members', roomId] as const }

/** The members of a room by name, as far as the directory tells. */
export function useMembers(roomId: string): readonly Person[] {
  const members = useQuery({
    queryKey: memberKeys.of(roomId),
    queryFn: ({ signal }) => api.call(`/api/rooms/${encodeURIComponent(roomId)}/members`, Members, { signal }),
    select: (page) => page.items,
  })
  const all = members.data ?? []
  const nameless = all.filter(({ display_name: name }) => name === null).slice(0, LOOKED_UP_AT_MOST)
  const found = useQueries({
    queries: nameless.map(({ user_id: id }) => ({
      queryKey: ['people', 'one', id],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.call(`/api/users/${encodeURIComponent(id)}`, User, { signal }),
      staleTime: Infinity,
      retry: false,
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  const names = new Map(found.map((user) => [user.user_id, user.display_name]))
  return all.map(({ user_id, display_name }) => ({
    user_id,
    display_name: display_name ?? names.get(user_id) ?? user_id.replace(/@.*/, ''),
  }))
}
