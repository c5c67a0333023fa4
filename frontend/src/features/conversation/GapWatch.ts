/** A frame that is early by more than this did not overtake another: the other is missing. */
const PATIENCE_MS = 1_000

/** Calls for what is missing, once it has been missing for too long to be merely late. */
export class GapWatch {
  readonly #onMissing: () => void
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onMissing: () => void) {
    this.#onMissing = onMissing
  }

  /** Whether there is a gap now; the time begins with the first of them. */
  look(gap: boolean): void {
    if (!gap) {
      this.stop()
      return
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#onMissing()
    }, PATIENCE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
