import type { ClientFrame } from './clientFrames'
import { backoffDelay, type EndReason, reconnectionAfter } from './reconnection'

export type ConnectionState =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'live' }
  /** `offline` when the browser itself says that there is no network. */
  | { kind: 'reconnecting'; offline: boolean }
  | { kind: 'ended'; reason: EndReason }

export interface TokenSource {
  /** A token that has not expired; null when the session is over; rejects when the server is away. */
  fresh(): Promise<string | null>
  renew(): Promise<string | null>
  onToken(listener: (token: string) => void): () => void
}

/** `unknown` when the question could not be asked. */
export type Access = 'allowed' | 'signed_out' | 'forbidden' | 'not_found' | 'unknown'

/** What every socket of the server says, whatever else it says. */
interface AnyFrame {
  type: string
}

export interface LiveSocketOptions<F extends AnyFrame> {
  /** Path and query, asked anew for every connection. */
  address(): string
  /** Never throws. */
  decode(text: string): F
  token: TokenSource
  /** Asked when the upgrade keeps being refused: a browser is not told the HTTP status of that. */
  checkAccess(): Promise<Access>
  /** Every frame but `pong`; the first of a connection is its `welcome`. */
  onFrame(frame: F): void
  onState(state: ConnectionState): void
  random?: () => number
}

/** From the first packet to the welcome. */
const OPENING_TIMEOUT_MS = 10_000
/** Scripts never see the server's ping frames, so a dead connection is found by asking. */
const PING_EVERY_MS = 25_000
const PONG_TIMEOUT_MS = 10_000
/** A connection that lived this long was a good one: the next failure starts the backoff anew. */
const STABLE_AFTER_MS = 10_000
const CHECK_ACCESS_AFTER_FAILURES = 2
/** Ours, for a connection that we gave up; like 4410 it means backoff and `after=`. */
const GIVEN_UP = 4900

/** A live connection that is opened again, as the protocol's table of close codes says, until it is stopped. */
export class LiveSocket<F extends AnyFrame> {
  readonly #options: LiveSocketOptions<F>
  readonly #random: () => number
  #socket: WebSocket | null = null
  #running = false
  #live = false
  #liveSince = 0
  #attempt = 0
  #failuresBeforeOpen = 0
  /** Marks the current try; what an earlier one still has under way is ignored. */
  #try = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #forgetToken: () => void = () => undefined

  constructor(options: LiveSocketOptions<F>) {
    this.#options = options
    this.#random = options.random ?? Math.random
  }

