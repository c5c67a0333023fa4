import type { HistoryPage } from '../../realtime/history'
import type { TimelineAction } from '../../realtime/timeline'
import type { ConversationState } from './Conversation'
import { beforeFor, type Place, shownAt } from './places'

/** A page of history has as many messages, so it holds all of as many numbers. */
export const PAGE_SIZE = 50

interface Room {
  state(): ConversationState
  set(change: Partial<ConversationState>): void
  load(before: number | string | null): Promise<HistoryPage>
}

/** Loads the room's past, as far as one looks. */
export class History {
  readonly #room: Room
  readonly #apply: (action: TimelineAction) => void

  constructor(room: Room, apply: (action: TimelineAction) => void) {
    this.#room = room
    this.#apply = apply
  }

  async loadOlder(): Promise<void> {
    const { past, ...newest } = this.#room.state().timeline
    const { hasOlder, olderBefore } = past ?? newest
    if (!hasOlder || olderBefore === null) return
    await this.#loading('older', async () => {
      const page = await this.#room.load(olderBefore)
      const now = this.#room.state().timeline
      // A resync meanwhile starts from the newest again, and a jump elsewhere; this page would leave a hole.
      if ((now.past ?? now).olderBefore !== olderBefore) return
      this.#apply({ type: now.past === null ? 'older_loaded' : 'past_older_loaded', page })
    })
  }

  async loadNewer(): Promise<void> {
    const { past } = this.#room.state().timeline
    if (past === null) return
    const through = past.through + PAGE_SIZE
    await this.#loading('newer', async () => {
      const page = await this.#room.load(through + 1)
      if (this.#room.state().timeline.past?.through !== past.through) return
      this.#apply({ type: 'past_newer_loaded', page, through })
    })
  }

  async goTo(place: Place): Promise<string | null> {
    const here = shownAt(this.#room.state().timeline, place)
    if (here !== null) return here.message_id
    const before = beforeFor(place)
    if (before === null) return null
    try {
      const page = await this.#room.load(before)
      const through = typeof before === 'number' ? before - 1 : page.items[0]?.sequence_number
      if (through === undefined) return null
      this.#apply({ type: 'past_loaded', page, through })
    } catch {
      return null
    }
    return shownAt(this.#room.state().timeline, place)?.message_id ?? null
  }

  async #loading(way: 'older' | 'newer', load: () => Promise<void>): Promise<void> {
    if (this.#room.state().loading[way]) return
    this.#mark(way, true, false)
    try {
      await load()
      this.#mark(way, false, false)
    } catch {
      this.#mark(way, false, true)
    }
  }

  #mark(way: 'older' | 'newer', loading: boolean, failed: boolean): void {
    const state = this.#room.state()
    this.#room.set({ loading: { ...state.loading, [way]: loading }, failed: { ...state.failed, [way]: failed } })
  }
}
