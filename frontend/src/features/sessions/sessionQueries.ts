import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { allOf, MOST_AT_ONCE, pageOf } from '../../shared/api/page'
import { ApiProblem } from '../../shared/api/problem'
import { api, session } from '../auth/currentSession'

const OpenSession = v.object({
  session_id: v.string(),
  created_at: v.string(),
  last_seen_at: v.string(),
  expires_at: v.string(),
  address: v.nullish(v.string(), ''),
  /** As the server reads the browser's own words, such as "Chrome 153 on Linux". */
  device: v.nullish(v.string(), ''),
  current: v.boolean(),
})
export type OpenSession = v.InferOutput<typeof OpenSession>

const SessionPage = pageOf(OpenSession)

/** Whose sessions; null for one's own. */
export type Whose = string | null

const key = (whose: Whose) => ['sessions', whose] as const
const address = (whose: Whose) =>
  whose === null ? '/api/auth/sessions' : `/api/auth/users/${encodeURIComponent(whose)}/sessions`

function fetchSessions(whose: Whose, signal?: AbortSignal): Promise<OpenSession[]> {
  return allOf((cursor) => api.call(address(whose), SessionPage, { query: { limit: MOST_AT_ONCE, cursor }, signal }))
}

/** Who looks at this page wants to see a session that was opened a moment ago. */
export function useSessions(whose: Whose) {
  return useQuery({ queryKey: key(whose), queryFn: ({ signal }) => fetchSessions(whose, signal), staleTime: 0 })
}

export function useEndSession(whose: Whose) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) => end(whose, sessionId),
    onSettled: () => queries.invalidateQueries({ queryKey: key(whose) }),
  })
}

/** One's own on all devices, this one last; or, for an admin, all of somebody else's. */
export function useEndAllSessions(whose: Whose) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      if (whose !== null) {
        await api.send(address(whose), { method: 'DELETE' })
        return
      }
      const others = (await fetchSessions(null)).filter(({ current }) => !current)
      for (const { session_id: id } of others) await end(null, id)
      await session.signOut()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: key(whose) }),
  })
}

/** One that is over already is what was wanted. */
async function end(whose: Whose, sessionId: string): Promise<void> {
  try {
    await api.send(`${address(whose)}/${sessionId}`, { method: 'DELETE' })
  } catch (failure) {
    if (!(failure instanceof ApiProblem && failure.status === 404)) throw failure
  }
}
