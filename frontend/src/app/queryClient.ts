import { QueryClient } from '@tanstack/react-query'
import { session } from '../features/auth/currentSession'
import { ApiProblem } from '../shared/api/problem'

const MAX_RETRIES = 2
const STALE_AFTER_MS = 10_000

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: STALE_AFTER_MS,
      // A 4xx is an answer; asking again will not change it.
      retry: (failures, error) => failures < MAX_RETRIES && !(error instanceof ApiProblem && error.status < 500),
    },
  },
})

// The next to sign in on this tablet must not see what the last one had open.
session.subscribe(() => {
  if (session.state().status === 'signed_out') queryClient.clear()
})
