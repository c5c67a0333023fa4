import { type QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { Room } from '../rooms/room'
import { Handover, HandoverDetail } from './handover'

const HandoverPage = pageOf(Handover)
const RoomPage = pageOf(Room)
const PAGE_SIZE = 30
/** The most the server gives at once. */
const MOST = 200
/** Soon enough for who has one open: of those who acknowledge after the first no feed tells. */
const REFRESH_MS = 30_000
/** The feed tells of what is new; this is for what got lost on the way. */
const LOST_MS = 5 * 60_000
/** Those of before are nobody's any more who is here. */
const WAITING_MS = 24 * 60 * 60_000

const keys = {
  all: ['handovers'] as const,
  list: ['handovers', 'list'] as const,
  waiting: ['handovers', 'waiting'] as const,
  one: (id: string) => ['handovers', 'one', id] as const,
}

export function refreshHandovers(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: keys.all })
}

/** Newest first. */
export function useHandovers() {
  return useInfiniteQuery({
    queryKey: keys.list,
    queryFn: ({ pageParam, signal }) =>
      api.call('/api/handovers', HandoverPage, { query: { limit: PAGE_SIZE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
    refetchInterval: REFRESH_MS,
  })
}

/** Those that `userId` could take over. */
export function useWaitingHandovers(userId: string): readonly Handover[] {
  const { data } = useQuery({
    queryKey: keys.waiting,
    queryFn: ({ signal }) =>
      api.call('/api/handovers', HandoverPage, {
        query: { acknowledged: false, from: new Date(Date.now() - WAITING_MS).toISOString(), limit: MOST },
        signal,
      }),
    refetchInterval: LOST_MS,
  })
  return (data?.items ?? []).filter(({ made_by: maker }) => maker !== userId)
}

export function useHandover(id: string) {
  return useQuery({
    queryKey: keys.one(id),
    queryFn: ({ signal }) => api.call(`/api/handovers/${encodeURIComponent(id)}`, HandoverDetail, { signal }),
    refetchInterval: REFRESH_MS,
  })
}

export function useAcknowledge(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () =>
      api.call(`/api/handovers/${encodeURIComponent(id)}/acknowledgement`, HandoverDetail, { method: 'PUT' }),
    onSuccess: (handover) => {
      queries.setQueryData(keys.one(id), handover)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.all }),
  })
}

export function useHandOver() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { location: string; note: string }) =>
      api.call('/api/handovers', HandoverDetail, { method: 'POST', json: wanted }),
    onSuccess: (handover) => {
      queries.setQueryData(keys.one(handover.handover_id), handover)
      return queries.invalidateQueries({ queryKey: keys.list })
    },
  })
}

/** Where one may hand over: the lines of the open incidents that one writes in. */
export function useLines() {
  return useQuery({
    queryKey: ['handovers', 'lines'],
    queryFn: ({ signal }) => api.call('/api/rooms', RoomPage, { query: { status: 'active', limit: MOST }, signal }),
    select: ({ items }) => [
      ...new Set(
        items
          .filter(({ my_role: role }) => role !== null && role !== 'VIEWER')
          .map(({ location }) => location?.trim() ?? '')
          .filter((location) => location !== ''),
      ),
    ],
  })
}
