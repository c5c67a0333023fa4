/** What is to be done later, all of which is dropped at once when nobody is there any more. */
export class Timers {
  readonly #running = new Set<ReturnType<typeof setTimeout>>()

  later(delayMs: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#running.delete(timer)
      run()
    }, delayMs)
    this.#running.add(timer)
  }

  stop(): void {
    for (const timer of this.#running) clearTimeout(timer)
    this.#running.clear()
  }
}
