import type { Kept, OutboxStore } from '../realtime/outboxStore'

/** Keeps to the same contract as the browser's store, for tests whose clock stands still. */
export class MemoryOutboxStore implements OutboxStore {
  readonly #kept = new Map<string, { box: string; kept: Kept }>()

  load(box: string): Promise<Kept[]> {
    const found = [...this.#kept.values()].filter((each) => each.box === box).map(({ kept }) => kept)
    return Promise.resolve(found.sort((a, b) => a.order - b.order))
  }

  save(box: string, kept: Kept): Promise<void> {
    this.#kept.set(kept.frame.client_msg_id, { box, kept })
    return Promise.resolve()
  }

  remove(clientMsgId: string): Promise<void> {
    this.#kept.delete(clientMsgId)
    return Promise.resolve()
  }

  clear(): Promise<void> {
    this.#kept.clear()
    return Promise.resolve()
  }
}
