import { PAGE_SIZE } from "./History"
import { HistoryPage } from '../../realtime/history'
import type { Access } from '../../realtime/LiveSocket'
import { ApiProblem } from '../../shared/api/problem'
import { api } from '../auth/currentSession'
import { fetchRoom } from '../rooms/roomQueries'



/** Newest first; `before` is the `next_before` of the page after it, null for the newest page. */
export function loadHistory(roomId: string, before: number | string | null, signal: AbortSignal): Promise<HistoryPage> {
  return api.call(`/api/rooms/${encodeURIComponent(roomId)}/messages`, HistoryPage, {
    query: { limit: PAGE_SIZE, before: before ?? undefined },
    signal,
  })
}

export async function checkAccess(roomId: string): Promise<Access> {
  try {
    await fetchRoom(roomId)
    return 'allowed'
  } catch (failure) {
    if (!(failure instanceof ApiProblem)) return 'unknown'
    if (failure.status === 401) return 'signed_out'
    if (failure.status === 403) return 'forbidden'
    return failure.status === 404 ? 'not_found' : 'unknown'
  }
}
