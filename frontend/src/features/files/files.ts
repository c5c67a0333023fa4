import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { pageOf } from '../../shared/api/page'
import { ApiProblem } from '../../shared/api/problem'
import { api } from '../auth/currentSession'

export const StoredFile = v.object({
  file_id: v.string(),
  file_name: v.string(),
  content_type: v.string(),
  /** Bytes. */
  size: v.nullish(v.number(), null),
  uploaded_by: v.nullish(v.string(), null),
  uploaded_at: v.nullish(v.string(), null),
})
export type StoredFile = v.InferOutput<typeof StoredFile>

const KEEP_BYTES_MS = 60_000
const PAGE_SIZE = 30

/** How wide an image is drawn in the timeline, and how wide on the whole screen, in pixels. */
export const widths = { inline: 480, full: 1920 } as const

export const fileKeys = {
  lists: (roomId: string) => ['files', 'list', roomId] as const,
}

export function isImage({ content_type: type }: StoredFile): boolean {
  return type.startsWith('image/')
}

export function fetchFile(fileId: string, signal?: AbortSignal): Promise<Blob> {
  return api.blob(`/api/files/${encodeURIComponent(fileId)}/content`, { signal })
}

/** Rejects if it fails, which nobody needs to know: the server throws away what no message refers to. */
export async function deleteFile(fileId: string): Promise<void> {
  await api.blob(`/api/files/${encodeURIComponent(fileId)}`, { method: 'DELETE' })
}

/**
 * An image as the server draws it anew, fetched by its id with the token. The `file_url` of a message is never used:
 * an `<img>` could not send the token, and a URL from elsewhere would tell that site who is looking.
 */
export function useImage(fileId: string, width: number) {
  return useQuery({
    queryKey: ['image', fileId, width],
    queryFn: ({ signal }) => fetchImage(fileId, width, signal),
    staleTime: Infinity,
    gcTime: KEEP_BYTES_MS,
  })
}

async function fetchImage(fileId: string, width: number, signal: AbortSignal): Promise<Blob> {
  const path = `/api/files/${encodeURIComponent(fileId)}/preview`
  const bytes = await api.blob(path, { query: { width }, signal }).catch((failure: unknown) => {
    // Of some images no preview can be made; what was uploaded is shown then.
    if (failure instanceof ApiProblem && failure.status < 500) return fetchFile(fileId, signal)
    throw failure
  })
  if (!bytes.type.startsWith('image/')) throw new ApiProblem(415, 'unsupported_media_type')
  return bytes
}

export function useFile(fileId: string) {
  return useQuery({
    queryKey: ['files', 'one', fileId],
    queryFn: ({ signal }) => api.call(`/api/files/${encodeURIComponent(fileId)}`, StoredFile, { signal }),
    staleTime: Infinity,
  })
}

const FilePage = pageOf(StoredFile)

export function useRoomFiles(roomId: string, filter: { type: 'image' | null; q: string }) {
  return useInfiniteQuery({
    queryKey: [...fileKeys.lists(roomId), filter],
    queryFn: ({ pageParam, signal }) =>
      api.call(`/api/rooms/${encodeURIComponent(roomId)}/files`, FilePage, {
        query: { type: filter.type ?? undefined, q: filter.q, limit: PAGE_SIZE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ pagination }) => (pagination.has_more ? (pagination.next ?? undefined) : undefined),
  })
}

/** "1.4 MB", in the reader's language. */
export function sizeText(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte'] as const
  const step = bytes < 1000 ? 0 : bytes < 1_000_000 ? 1 : 2
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step],
    unitDisplay: 'short',
    maximumFractionDigits: step === 2 ? 1 : 0,
  }).format(bytes / 1000 ** step)
}
