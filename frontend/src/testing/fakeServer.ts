import { vi } from 'vitest'

export interface Call {
  method: string
  path: string
  token: string | null
  body: unknown
}

type Answer = Response | Promise<Response>

/** Stands in for the network: answers `fetch` and remembers what was asked. */
export function fakeServer(answer: (call: Call) => Answer): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const call: Call = {
      method: init.method ?? 'GET',
      path,
      token: new Headers(init.headers).get('Authorization')?.replace('Bearer ', '') ?? null,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : (init.body ?? null),
    }
    calls.push(call)
    return answer(call)
  })
  return calls
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } })
}

export function problem(status: number, code: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}

export function grant(
  token: string,
  expiresIn = 600,
  userId = 'li.wei@plant.example',
  roles: readonly string[] = ['user'],
): Response {
  return json({
    access_token: token,
    token_type: 'Bearer',
    expires_in: expiresIn,
    session_id: '0198f3a0-5555-7000-8000-000000000001',
    user: {
      user_id: userId,
      display_name: '李偉',
      email: userId,
      department: null,
      roles,
    },
  })
}
