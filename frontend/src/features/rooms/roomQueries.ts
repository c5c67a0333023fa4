import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import * as v from 'valibot'
import { type Page, pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { User } from '../auth/user'
import { type CreateRoom, Room, type Status } from './room'

export interface RoomFilter {
  status: Status | null
  q: string
}

const RoomPage = pageOf(Room)
const PAGE_SIZE = 30
/** The list has no live feed of its own yet, so it looks again now and then. */
const LIST_REFRESH_MS = 30_000

export const roomKeys = {
  lists: ['rooms', 'list'] as const,
  list: (filter: RoomFilter) => ['rooms', 'list', filter] as const,
  one: (roomId: string) => ['rooms', 'one', roomId] as const,
}

export function useRooms(filter: RoomFilter) {
  return useInfiniteQuery({
    queryKey: roomKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      api.call('/api/rooms', RoomPage, {
        query: { status: filter.status ?? undefined, q: filter.q, limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
    placeholderData: keepPreviousData,
    refetchInterval: LIST_REFRESH_MS,
  })
}

export function fetchRoom(roomId: string, signal?: AbortSignal): Promise<Room> {
  return api.call(`/api/rooms/${encodeURIComponent(roomId)}`, Room, { signal })
}

export function useRoom(roomId: string) {
  return useQuery({ queryKey: roomKeys.one(roomId), queryFn: ({ signal }) => fetchRoom(roomId, signal) })
}

/** The room as it was last heard of, by itself or in a list. */
export function knownRoom(queries: QueryClient, roomId: string): Room | undefined {
  const lists = queries.getQueriesData<InfiniteData<Page<Room>>>({ queryKey: roomKeys.lists })
  const listed = lists.flatMap(([, list]) => list?.pages ?? []).flatMap((page) => page.items)
  return queries.getQueryData<Room>(roomKeys.one(roomId)) ?? listed.find((room) => room.room_id === roomId)
}

/** The room as the feed has told it, unless a later one is known. */
export function putRoom(queries: QueryClient, room: Room): void {
  queries.setQueryData<Room>(roomKeys.one(room.room_id), (before) =>
    before !== undefined && before.version > room.version ? before : room,
  )
}

export function useCreateRoom() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (room: CreateRoom) => api.call('/api/rooms', Room, { method: 'POST', json: room }),
    onSuccess: (room) => {
      queries.setQueryData(roomKeys.one(room.room_id), room)
      return queries.invalidateQueries({ queryKey: roomKeys.lists })
    },
  })
}

const People = v.object({ items: v.array(User) })
const PEOPLE_SHOWN = 10

export function usePeople(q: string) {
  return useQuery({
    queryKey: ['people', q],
    queryFn: ({ signal }) => api.call('/api/users', People, { query: { q, limit: PEOPLE_SHOWN }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    select: (page) => page.items,
  })
}
