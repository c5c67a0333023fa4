import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { messageFields } from '../../realtime/frames'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'

export const messageTypes = ['text', 'image_ref', 'file_ref', 'incident_data'] as const
export type MessageType = (typeof messageTypes)[number]

const Hit = v.object({
  message: v.object(messageFields),
  room_id: v.string(),
  /** Escaped HTML with `<mark>` around what was found. */
  highlights: v.array(v.string()),
})
export type Hit = v.InferOutput<typeof Hit>

export interface Search {
  q: string
  /** All of one's rooms without it. */
  roomId?: string
  type: MessageType | null
}

const HitPage = pageOf(Hit)
const PAGE_SIZE = 30

export function useSearch({ q, roomId, type }: Search) {
  return useInfiniteQuery({
    queryKey: ['search', q, roomId, type],
    queryFn: ({ pageParam, signal }) =>
      api.call('/api/messages/search', HitPage, {
        query: { q, room_id: roomId, type: type ?? undefined, limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
}
