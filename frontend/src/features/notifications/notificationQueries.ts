import { type QueryClient, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { Notification } from './notification'

const Notifications = v.object({ ...pageOf(Notification).entries, unread: v.number() })
const Unread = v.object({ unread: v.number() })
const key = ['notifications'] as const
/** As many as are seen without scrolling far. */
const PAGE_SIZE = 20

/** Newest first; kept current by the feed, not by asking again. */
export function useNotifications() {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      api.call('/api/me/notifications', Notifications, { query: { limit: PAGE_SIZE, cursor: pageParam }, signal }),
    staleTime: Infinity,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => pagination.next ?? undefined,
  })
}

export function refreshNotifications(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: key })
}

/** Up to the one that was seen. What is shown as unread stays so until the list is asked for again. */
export function useMarkRead() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (notificationId: string) =>
      api.call('/api/me/notifications/read', Unread, { method: 'PUT', json: { notification_id: notificationId } }),
    onSuccess: ({ unread }) => {
      queries.setQueryData<ReturnType<typeof useNotifications>['data']>(
        key,
        (before) => before && { ...before, pages: before.pages.map((page) => ({ ...page, unread })) },
      )
    },
  })
}
