/** What members are told while they are there, and what is worth nothing later. */

/** The server takes someone for idle 3 s after the last word of it, so one word must follow another before that. */
const TYPING_AGAIN_MS = 2_000
/** Should the server's own end of it get lost: its 3 s, and as long again for a slow network. */
const OTHERS_TYPE_AT_MOST_MS = 6_000
/** How often others are told how far one has read. */
const READ_EVERY_MS = 1_000

/** Tells that one types, no oftener than needed. */
export class OwnTyping {
  readonly #tell: (isTyping: boolean) => void
  #toldAt = -Infinity

  constructor(tell: (isTyping: boolean) => void) {
    this.#tell = tell
  }

  typed(text: string): void {
    if (text.trim() === '') {
      this.stopped()
    } else if (Date.now() - this.#toldAt >= TYPING_AGAIN_MS) {
      this.#toldAt = Date.now()
      this.#tell(true)
    }
  }

  stopped(): void {
    if (this.#toldAt !== -Infinity) this.#tell(false)
    this.posted()
  }

  /** The server ends it by itself when a message is posted. */
  posted(): void {
    this.#toldAt = -Infinity
  }
}

/** Who else types, in the order in which they began. */
export class OthersTyping {
  readonly #onChange: (userIds: readonly string[]) => void
  readonly #ends = new Map<string, ReturnType<typeof setTimeout>>()

  constructor(onChange: (userIds: readonly string[]) => void) {
    this.#onChange = onChange
  }

  heard(userId: string, isTyping: boolean): void {
    const known = this.#ends.has(userId)
    clearTimeout(this.#ends.get(userId))
    if (isTyping) {
      this.#ends.set(
        userId,
        setTimeout(() => {
          this.heard(userId, false)
        }, OTHERS_TYPE_AT_MOST_MS),
      )
    } else {
      this.#ends.delete(userId)
    }
    if (known !== isTyping) this.#onChange([...this.#ends.keys()])
  }

  clear(): void {
    for (const timer of this.#ends.values()) clearTimeout(timer)
    if (this.#ends.size === 0) return
    this.#ends.clear()
    this.#onChange([])
  }
}

/** Tells how far one has read: only forward, and not every message of a busy room by itself. */
export class OwnReading {
  readonly #tell: (through: number) => void
  #through = 0
  #told = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(tell: (through: number) => void) {
    this.#tell = tell
  }

  read(through: number): void {
    this.#through = Math.max(this.#through, through)
    if (this.#through > this.#told && this.#timer === undefined) this.#say()
  }

  /** On a new connection: the last word may have been lost with the old one. */
  repeat(): void {
    if (this.#through > 0) this.#tell(this.#through)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #say(): void {
    this.#told = this.#through
    this.#tell(this.#told)
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#through > this.#told) this.#say()
    }, READ_EVERY_MS)
  }
}
