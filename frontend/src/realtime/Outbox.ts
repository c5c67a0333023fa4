import type { PostFrame } from './frames'

/** Messages of one user in one room that the server has not acknowledged yet, oldest first. In memory only. */
export class Outbox {
  readonly #frames = new Map<string, PostFrame>()

  put(frame: PostFrame): void {
    this.#frames.set(frame.client_msg_id, frame)
  }

  settle(clientMsgId: string): void {
    this.#frames.delete(clientMsgId)
  }

  get(clientMsgId: string): PostFrame | undefined {
    return this.#frames.get(clientMsgId)
  }

  unacknowledged(): PostFrame[] {
    return [...this.#frames.values()]
  }
}

const outboxes = new Map<string, Outbox>()

/** Outlives the page of the room, so that leaving it while offline loses nothing. Never shared between users. */
export function outboxOf(userId: string, roomId: string): Outbox {
  const key = `${userId} ${roomId}`
  const known = outboxes.get(key)
  if (known !== undefined) return known
  const made = new Outbox()
  outboxes.set(key, made)
  return made
}

export function forgetOutboxes(): void {
  outboxes.clear()
}
