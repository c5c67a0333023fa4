import type { Room } from '../features/rooms/room'
import { type Call, fakeServer, json, problem } from './fakeServer'

/** A server that has one room, and takes changes of its newest version only. */
export class EditedRoom {
  now: Room
  readonly #calls: Call[]

  constructor(opened: Room) {
    this.now = opened
    this.#calls = fakeServer(({ method, body }) => {
      if (method !== 'PATCH') return json(this.now)
      const { version, ...changes } = body as { version: number }
      if (version !== this.now.version) return problem(409, 'version_conflict')
      this.now = { ...this.now, ...changes, version: version + 1 }
      return json(this.now)
    })
  }

  /** What it was asked to change, refusals included. */
  get patches(): unknown[] {
    return this.#calls.filter(({ method }) => method === 'PATCH').map(({ body }) => body)
  }
}
