import * as v from 'valibot'
import { ApiProblem, NetworkProblem, problemOf } from '../../shared/api/problem'
import { session } from '../auth/currentSession'
import { StoredFile } from './files'

/** The largest file of any kind. The server knows the finer limits; this one saves a futile upload. */
const MAX_BYTES = 50 * 1024 * 1024

interface Options {
  /** How much of it is on its way, from 0 to 1. */
  onProgress: (share: number) => void
  signal: AbortSignal
}

/** Rejects with ApiProblem (`too_large`, …) or NetworkProblem, or with the signal's reason when aborted. */
export async function uploadFile(roomId: string, file: File, options: Options): Promise<StoredFile> {
  if (file.size > MAX_BYTES) throw new ApiProblem(413, 'too_large')
  const token = await session.fresh()
  try {
    return await send(roomId, file, token, options)
  } catch (failure) {
    if (!(failure instanceof ApiProblem) || failure.status !== 401) throw failure
    return send(roomId, file, await session.renew(), options)
  }
}

/** By XMLHttpRequest, because `fetch` does not tell how far an upload has come. */
function send(roomId: string, file: File, token: string | null, { onProgress, signal }: Options): Promise<StoredFile> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted()
    const request = new XMLHttpRequest()
    request.open('POST', `/api/rooms/${encodeURIComponent(roomId)}/files`)
    request.setRequestHeader('Accept', 'application/json, application/problem+json')
    if (token !== null) request.setRequestHeader('Authorization', `Bearer ${token}`)
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 0 : loaded / total)
    }
    request.onerror = () => {
      reject(new NetworkProblem(null))
    }
    request.onabort = () => {
      reject(new NetworkProblem(signal.reason))
    }
    request.onload = () => {
      answerOf(request).then(resolve, reject)
    }
    signal.addEventListener('abort', () => {
      request.abort()
    })
    const form = new FormData()
    form.set('file', file)
    request.send(form)
  })
}

async function answerOf(request: XMLHttpRequest): Promise<StoredFile> {
  const retryAfter = request.getResponseHeader('Retry-After')
  const headers = new Headers(retryAfter === null ? {} : { 'Retry-After': retryAfter })
  const answer = new Response(request.responseText, { status: request.status, headers })
  if (!answer.ok) throw await problemOf(answer)
  try {
    return v.parse(StoredFile, await answer.json())
  } catch (failure) {
    throw new NetworkProblem(failure)
  }
}
