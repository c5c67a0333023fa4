import { v4 as uuid } from 'uuid'
import {
  isDurable,
  type Person,
  type PostFrame,
  type Role,
  type ServerFrame,
  type SystemEventFrame,
} from '../../realtime/frames'
import type { HistoryPage } from '../../realtime/history'
import type { Outbox } from '../../realtime/Outbox'
import {
  type ConnectionState,
  isPassing,
  type RoomAccess,
  RoomSocket,
  type TokenSource,
} from '../../realtime/RoomSocket'
import { emptyTimeline, hasGap, reduceTimeline, type Timeline, type TimelineAction } from '../../realtime/timeline'

export interface ConversationState {
  timeline: Timeline
  connection: ConnectionState
  online: readonly Person[]
  /** Null until the first welcome. */
  role: Role | null
  loadingOlder: boolean
  /** Why the history is not there; null while it is loading or loaded. */
  failure: unknown
  olderFailed: boolean
}

export interface ConversationOptions {
  roomId: string
  me: string
  outbox: Outbox
  token: TokenSource
  /** Rejects with ApiProblem or NetworkProblem, or when aborted. */
  loadHistory(before: number | string | null, signal: AbortSignal): Promise<HistoryPage>
  checkAccess(): Promise<RoomAccess>
  /** Something happened that the room's own data (status, title, my role) may depend on. */
  onRoomEvent(event: SystemEventFrame): void
}

/** A frame that is early by more than this did not overtake another: the other is missing. */
const GAP_PATIENCE_MS = 1_000
const RELOAD_AFTER_MS = 2_000
/** The server is short of something; the message is safe here meanwhile. */
const REPOST_AFTER_MS = 2_000

/** A room as its page shows it: the history first, then the socket from where the history ends. */
export class Conversation {
  readonly #options: ConversationOptions
  readonly #socket: RoomSocket
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #gapTimer: ReturnType<typeof setTimeout> | undefined
  #loading = new AbortController()
  #state: ConversationState

  constructor(options: ConversationOptions) {
    this.#options = options
    this.#state = {
      timeline: options.outbox
        .unacknowledged()
        .reduce(
          (timeline, frame) => reduceTimeline(timeline, { type: 'submitted', frame, at: new Date().toISOString() }),
          emptyTimeline(options.me),
        ),
      connection: { kind: 'idle' },
      online: [],
      role: null,
      loadingOlder: false,
      failure: null,
      olderFailed: false,
    }
    this.#socket = new RoomSocket({
      roomId: options.roomId,
      outbox: options.outbox,
      token: options.token,
      resumeAfter: () => this.#state.timeline.through,
      checkAccess: () => options.checkAccess(),
      onFrame: (frame) => {
        this.#received(frame)
      },
      onState: (connection) => {
        this.#set({ connection })
      },
    })
  }

  readonly state = (): ConversationState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    this.#loading = new AbortController()
    void this.open()
  }

  stop(): void {
    this.#loading.abort()
    for (const timer of this.#timers) clearTimeout(timer)
    this.#timers.clear()
    clearTimeout(this.#gapTimer)
    this.#socket.stop()
  }

  /** Loads the newest messages and goes live; also the way to try again after a `failure`. */
  async open(): Promise<void> {
    const { signal } = this.#loading
    this.#set({ failure: null })
    try {
      const page = await this.#load(null, signal)
      this.#apply({ type: 'newest_loaded', page })
      this.#socket.start()
    } catch (failure) {
      if (!signal.aborted) this.#set({ failure })
    }
  }

  async loadOlder(): Promise<void> {
    const { timeline, loadingOlder } = this.#state
    if (loadingOlder || !timeline.hasOlder || timeline.olderBefore === null) return
    const { signal } = this.#loading
    this.#set({ loadingOlder: true, olderFailed: false })
    try {
      const page = await this.#load(timeline.olderBefore, signal)
      // A resync meanwhile starts from the newest again; this page would leave a hole.
      if (this.#state.timeline.olderBefore === timeline.olderBefore) this.#apply({ type: 'older_loaded', page })
    } catch {
      if (!signal.aborted) this.#set({ olderFailed: true })
    }
    this.#set({ loadingOlder: false })
  }

  post(message: Omit<PostFrame, 'type' | 'client_msg_id'>): void {
    const frame: PostFrame = { type: 'message', client_msg_id: uuid(), ...message }
    this.#apply({ type: 'submitted', frame, at: new Date().toISOString() })
    this.#socket.post(frame)
  }

  retry(frame: PostFrame): void {
    this.#apply({ type: 'retried', clientMsgId: frame.client_msg_id })
    this.#socket.post(frame)
  }

  discard(frame: PostFrame): void {
    this.#options.outbox.settle(frame.client_msg_id)
    this.#apply({ type: 'discarded', clientMsgId: frame.client_msg_id })
  }

  #received(frame: ServerFrame): void {
    if (isDurable(frame)) {
      this.#apply({ type: 'durable', frame })
      if (frame.type === 'system') this.#roomEvent(frame)
      this.#watchForGap()
      return
    }
    switch (frame.type) {
      case 'welcome':
        this.#set({ role: frame.role, online: frame.online })
        return
      case 'presence':
        this.#set({ online: frame.online })
        return
      case 'system':
        this.#apply({ type: 'notice', frame })
        return
      case 'ack':
        this.#apply({ type: 'acknowledged', frame })
        return
      case 'error':
        if (!isPassing(frame.code)) this.#apply({ type: 'refused', frame })
        else if (frame.client_msg_id != null) this.#repostLater(frame.client_msg_id)
        return
      case 'resync':
        this.#apply({ type: 'resync' })
        void this.#reload()
        return
      case 'pong':
      case 'typing':
      case 'read':
      case 'unknown':
        return
    }
  }

  #roomEvent(event: SystemEventFrame): void {
    const changesMe = event.event === 'role_changed' && event.member_id === this.#options.me
    if (changesMe && isRole(event.role)) this.#set({ role: event.role })
    this.#options.onRoomEvent(event)
  }

  async #reload(): Promise<void> {
    const { signal } = this.#loading
    try {
      this.#apply({ type: 'newest_loaded', page: await this.#load(null, signal) })
    } catch {
      if (!signal.aborted) this.#later(RELOAD_AFTER_MS, () => void this.#reload())
    }
  }

  /** Also rejects if the page was left while the answer was being read: nothing may start after `stop`. */
  async #load(before: number | string | null, signal: AbortSignal): Promise<HistoryPage> {
    const page = await this.#options.loadHistory(before, signal)
    signal.throwIfAborted()
    return page
  }

  #watchForGap(): void {
    if (!hasGap(this.#state.timeline)) {
      clearTimeout(this.#gapTimer)
      this.#gapTimer = undefined
      return
    }
    this.#gapTimer ??= setTimeout(() => {
      this.#gapTimer = undefined
      this.#socket.reopen()
    }, GAP_PATIENCE_MS)
  }

  #repostLater(clientMsgId: string): void {
    this.#later(REPOST_AFTER_MS, () => {
      this.#socket.repost(clientMsgId)
    })
  }

  #later(delay: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      run()
    }, delay)
    this.#timers.add(timer)
  }

  #apply(action: TimelineAction): void {
    const timeline = reduceTimeline(this.#state.timeline, action)
    if (timeline !== this.#state.timeline) this.#set({ timeline })
  }

  #set(change: Partial<ConversationState>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function isRole(value: unknown): value is Role {
  return value === 'OWNER' || value === 'EDITOR' || value === 'VIEWER' || value === 'ADMIN'
}
