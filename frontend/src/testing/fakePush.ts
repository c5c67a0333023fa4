import { vi } from 'vitest'

interface FromWorker {
  data: unknown
  ports: readonly { postMessage: (answer: unknown) => void }[]
}

/** Stands in for what a browser has of web push; jsdom has nothing of it. */
export class FakePush {
  permission: NotificationPermission = 'default'
  answer: NotificationPermission = 'granted'
  /** What `subscribe` rejects with. */
  failure: Error | null = null
  subscription: FakeSubscription | null = null
  readonly listeners = new Set<(event: FromWorker) => void>()
  #made = 0

  install(): this {
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('PushManager', {})
    const requestPermission = () => {
      this.permission = this.answer
      return Promise.resolve(this.answer)
    }
    vi.stubGlobal(
      'Notification',
      Object.defineProperty({ requestPermission }, 'permission', { get: () => this.permission }),
    )
    const registration = {
      pushManager: {
        getSubscription: () => Promise.resolve(this.subscription),
        subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
          if (this.failure !== null) return Promise.reject(this.failure)
          this.subscription ??= new FakeSubscription(this, `https://push.example/${++this.#made}`, applicationServerKey)
          return Promise.resolve(this.subscription)
        },
      },
    }
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: {
        ready: Promise.resolve(registration),
        register: () => Promise.resolve(registration),
        getRegistration: () => Promise.resolve(registration),
        addEventListener: (_type: string, listener: (event: FromWorker) => void) => this.listeners.add(listener),
        removeEventListener: (_type: string, listener: (event: FromWorker) => void) => this.listeners.delete(listener),
      },
    })
    return this
  }

  /** As the service worker says it to this page. */
  say(data: unknown, ...ports: { postMessage: (answer: unknown) => void }[]): void {
    for (const listener of this.listeners) listener({ data, ports })
  }

  uninstall(): void {
    Reflect.deleteProperty(navigator, 'serviceWorker')
  }
}

class FakeSubscription {
  readonly #push: FakePush
  readonly endpoint: string
  readonly options: { applicationServerKey: ArrayBuffer }

  constructor(push: FakePush, endpoint: string, key: string) {
    this.#push = push
    this.endpoint = endpoint
    const bytes = atob(key.replaceAll('-', '+').replaceAll('_', '/'))
    this.options = { applicationServerKey: Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)).buffer }
  }

  toJSON() {
    return { endpoint: this.endpoint, expirationTime: null, keys: { p256dh: 'point', auth: 'secret' } }
  }

  unsubscribe() {
    this.#push.subscription = null
    return Promise.resolve(true)
  }
}
