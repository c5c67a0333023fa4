import * as v from 'valibot'
import { ApiProblem, NetworkProblem, problemOf } from './problem'

/** Where the client gets its bearer token from. Neither call rejects for a session that is over: it gives null. */
export interface Credentials {
  /** The token in hand, which may have expired. */
  current(): string | null
  /** A new token, shared by all who ask at the same time. Rejects with a NetworkProblem when the server is away. */
  renew(): Promise<string | null>
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Record<string, string | number | boolean | undefined>
  json?: unknown
  form?: FormData
  signal?: AbortSignal
}

/** Sends one request; rejects with ApiProblem or NetworkProblem, or with the signal's reason when aborted. */
export async function send(path: string, options: CallOptions, token: string | null): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json, application/problem+json' })
  if (token !== null) headers.set('Authorization', `Bearer ${token}`)
  if (options.json !== undefined) headers.set('Content-Type', 'application/json')
  const response = await fetch(path + queryString(options.query), {
    method: options.method ?? 'GET',
    headers,
    body: options.json === undefined ? options.form : JSON.stringify(options.json),
    credentials: 'same-origin',
    signal: options.signal,
  }).catch((failure: unknown) => {
    options.signal?.throwIfAborted()
    throw new NetworkProblem(failure)
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

export async function decode<S extends v.GenericSchema>(response: Response, schema: S): Promise<v.InferOutput<S>> {
  try {
    return v.parse(schema, await response.json())
  } catch (failure) {
    throw new NetworkProblem(failure)
  }
}

/** The API as a signed-in user: adds the token, and on a 401 renews it once and repeats the request. */
export class ApiClient {
  readonly #credentials: Credentials

  constructor(credentials: Credentials) {
    this.#credentials = credentials
  }

  async call<S extends v.GenericSchema>(path: string, schema: S, options: CallOptions = {}): Promise<v.InferOutput<S>> {
    return decode(await this.send(path, options), schema)
  }

  async blob(path: string, options: CallOptions = {}): Promise<Blob> {
    const response = await this.send(path, options)
    return response.blob().catch((failure: unknown) => {
      options.signal?.throwIfAborted()
      throw new NetworkProblem(failure)
    })
  }

  /** For an answer that has nothing in it to read. */
  async send(path: string, options: CallOptions): Promise<Response> {
    const used = this.#credentials.current()
    try {
      return await send(path, options, used)
    } catch (failure) {
      if (!(failure instanceof ApiProblem) || failure.status !== 401) throw failure
      // Someone else may have renewed it while this request was on its way.
      const inHand = this.#credentials.current()
      const token = inHand !== null && inHand !== used ? inHand : await this.#credentials.renew()
      if (token === null) throw failure
      return send(path, options, token)
    }
  }
}

function queryString(query: CallOptions['query']): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== '') given.set(name, String(value))
  }
  const text = given.toString()
  return text === '' ? '' : `?${text}`
}
