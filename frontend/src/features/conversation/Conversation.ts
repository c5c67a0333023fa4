import { v4 as uuid } from 'uuid'
import type { CommandFrame, KeptFrame, PostFrame } from '../../realtime/clientFrames'
import { type DurableFrame, isDurable, type Person, Role, type ServerFrame } from '../../realtime/frames'
import type { HistoryPage } from '../../realtime/history'
import type { Access, ConnectionState, TokenSource } from '../../realtime/LiveSocket'
import type { Outbox } from '../../realtime/Outbox'
import { isPassing, RoomSocket } from '../../realtime/RoomSocket'
import { emptyTimeline, hasGap, reduceTimeline, type Timeline, type TimelineAction } from '../../realtime/timeline'
import { OthersTyping, OwnReading, OwnTyping } from './courtesies'
import { GapWatch } from './GapWatch'
import { History } from './History'
import type { Place } from './places'
import { Publisher } from './Publisher'
import { Timers } from './Timers'

export interface ConversationState {
  timeline: Timeline
  connection: ConnectionState
  /** After a resumption: everything up to `to` was missed; `complete` once it is all there. */
  resumed: { to: number; complete: boolean } | null
  online: readonly Person[]
  /** Null until the first welcome. */
  role: Role | null
  /** User ids of the others who type. */
  typing: readonly string[]
  /** How far others have read, as far as they have said since the page was opened. */
  reads: ReadonlyMap<string, number>
  /** Which way history is being loaded, or was in vain. */
  loading: { older: boolean; newer: boolean }
  failed: { older: boolean; newer: boolean }
  /** Why the history is not there; null while it is loading or loaded. */
  failure: unknown
}

export interface ConversationOptions {
  roomId: string
  me: string
  outbox: Outbox
  token: TokenSource
  /** Rejects with ApiProblem or NetworkProblem, or when aborted. */
  loadHistory(before: number | string | null, signal: AbortSignal): Promise<HistoryPage>
  checkAccess(): Promise<Access>
  /** Something happened that other data of the room (its title, my role, its files) may depend on. */
  onRecord(frame: DurableFrame): void
}

const RELOAD_AFTER_MS = 2_000
/** The server is short of something; the message is safe here meanwhile. */
const REPEAT_AFTER_MS = 2_000
/** How long it is told that everything missed is there. */
const RESUMED_SHOWN_MS = 15_000

type Command = CommandFrame extends infer F ? (F extends unknown ? Omit<F, 'client_msg_id'> : never) : never

