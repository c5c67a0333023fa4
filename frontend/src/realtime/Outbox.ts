import type { KeptFrame } from './clientFrames'
import { BrowserOutboxStore, type Kept, type OutboxStore } from './outboxStore'

/**
 * What one user wrote in one room and the server has not acknowledged, oldest first. It is held here, and in a store
 * that outlives the page; where there is no such store, here alone.
 */
export class Outbox {
  readonly #box: string
  readonly #store: OutboxStore
  #kept = new Map<string, Kept>()
  #lastOrder = 0
  #loading: Promise<void> | null = null

  constructor(box: string, store: OutboxStore) {
    this.#box = box
    this.#store = store
  }

  /** Brings back what an earlier page left behind. Never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#store
      .load(this.#box)
      .then((stored) => {
        const before = stored.map((kept) => [kept.frame.client_msg_id, kept] as const)
        this.#kept = new Map([...before, ...this.#kept])
      })
      .catch(() => undefined)
    return this.#loading
  }

  put(frame: KeptFrame): void {
    const known = this.#kept.get(frame.client_msg_id)
    this.#lastOrder = Math.max(this.#lastOrder + 1, Date.now())
    this.#keep({
      frame,
      at: known?.at ?? new Date().toISOString(),
      order: known?.order ?? this.#lastOrder,
      refused: null,
    })
  }

  /** It was refused for good; kept until its author has decided what to do with it. */
  refuse(clientMsgId: string, code: string): void {
    const known = this.#kept.get(clientMsgId)
    if (known !== undefined) this.#keep({ ...known, refused: code })
  }

  settle(clientMsgId: string): void {
    if (this.#kept.delete(clientMsgId)) this.#store.remove(clientMsgId).catch(() => undefined)
  }

  get(clientMsgId: string): KeptFrame | undefined {
    return this.#kept.get(clientMsgId)?.frame
  }

  /** With what was refused. */
  kept(): Kept[] {
    return [...this.#kept.values()]
  }

  unacknowledged(): KeptFrame[] {
    return this.kept()
      .filter(({ refused }) => refused === null)
      .map(({ frame }) => frame)
  }

  #keep(kept: Kept): void {
    this.#kept.set(kept.frame.client_msg_id, kept)
    this.#store.save(this.#box, kept).catch(() => undefined)
  }
}

const store = new BrowserOutboxStore()
const outboxes = new Map<string, Outbox>()

/** Outlives the page of the room, so that leaving it while offline loses nothing. Never shared between users. */
export function outboxOf(userId: string, roomId: string): Outbox {
  const box = `${userId} ${roomId}`
  const known = outboxes.get(box)
  if (known !== undefined) return known
  const made = new Outbox(box, store)
  outboxes.set(box, made)
  return made
}

export function forgetOutboxes(): void {
  outboxes.clear()
  store.clear().catch(() => undefined)
}
