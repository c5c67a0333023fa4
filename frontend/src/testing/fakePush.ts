import { vi } from 'vitest'

/** Stands in for what a browser has of web push; jsdom has nothing of it. */
export class FakePush {
  permission: NotificationPermission = 'default'
  answer: NotificationPermission = 'granted'
  /** What `subscribe` rejects with. */
  failure: Error | null = null
  subscription: FakeSubscription | null = null
  readonly listeners: ((event: { data: unknown }) => void)[] = []
  #made = 0

  install(): this {
    const fake = this
    vi.stubGlobal('isSecureContext', true)
    vi.stubGlobal('PushManager', class {})
    vi.stubGlobal('Notification', {
      get permission() {
        return fake.permission
      },
      requestPermission: () => {
        fake.permission = fake.answer
        return Promise.resolve(fake.answer)
      },
    })
    const registration = {
      pushManager: {
        getSubscription: () => Promise.resolve(fake.subscription),
        subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
          if (fake.failure !== null) return Promise.reject(fake.failure)
          fake.subscription ??= new FakeSubscription(fake, `https://push.example/${++fake.#made}`, applicationServerKey)
          return Promise.resolve(fake.subscription)
        },
      },
    }
    Object.defineProperty(navigator, 'serviceWorker', {
      configurable: true,
      value: {
        ready: Promise.resolve(registration),
        register: () => Promise.resolve(registration),
        getRegistration: () => Promise.resolve(registration),
        addEventListener: (_type: string, listener: (event: { data: unknown }) => void) =>
          fake.listeners.push(listener),
      },
    })
    return this
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
