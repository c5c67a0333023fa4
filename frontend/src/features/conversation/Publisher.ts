/** A busy room's frames are drawn together: 20 times a second is as often as an eye follows a list. */
const PUBLISH_EVERY_MS = 50

/** State that a component can subscribe to. */
export class Publisher<S extends object> {
  readonly #listeners = new Set<() => void>()
  #state: S
  #publishedAt = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(state: S) {
    this.#state = state
  }

  readonly state = (): S => this.#state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  set(change: Partial<S>): void {
    this.#state = { ...this.#state, ...change }
    this.#publish()
  }

  /** At once if nothing was published for a while, else together with what else comes. */
  setSoon(change: Partial<S>): void {
    this.#state = { ...this.#state, ...change }
    const wait = this.#publishedAt + PUBLISH_EVERY_MS - Date.now()
    if (wait <= 0) this.#publish()
    else {
      this.#timer ??= setTimeout(() => {
        this.#publish()
      }, wait)
    }
  }

  #publish(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#publishedAt = Date.now()
    for (const listener of this.#listeners) listener()
  }
}
