import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { ApiProblem } from '../../shared/api/problem'
import { api } from '../auth/currentSession'

const UploadedFile = v.object({ file_id: v.string(), file_name: v.string(), content_type: v.string() })
export type UploadedFile = v.InferOutput<typeof UploadedFile>

/** The largest file of any kind. The server knows the finer limits; this one saves a futile upload. */
const MAX_BYTES = 50 * 1024 * 1024
const KEEP_BYTES_MS = 60_000

/** Rejects with ApiProblem (`too_large`, …) or NetworkProblem. */
export async function uploadFile(roomId: string, file: File): Promise<UploadedFile> {
  if (file.size > MAX_BYTES) throw new ApiProblem(413, 'too_large')
  const form = new FormData()
  form.set('file', file)
  return api.call(`/api/rooms/${encodeURIComponent(roomId)}/files`, UploadedFile, { method: 'POST', form })
}

export function fetchFile(fileId: string, signal?: AbortSignal): Promise<Blob> {
  return api.blob(`/api/files/${encodeURIComponent(fileId)}/content`, { signal })
}

/**
 * The bytes of an image, fetched by its id with the token. The `file_url` of a message is never used: an `<img>` could
 * not send the token, and a URL from elsewhere would tell that site who is looking.
 */
export function useImage(fileId: string) {
  return useQuery({
    queryKey: ['image', fileId],
    queryFn: async ({ signal }) => {
      const bytes = await fetchFile(fileId, signal)
      if (!bytes.type.startsWith('image/')) throw new ApiProblem(415, 'unsupported_media_type')
      return bytes
    },
    staleTime: Infinity,
    gcTime: KEEP_BYTES_MS,
  })
}
