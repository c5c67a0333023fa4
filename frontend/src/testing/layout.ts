/** A screen of this size, on which everything but the timeline itself is one line high. In pixels. */
const SCREEN = { width: 800, height: 2000 }
const LINE = 40

class Observer implements ResizeObserver {
  readonly #tell: ResizeObserverCallback

  constructor(tell: ResizeObserverCallback) {
    this.#tell = tell
  }

  observe(target: Element): void {
    const size = { width: SCREEN.width, height: target.getAttribute('role') === 'log' ? SCREEN.height : LINE }
    queueMicrotask(() => {
      this.#tell([{ target, contentRect: size } as unknown as ResizeObserverEntry], this)
    })
  }

  unobserve(): void {
    // Nothing ever changes its size here.
  }

  disconnect(): void {
    // As above.
  }
}

/** Whatever is watched is in view. */
class InView {
  readonly #tell: IntersectionObserverCallback

  constructor(tell: IntersectionObserverCallback) {
    this.#tell = tell
  }

  observe(): void {
    queueMicrotask(() => {
      this.#tell([{ isIntersecting: true } as IntersectionObserverEntry], this as unknown as IntersectionObserver)
    })
  }

  disconnect(): void {
    // Nothing ever leaves the view here.
  }
}

/** Gives elements a size, which jsdom does not: a list draws only what it takes to be in view. */
export function layOut(): void {
  window.ResizeObserver = Observer
  window.IntersectionObserver = InView as unknown as typeof IntersectionObserver
  Element.prototype.scrollTo = () => undefined
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
    get(this: HTMLElement) {
      return this.parentElement
    },
  })
}
