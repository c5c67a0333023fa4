import { request } from '@playwright/test'
import { WebSocket } from 'ws'

/** A socket may send 50 frames a second for as long as it likes. */
const PACE_MS = 20

/** Another client of the same room: signs in and posts over the contracts, without a browser. */
export class Colleague {
  private constructor(
    private readonly gateway: string,
    private readonly token: string,
  ) {}

  static async signIn(gateway: string, username: string): Promise<Colleague> {
    const http = await request.newContext({ baseURL: gateway })
    const answer = await http.post('/api/auth/login', { data: { username, password: 'andon-demo' } })
    const body = (await answer.json()) as { access_token: string }
    await http.dispose()
    return new Colleague(gateway, body.access_token)
  }

  async createRoom(title: string, members: { user_id: string; role: string }[], fields: object = {}): Promise<string> {
    const room = { title, incident_type: 'quality_issue', severity: 'critical', location: 'Line 3', members, ...fields }
    const body = (await this.call('POST', '/api/rooms', room)) as { room_id: string }
    return body.room_id
  }

  /** One call of the HTTP API; what it answers, if anything. Rejects unless the server agrees. */
  async call(method: string, path: string, data?: object): Promise<unknown> {
    const http = await request.newContext({
      baseURL: this.gateway,
      extraHTTPHeaders: { Authorization: `Bearer ${this.token}` },
    })
    try {
      const answer = await http.fetch(path, { method, data })
      const text = await answer.text()
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`)
      return text === '' ? null : JSON.parse(text)
    } finally {
      await http.dispose()
    }
  }

  /** Says something in a room, and returns once it has been acknowledged. */
  say(room: string, content: string): Promise<void> {
    return this.sayMany(room, [content])
  }

  /** Says one thing after another over one connection. */
  async sayMany(room: string, contents: readonly string[]): Promise<void> {
    const address = `${this.gateway.replace(/^http/, 'ws')}/ws/${room}`
    const socket = new WebSocket(address, { headers: { Authorization: `Bearer ${this.token}` } })
    const waiting = [...contents]
    await new Promise<void>((resolve, reject) => {
      const next = () => {
        const content = waiting.shift()
        if (content === undefined) resolve()
        else socket.send(JSON.stringify({ type: 'message', content }))
      }
      socket.on('open', next)
      socket.on('error', reject)
      socket.on('message', (data) => {
        const frame = JSON.parse(String(data)) as { type: string; code?: string }
        if (frame.type === 'ack') setTimeout(next, PACE_MS)
        if (frame.type === 'error') reject(new Error(frame.code))
      })
    })
    socket.close()
  }
}