  start(): void {
    if (this.#running) return
    this.#running = true
    this.#attempt = 0
    this.#failuresBeforeOpen = 0
    this.#forgetToken = this.#options.token.onToken((token) => {
      this.send({ type: 'refresh_token', token })
    })
    window.addEventListener('online', this.#hurry)
    window.addEventListener('offline', this.#noticeOffline)
    document.addEventListener('visibilitychange', this.#hurry)
    this.#options.onState({ kind: 'connecting' })
    void this.#connect()
  }

  stop(): void {
    this.#quit()
    this.#options.onState({ kind: 'idle' })
  }

  /** Sends at once, or not at all while there is no connection. */
  send(frame: ClientFrame): void {
    if (this.#live) this.#socket?.send(JSON.stringify(frame))
  }

  /** Opens a new connection in place of this one, to have the missing frames replayed. */
  reopen(): void {
    if (!this.#running || !this.#live) return
    this.#drop()
    this.#closed(GIVEN_UP)
  }

  async #connect(): Promise<void> {
    this.#drop()
    const thisTry = ++this.#try
    let token: string | null
    try {
      token = await this.#options.token.fresh()
    } catch {
      if (this.#isCurrent(thisTry)) this.#retryIn(backoffDelay(this.#attempt++, this.#random))
      return
    }
    if (!this.#isCurrent(thisTry)) return
    if (token === null) {
      this.#end('signed_out')
      return
    }
    const origin = window.location.origin.replace(/^http/, 'ws')
    const socket = new WebSocket(origin + this.#options.address(), ['bearer-token-carrier', upgradeHeader(token)])
    this.#socket = socket
    socket.onmessage = (event: MessageEvent<string>) => {
      if (this.#socket === socket) this.#received(this.#options.decode(event.data))
    }
    socket.onclose = (event) => {
      if (this.#socket === socket) this.#closed(event.code)
    }
    this.#timer = setTimeout(() => {
      this.#giveUp()
    }, OPENING_TIMEOUT_MS)
  }

  #received(frame: F): void {
    if (frame.type === 'pong') {
      this.#pingLater()
      return
    }
    if (frame.type === 'welcome') {
      this.#live = true
      this.#liveSince = Date.now()
      this.#failuresBeforeOpen = 0
      this.#pingLater()
      this.#options.onState({ kind: 'live' })
    }
    this.#options.onFrame(frame)
  }

  #closed(code: number): void {
    const wasLive = this.#live
    if (wasLive && Date.now() - this.#liveSince >= STABLE_AFTER_MS) this.#attempt = 0
    if (!wasLive) this.#failuresBeforeOpen++
    this.#drop()
    const next = reconnectionAfter(code, this.#random)
    switch (next.kind) {
      case 'never':
        this.#end(next.reason)
        return
      case 'with_new_token':
        void this.#reconnectWithNewToken()
        return
      case 'after':
        this.#retryIn(next.delay)
        return
      case 'backoff':
        if (this.#failuresBeforeOpen >= CHECK_ACCESS_AFTER_FAILURES) void this.#askWhyRefused()
        else this.#retryIn(backoffDelay(this.#attempt++, this.#random))
    }
  }

  async #reconnectWithNewToken(): Promise<void> {
    const thisTry = ++this.#try
    this.#options.onState(reconnecting())
    const token = await this.#options.token.renew().catch(() => undefined)
    if (!this.#isCurrent(thisTry)) return
    if (token === null) this.#end('signed_out')
    // By backoff, so that a server that refuses even a new token is not asked in a tight loop.
    else this.#retryIn(backoffDelay(this.#attempt++, this.#random))
  }

  async #askWhyRefused(): Promise<void> {
    const thisTry = ++this.#try
    this.#options.onState(reconnecting())
    const access = await this.#options.checkAccess()
    if (!this.#isCurrent(thisTry)) return
    if (access === 'forbidden') this.#end('removed')
    else if (access === 'not_found') this.#end('room_gone')
    else if (access === 'signed_out') this.#end('signed_out')
    else this.#retryIn(backoffDelay(this.#attempt++, this.#random))
  }

  #retryIn(delay: number): void {
    this.#options.onState(reconnecting())
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#connect(), delay)
  }

  /** Back on the network or back in view: a waiting try need not wait, a silent connection is asked at once. */
  readonly #hurry = (): void => {
    if (!this.#running || document.visibilityState === 'hidden') return
    if (this.#live) this.#ping()
    else if (this.#socket === null) {
      this.#attempt = 0
      void this.#connect()
    }
  }

  readonly #noticeOffline = (): void => {
    if (this.#live) this.#ping()
    else if (this.#running) this.#options.onState(reconnecting())
  }

  #pingLater(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#ping()
    }, PING_EVERY_MS)
  }

  #ping(): void {
    this.send({ type: 'ping' })
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.#giveUp()
    }, PONG_TIMEOUT_MS)
  }

  /** Does not wait for the closing handshake: over a dead connection it takes minutes. */
  #giveUp(): void {
    this.#socket?.close(GIVEN_UP)
    this.#closed(GIVEN_UP)
  }

  #end(reason: EndReason): void {
    this.#quit()
    this.#options.onState({ kind: 'ended', reason })
  }

  #quit(): void {
    this.#running = false
    this.#forgetToken()
    window.removeEventListener('online', this.#hurry)
    window.removeEventListener('offline', this.#noticeOffline)
    document.removeEventListener('visibilitychange', this.#hurry)
    this.#drop()
  }

  #drop(): void {
    clearTimeout(this.#timer)
    const socket = this.#socket
    this.#socket = null
    this.#live = false
    socket?.close()
  }

  #isCurrent(thisTry: number): boolean {
    return this.#running && thisTry === this.#try
  }
}

function reconnecting(): ConnectionState {
  return { kind: 'reconnecting', offline: !navigator.onLine }
}

/** A browser cannot set `Authorization` on a WebSocket; the server takes this sub-protocol for that header. */
function upgradeHeader(token: string): string {
  return `quarkus-http-upgrade#Authorization#${encodeURIComponent(`Bearer ${token}`)}`
}
