import type { ClientFrame, KeptFrame } from './clientFrames'
import { decodeFrame, type ServerFrame } from './frames'
import { LiveSocket, type LiveSocketOptions } from './LiveSocket'
import type { Outbox } from './Outbox'

export interface RoomSocketOptions extends Omit<LiveSocketOptions<ServerFrame>, 'address' | 'decode'> {
  roomId: string
  outbox: Outbox
  /** The last number of the room that is held without a gap. */
  resumeAfter: () => number
}

/** One room's live connection: resumes it, and delivers what waits in the outbox. */
export class RoomSocket {
  readonly #live: LiveSocket<ServerFrame>
  readonly #outbox: Outbox
  readonly #onFrame: (frame: ServerFrame) => void

  constructor({ roomId, outbox, resumeAfter, ...options }: RoomSocketOptions) {
    this.#outbox = outbox
    this.#onFrame = (frame) => {
      options.onFrame(frame)
    }
    this.#live = new LiveSocket({
      ...options,
      address: () => `/ws/${encodeURIComponent(roomId)}?after=${resumeAfter()}`,
      decode: decodeFrame,
      onFrame: (frame) => {
        this.#received(frame)
      },
    })
  }

  start(): void {
    this.#live.start()
  }

  stop(): void {
    this.#live.stop()
  }

  reopen(): void {
    this.#live.reopen()
  }

  /** Keeps the frame until it is acknowledged or refused, and sends it as soon as there is a connection. */
  deliver(frame: KeptFrame): void {
    this.#outbox.put(frame)
    this.#live.send(frame)
  }

  /** Sends a kept frame once more on the same connection. */
  repeat(clientMsgId: string): void {
    const frame = this.#outbox.get(clientMsgId)
    if (frame !== undefined) this.#live.send(frame)
  }

  /** For what is worth nothing later: typing and reading. */
  mention(frame: Extract<ClientFrame, { type: 'typing' | 'read' }>): void {
    this.#live.send(frame)
  }

  #received(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#onFrame(frame)
        for (const kept of this.#outbox.unacknowledged()) this.#live.send(kept)
        return
      case 'ack':
      case 'message':
        // The broadcast proves the commit as well as the ack would.
        if (frame.client_msg_id != null) this.#outbox.settle(frame.client_msg_id)
        break
      case 'error':
        if (frame.client_msg_id != null && !isPassing(frame.code)) {
          this.#outbox.refuse(frame.client_msg_id, frame.code)
        }
        break
    }
    this.#onFrame(frame)
  }
}

/** Refusals that the same frame can outlive. */
export function isPassing(code: string): boolean {
  return code === 'unavailable' || code === 'rate_limited'
}
