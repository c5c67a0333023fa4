import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type Page, pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { memberKeys } from './members'
import { type CreateRoom, Room } from './room'
import { queryOf, type RoomFilter } from './roomFilter'

const RoomPage = pageOf(Room)
const PAGE_SIZE = 30
const SUGGESTED = 10
/** The feed tells of changes; that a room was talked in since, the list finds out by looking again. */
const LIST_REFRESH_MS = 30_000
/** As long as one may well be in an incident: whoever comes back to a list that has to be loaded anew has lost their place in it. */
const KEEP_LIST_MS = 30 * 60_000

export const roomKeys = {
  all: ['rooms'] as const,
  lists: ['rooms', 'list'] as const,
  list: (filter: RoomFilter) => ['rooms', 'list', filter] as const,
  byTitle: (q: string) => ['rooms', 'by title', q] as const,
  one: (roomId: string) => ['rooms', 'one', roomId] as const,
  activity: (roomId: string) => ['rooms', 'activity', roomId] as const,
  checklist: (roomId: string) => ['rooms', 'checklist', roomId] as const,
}

export function useRooms(filter: RoomFilter) {
  return useInfiniteQuery({
    queryKey: roomKeys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      api.call('/api/rooms', RoomPage, {
        query: { ...queryOf(filter), limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
    placeholderData: keepPreviousData,
    gcTime: KEEP_LIST_MS,
    refetchInterval: LIST_REFRESH_MS,
  })
}

/** Rooms by part of their title, or the latest; an admin is told of all. */
export function useRoomsByTitle(q: string) {
  return useQuery({
    queryKey: roomKeys.byTitle(q),
    queryFn: ({ signal }) => api.call('/api/rooms', RoomPage, { query: { q, mine: false, limit: SUGGESTED }, signal }),
    placeholderData: keepPreviousData,
    select: (page) => page.items,
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

/** What belongs to a room and may have changed when the room has. */
export function refreshParts(queries: QueryClient, roomId: string): void {
  for (const queryKey of [memberKeys.of(roomId), roomKeys.checklist(roomId), roomKeys.activity(roomId)]) {
    void queries.invalidateQueries({ queryKey }, { cancelRefetch: false })
  }
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
