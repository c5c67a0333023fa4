import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { KeptFrame } from './clientFrames'

/** A frame on its way to the server. */
export interface Kept {
  frame: KeptFrame
  /** When it was written, by this device's clock. */
  at: string
  /** The order in which frames were written, also within a millisecond. */
  order: number
  /** The code of the server's refusal; null while it may yet be delivered. */
  refused: string | null
}

/** Where outboxes outlive the page. `box` names one user's frames for one room. */
export interface OutboxStore {
  /** Oldest first. */
  load(box: string): Promise<Kept[]>
  save(box: string, kept: Kept): Promise<void>
  remove(clientMsgId: string): Promise<void>
  clear(): Promise<void>
}

interface Schema extends DBSchema {
  frames: { key: string; value: Kept & { id: string; box: string }; indexes: { box: string } }
}

/** Kept by the browser. Rejects where there is no IndexedDB, as in some private windows. */
export class BrowserOutboxStore implements OutboxStore {
  #opened: Promise<IDBPDatabase<Schema>> | null = null

  async load(box: string): Promise<Kept[]> {
    const found = await (await this.#open()).getAllFromIndex('frames', 'box', box)
    return found
      .sort((a, b) => a.order - b.order)
      .map(({ frame, at, order, refused }) => ({ frame, at, order, refused }))
  }

  async save(box: string, kept: Kept): Promise<void> {
    await (await this.#open()).put('frames', { id: kept.frame.client_msg_id, box, ...kept })
  }

  async remove(clientMsgId: string): Promise<void> {
    await (await this.#open()).delete('frames', clientMsgId)
  }

  async clear(): Promise<void> {
    await (await this.#open()).clear('frames')
  }

  async #open(): Promise<IDBPDatabase<Schema>> {
    this.#opened ??= openDB<Schema>('andon-outbox', 1, {
      upgrade: (database) => {
        database.createObjectStore('frames', { keyPath: 'id' }).createIndex('box', 'box')
      },
    })
    return this.#opened
  }
}
