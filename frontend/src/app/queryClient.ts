import { QueryClient } from '@tanstack/react-query'
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