/** A room as its page shows it: the history first, then the socket from where the history ends. */
export class Conversation extends Publisher<ConversationState> {
  readonly #options: ConversationOptions
  readonly #socket: RoomSocket
  readonly #history: History
  readonly #timers = new Timers()
  readonly #gaps = new GapWatch(() => {
    this.#socket.reopen()
  })
  readonly ownTyping: OwnTyping
  readonly reading: OwnReading
  readonly #othersTyping = new OthersTyping((typing) => {
    this.set({ typing })
  })
  #leaving = new AbortController()
  #wasLive = false

  constructor(options: ConversationOptions) {
    super({
      timeline: emptyTimeline(options.me),
      connection: { kind: 'idle' },
      resumed: null,
      online: [],
      role: null,
      typing: [],
      reads: new Map(),
      loading: { older: false, newer: false },
      failed: { older: false, newer: false },
      failure: null,
    })
    this.#options = options
    this.#history = new History(this, (action) => {
      this.#apply(action)
    })
    this.#socket = new RoomSocket({
      roomId: options.roomId,
      outbox: options.outbox,
      token: options.token,
      resumeAfter: () => this.state().timeline.through,
      checkAccess: () => options.checkAccess(),
      onFrame: (frame) => {
        this.#received(frame)
      },
      onState: (connection) => {
        this.set({ connection })
        if (connection.kind !== 'live') this.#othersTyping.clear()
      },
    })
    this.ownTyping = new OwnTyping((isTyping) => {
      this.#socket.mention({ type: 'typing', is_typing: isTyping })
    })
    this.reading = new OwnReading((through) => {
      this.#socket.mention({ type: 'read', sequence_number: through })
    })
    this.#takeUp()
  }

  start(): void {
    this.#leaving = new AbortController()
    void this.open()
  }

  stop(): void {
    this.#leaving.abort()
    this.#timers.stop()
    this.#gaps.stop()
    this.#othersTyping.clear()
    this.reading.stop()
    this.#socket.stop()
    this.#wasLive = false
  }

  /** Loads the newest messages and goes live; also the way to try again after a `failure`. */
  async open(): Promise<void> {
    const { signal } = this.#leaving
    this.set({ failure: null })
    try {
      const [page] = await Promise.all([this.load(null, signal), this.#options.outbox.load()])
      signal.throwIfAborted()
      this.#apply({ type: 'newest_loaded', page })
      this.#takeUp()
      this.#socket.start()
    } catch (failure) {
      if (!signal.aborted) this.set({ failure })
    }
  }

  /** Also rejects if the page was left while the answer was being read: nothing may start after `stop`. */
  async load(before: number | string | null, signal = this.#leaving.signal): Promise<HistoryPage> {
    const page = await this.#options.loadHistory(before, signal)
    signal.throwIfAborted()
    return page
  }

  loadOlder(): Promise<void> {
    return this.#history.loadOlder()
  }

  /** Only where one has jumped to; the newest part grows by itself. */
  loadNewer(): Promise<void> {
    return this.#history.loadNewer()
  }

  /** Gives the id of the message there, shown from now on; null if it cannot be found or loaded. */
  goTo(place: Place): Promise<string | null> {
    return this.#history.goTo(place)
  }

  backToNewest(): void {
    this.#apply({ type: 'past_left' })
  }

  post(message: Omit<PostFrame, 'type' | 'client_msg_id'>): void {
    this.backToNewest()
    this.ownTyping.posted()
    this.#deliver({ type: 'message', client_msg_id: uuid(), ...message })
  }

  command(command: Command): void {
    this.#deliver({ ...command, client_msg_id: uuid() })
  }

  retry(frame: KeptFrame): void {
    this.#apply({ type: 'retried', clientMsgId: frame.client_msg_id })
    this.#socket.deliver(frame)
  }

  discard(frame: KeptFrame): void {
    this.#options.outbox.settle(frame.client_msg_id)
    this.#apply({ type: 'discarded', clientMsgId: frame.client_msg_id })
  }

  #deliver(frame: KeptFrame): void {
    this.#apply({ type: 'submitted', frame, at: new Date().toISOString() })
    this.#socket.deliver(frame)
  }

  /** Shows what an earlier visit to the room, or an earlier page, could not deliver. */
  #takeUp(): void {
    for (const { frame, at, refused } of this.#options.outbox.kept()) {
      this.#apply({ type: 'submitted', frame, at, refused })
    }
  }

  #received(frame: ServerFrame): void {
    if (isDurable(frame)) {
      this.#apply({ type: 'durable', frame })
      this.#recorded(frame)
      this.#gaps.look(hasGap(this.state().timeline))
      return
    }
    switch (frame.type) {
      case 'welcome':
        this.set({ role: frame.role, online: frame.online })
        this.#welcomed(frame.last_sequence_number)
        return
      case 'presence':
        this.setSoon({ online: frame.online })
        return
      case 'system':
        this.#apply({ type: 'notice', frame })
        return
      case 'ack':
        this.#apply({ type: 'acknowledged', frame })
        return
      case 'error':
        if (!isPassing(frame.code)) this.#apply({ type: 'refused', frame })
        else if (frame.client_msg_id != null) this.#repeatLater(frame.client_msg_id)
        return
      case 'resync':
        this.#apply({ type: 'resync' })
        void this.#reload()
        return
      case 'typing':
        this.#othersTyping.heard(frame.user_id, frame.is_typing)
        return
      case 'read':
        this.setSoon({ reads: new Map(this.state().reads).set(frame.user_id, frame.sequence_number) })
        return
      case 'pong':
      case 'unknown':
        return
    }
  }

  #welcomed(last: number): void {
    if (this.#wasLive) this.set({ resumed: { to: last, complete: false } })
    this.#wasLive = true
    // The first time too: the history is there, and may have been read, before the connection is.
    this.reading.repeat()
    this.#checkComplete()
  }

  #recorded(frame: DurableFrame): void {
    if (frame.type === 'message') this.#othersTyping.heard(frame.sender_id, false)
    if (frame.type === 'system' && frame.event === 'role_changed' && frame.member_id === this.#options.me) {
      const role = Role.options.find((known) => known === frame.role)
      if (role !== undefined) this.set({ role })
    }
    this.#options.onRecord(frame)
  }

  #checkComplete(): void {
    const { resumed, timeline } = this.state()
    if (resumed === null || resumed.complete || !timeline.grounded || timeline.through < resumed.to) return
    const complete = { to: timeline.through, complete: true }
    this.set({ resumed: complete })
    this.#timers.later(RESUMED_SHOWN_MS, () => {
      if (this.state().resumed === complete) this.set({ resumed: null })
    })
  }

  async #reload(): Promise<void> {
    const { signal } = this.#leaving
    try {
      this.#apply({ type: 'newest_loaded', page: await this.load(null, signal) })
    } catch {
      if (!signal.aborted) this.#timers.later(RELOAD_AFTER_MS, () => void this.#reload())
    }
  }

  #repeatLater(clientMsgId: string): void {
    this.#timers.later(REPEAT_AFTER_MS, () => {
      this.#socket.repeat(clientMsgId)
    })
  }

  #apply(action: TimelineAction): void {
    const timeline = reduceTimeline(this.state().timeline, action)
    if (timeline === this.state().timeline) return
    if (action.type === 'durable' || action.type === 'notice') this.setSoon({ timeline })
    else this.set({ timeline })
    this.#checkComplete()
  }
}
