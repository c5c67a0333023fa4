import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { messageFields } from '../../realtime/frames'
import { api } from '../auth/currentSession'

const MarkedMessage = v.object(messageFields)
export type MarkedMessage = v.InferOutput<typeof MarkedMessage>

const MarkList = v.object({ items: v.array(MarkedMessage) })

export const markKeys = { room: (roomId: string) => ['marks', roomId] as const }

/** What is marked in the room, oldest first. */
export function useMarks(roomId: string) {
  return useQuery({
    queryKey: markKeys.room(roomId),
    queryFn: async ({ signal }) =>
      (await api.call(`/api/rooms/${encodeURIComponent(roomId)}/marks`, MarkList, { signal })).items,
  })
}
