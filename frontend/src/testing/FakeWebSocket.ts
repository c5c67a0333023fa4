import { vi } from 'vitest'

interface Sent {
  type: string
  client_msg_id?: string
}

/** Stands in for the browser's WebSocket; the test plays the server. */
export class FakeWebSocket {
  static opened: FakeWebSocket[] = []

  static install(): void {
    FakeWebSocket.opened = []
    vi.stubGlobal('WebSocket', FakeWebSocket)
  }

  static get latest(): FakeWebSocket {
    const latest = FakeWebSocket.opened.at(-1)
    if (latest === undefined) throw new Error('no socket was opened')
    return latest
  }

  readonly url: string
  readonly protocols: string[]
  readonly sent: Sent[] = []
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: ((event: { code: number }) => void) | null = null
  closed = false

  constructor(url: string, protocols: string[]) {
    this.url = url
    this.protocols = protocols
    FakeWebSocket.opened.push(this)
  }

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent)
  }

  close(): void {
    this.closed = true
  }

  /** The server sends a frame. */
  deliver(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) })
  }

  welcome(lastSequenceNumber = 0): void {
    this.deliver({
      type: 'welcome',
      protocol: 1,
      room_id: 'room',
      user_id: 'li.wei@plant.example',
      role: 'EDITOR',
      last_sequence_number: lastSequenceNumber,
      online: [],
      connection_id: 'connection',
    })
  }

  /** The connection ends, by the server or the network; 1006 is what a refused upgrade looks like. */
  drop(code: number): void {
    this.onclose?.({ code })
  }
}
