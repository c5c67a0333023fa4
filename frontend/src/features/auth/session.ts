import { type Credentials, decode, send } from '../../shared/api/client'
import { ApiProblem, NetworkProblem } from '../../shared/api/problem'
import { oneTabAtATime } from './oneTabAtATime'
import { Grant, type User } from './user'

/** `other_user`: somebody else signed in with another tab, and the cookie that all tabs share is theirs now. */
export type SignedOutReason = 'no_session' | 'ended' | 'left' | 'other_user'

export type SessionState =
  | { status: 'restoring' }
  | { status: 'unreachable' }
  | { status: 'signed_out'; why: SignedOutReason }
  | { status: 'signed_in'; user: User }

/** Early enough for a slow network; spread over a range so that tabs opened together do not renew together. */
const RENEW_BEFORE_EXPIRY_MS = { min: 30_000, max: 60_000 }
const RETRY_RENEWAL_MS = 5_000
/** A renewal that hangs must not keep the other tabs from theirs. */
const ANSWER_WITHIN_MS = 10_000
/** A few tabs may be before this one, and one of them may hang. */
const TURN_WITHIN_MS = 20_000
/** Set from the click on "sign out" until the server has heard of it. */
const LEAVING = 'andon.leaving'
/** A token this close to its end may expire on the way to the server. */
const STALE_WITHIN_MS = 5_000

/**
 * The one session of this tab. The access token lives here in memory and nowhere else; what survives a reload is the
 * HttpOnly refresh cookie, which no script can read.
 */
export class Session implements Credentials {
  #state: SessionState = { status: 'restoring' }
  #token: string | null = null
  #expiresAt = 0
  #renewal: Promise<string | null> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #leaving: Promise<void> = Promise.resolve()
  /** Grows at every sign-in and sign-out, so that a renewal begun before one of them cannot undo it. */
  #generation = 0
  readonly #stateListeners = new Set<() => void>()
  readonly #tokenListeners = new Set<(token: string) => void>()

  readonly state = (): SessionState => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Called with every new access token while signed in. */
  onToken(listener: (token: string) => void): () => void {
    this.#tokenListeners.add(listener)
    return () => this.#tokenListeners.delete(listener)
  }

  current(): string | null {
    return this.#token
  }

  /** A token that will live a few seconds yet; null when the session is over. */
  async fresh(): Promise<string | null> {
    return this.#freshInHand() ?? this.renew()
  }

  /** Never begins a session after one is over: the cookie may be somebody else's by then. */
  renew(): Promise<string | null> {
    if (this.#state.status === 'signed_out') return Promise.resolve(null)
    if (this.#renewal !== null) return this.#renewal
    const renewal = this.#refresh().finally(() => {
      if (this.#renewal === renewal) this.#renewal = null
    })
    this.#renewal = renewal
    return renewal
  }

  /** At start: takes the session up again if the browser still holds its cookie, or ends it if that is still to do. */
  async restore(): Promise<void> {
    this.#enter({ status: 'restoring' })
    try {
      if (localStorage.getItem(LEAVING) === null) {
        await this.renew()
      } else {
        await this.#leave(null)
        this.#end('left')
      }
    } catch {
      this.#enter({ status: 'unreachable' })
    }
  }

  /** Rejects with the server's ApiProblem (`invalid_credentials`, `too_many_attempts`, …) or a NetworkProblem. */
  async signIn(username: string, password: string): Promise<void> {
    await this.#leaving
    const answer = await send('/api/auth/login', { method: 'POST', json: { username, password } }, null)
    this.#accept(await decode(answer, Grant), ++this.#generation)
    localStorage.removeItem(LEAVING)
  }

  /** Takes effect here at once. If the server is away, its part is done at the next start: see `restore`. */
  async signOut(): Promise<void> {
    const token = this.#freshInHand()
    localStorage.setItem(LEAVING, 'yes')
    this.#end('left')
    this.#leaving = this.#leave(token).catch(() => undefined)
    await this.#leaving
  }

  /** Ends the session at the server, with the token given or one fetched for this alone. */
  async #leave(token: string | null): Promise<void> {
    try {
      const bearer = token ?? (await this.#fetchGrant()).access_token
      await send('/api/auth/logout', { method: 'POST' }, bearer)
    } catch (failure) {
      if (!isRefusal(failure)) throw failure // else there is no session left to end
    }
    localStorage.removeItem(LEAVING)
  }

  /** With the cookie, which each use replaces: by one tab at a time, so that none presents one that is used up. */
  async #fetchGrant(): Promise<Grant> {
    const ask = async () => {
      const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
      return decode(await send('/api/auth/refresh', { method: 'POST', signal }, null), Grant)
    }
    try {
      return await oneTabAtATime('andon.refresh', TURN_WITHIN_MS, ask)
    } catch (failure) {
      throw failure instanceof DOMException ? new NetworkProblem(failure) : failure
    }
  }

  async #refresh(): Promise<string | null> {
    const generation = this.#generation
    try {
      this.#accept(await this.#fetchGrant(), generation)
    } catch (failure) {
      if (!isRefusal(failure)) {
        if (this.#state.status === 'signed_in') this.#renewIn(RETRY_RENEWAL_MS)
        throw failure
      }
      if (generation === this.#generation) this.#end(this.#state.status === 'signed_in' ? 'ended' : 'no_session')
    }
    // Who asked as one person is not given the token of the next.
    return generation === this.#generation ? this.#token : null
  }

  #freshInHand(): string | null {
    return Date.now() < this.#expiresAt - STALE_WITHIN_MS ? this.#token : null
  }

  #accept(grant: Grant, generation: number): void {
    if (generation !== this.#generation) return
    // The screen is still the one person's, and the cookie already the other's.
    if (this.#state.status === 'signed_in' && this.#state.user.user_id !== grant.user.user_id) {
      this.#end('other_user')
      return
    }
    const lifetime = grant.expires_in * 1000
    const { min, max } = RENEW_BEFORE_EXPIRY_MS
    this.#token = grant.access_token
    this.#expiresAt = Date.now() + lifetime
    this.#renewIn(Math.max(lifetime - (min + Math.random() * (max - min)), lifetime / 2))
    this.#enter({ status: 'signed_in', user: grant.user })
    for (const listener of this.#tokenListeners) listener(grant.access_token)
  }

  #renewIn(delay: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      this.renew().catch(() => undefined) // #refresh has set the next attempt
    }, delay)
  }

  #end(why: SignedOutReason): void {
    this.#generation++
    this.#token = null
    this.#renewal = null
    clearTimeout(this.#timer)
    this.#enter({ status: 'signed_out', why })
  }

  #enter(state: SessionState): void {
    this.#state = state
    for (const listener of this.#stateListeners) listener()
  }
}

function isRefusal(failure: unknown): boolean {
  return failure instanceof ApiProblem && (failure.status === 401 || failure.status === 403)
}
