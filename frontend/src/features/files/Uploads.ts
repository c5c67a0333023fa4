import { v4 as uuid } from 'uuid'
import type { StoredFile } from './files'

export interface Upload {
  id: string
  file: File
  state: 'waiting' | 'uploading' | 'done' | 'failed'
  /** From 0 to 1. */
  progress: number
  stored: StoredFile | null
  failure: unknown
}

type Send = (file: File, options: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<StoredFile>

/** More at once would only share the same radio link, and each would be in danger of its time-out. */
const AT_ONCE = 2
/** A slip of the hand with a folder of ten thousand must not stop the tablet. */
export const MAX_FILES = 20

/** The files that go with the next message: each is uploaded as soon as it is chosen. */
export class Uploads {
  readonly #send: Send
  readonly #discard: (stored: StoredFile) => void
  readonly #listeners = new Set<() => void>()
  readonly #running = new Map<string, AbortController>()
  #list: readonly Upload[] = []

  constructor(send: Send, discard: (stored: StoredFile) => void) {
    this.#send = send
    this.#discard = discard
  }

  readonly list = (): readonly Upload[] => this.#list

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Gives how many were left out, because there are too many. */
  add(files: readonly File[]): number {
    const taken = files.slice(0, MAX_FILES - this.#list.length)
    const added = taken.map((file) => {
      return { id: uuid(), file, state: 'waiting', progress: 0, stored: null, failure: null } satisfies Upload
    })
    this.#set([...this.#list, ...added])
    this.#next()
    return files.length - taken.length
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting', progress: 0, failure: null })
    this.#next()
  }

  /** Whatever has been uploaded of it is thrown away. */
  remove(id: string): void {
    this.#running.get(id)?.abort()
    this.#running.delete(id)
    const gone = this.#list.find((upload) => upload.id === id)
    if (gone?.stored != null) this.#discard(gone.stored)
    this.#set(this.#list.filter((upload) => upload.id !== id))
    this.#next()
  }

  /** They belong to a message from now on. */
  take(): StoredFile[] {
    const stored = this.#list.flatMap((upload) => (upload.stored === null ? [] : [upload.stored]))
    this.#set([])
    return stored
  }

  /** The page is left: nobody will post them any more. */
  clear(): void {
    for (const { id } of this.#list) this.remove(id)
  }

  #next(): void {
    const next = this.#list.find(({ state }) => state === 'waiting')
    if (next === undefined || this.#running.size >= AT_ONCE) return
    void this.#upload(next)
    this.#next()
  }

  async #upload({ id, file }: Upload): Promise<void> {
    const controller = new AbortController()
    this.#running.set(id, controller)
    this.#change(id, { state: 'uploading' })
    try {
      const stored = await this.#send(file, {
        signal: controller.signal,
        onProgress: (progress) => {
          this.#change(id, { progress })
        },
      })
      if (controller.signal.aborted) this.#discard(stored)
      else this.#change(id, { state: 'done', progress: 1, stored })
    } catch (failure) {
      if (!controller.signal.aborted) this.#change(id, { state: 'failed', failure })
    }
    if (this.#running.get(id) === controller) this.#running.delete(id)
    this.#next()
  }

  #change(id: string, change: Partial<Upload>): void {
    this.#set(this.#list.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  }

  #set(list: readonly Upload[]): void {
    this.#list = list
    for (const listener of this.#listeners) listener()
  }
}
