import * as v from 'valibot'

const ProblemBody = v.object({
  title: v.optional(v.string()),
  detail: v.optional(v.string()),
  code: v.optional(v.string()),
  errors: v.optional(v.array(v.object({ field: v.string(), message: v.string() }))),
})

export interface FieldError {
  field: string
  message: string
}

/** A refusal by the server (RFC 9457). `retryAfter` is in seconds; `code` is stable and fit for a translation key. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly FieldError[]
  readonly retryAfter: number | null

  constructor(
    status: number,
    code: string,
    details: { detail?: string; errors?: readonly FieldError[]; retryAfter?: number | null } = {},
  ) {
    super(details.detail ?? code)
    this.name = 'ApiProblem'
    this.status = status
    this.code = code
    this.errors = details.errors ?? []
    this.retryAfter = details.retryAfter ?? null
  }
}

/** No answer came at all, or one that is not what the contract promises. */
export class NetworkProblem extends Error {
  constructor(cause: unknown) {
    super('No usable answer from the server.', { cause })
    this.name = 'NetworkProblem'
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const body = v.safeParse(ProblemBody, await response.json().catch(() => null))
  const retryAfter = secondsToWait(response.headers.get('Retry-After'))
  // A proxy in between answers without problem+json; the status still says most of it.
  if (!body.success) return new ApiProblem(response.status, codeOfStatus(response.status), { retryAfter })
  const { code, detail, errors } = body.output
  return new ApiProblem(response.status, code ?? codeOfStatus(response.status), { detail, errors, retryAfter })
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'unauthenticated'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not_found'
  if (status === 413) return 'too_large'
  if (status === 502 || status === 503 || status === 504) return 'unavailable'
  return 'internal_error'
}

/** `Retry-After` is either seconds or an HTTP date. */
function secondsToWait(header: string | null): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header.trim())) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
