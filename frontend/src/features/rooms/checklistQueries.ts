import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '../auth/currentSession'
import { roomKeys } from './roomQueries'

const Item = v.object({
  item_id: v.string(),
  text: v.string(),
  done: v.boolean(),
  done_by: v.nullish(v.string(), null),
  done_at: v.nullish(v.string(), null),
})
export type ChecklistItem = v.InferOutput<typeof Item>

const Items = v.object({ items: v.array(Item) })

/** What is to be done in a room; empty for one that was not made from a template. */
export function useChecklist(roomId: string) {
  return useQuery({
    queryKey: roomKeys.checklist(roomId),
    queryFn: ({ signal }) => api.call(`/api/rooms/${encodeURIComponent(roomId)}/checklist`, Items, { signal }),
    select: ({ items }) => items,
  })
}

/** Ticks an item off, or opens it again. It shows at once, and goes back if the server refuses. */
export function useTick(roomId: string) {
  const queries = useQueryClient()
  const queryKey = roomKeys.checklist(roomId)
  return useMutation({
    mutationFn: ({ item_id: id, done }: Pick<ChecklistItem, 'item_id' | 'done'>) =>
      api.call(`/api/rooms/${encodeURIComponent(roomId)}/checklist/${id}`, Item, { method: 'PUT', json: { done } }),
    onMutate: async ({ item_id: id, done }) => {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData<v.InferOutput<typeof Items>>(
        queryKey,
        (list) => list && { items: list.items.map((item) => (item.item_id === id ? { ...item, done } : item)) },
      )
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  })
}
