import * as v from 'valibot'
import { ApiProblem } from '../../shared/api/problem'
import { api } from '../auth/currentSession'

/** This browser as a place where notifications are shown while the app is not open. */

export type DeviceState = 'insecure' | 'unsupported' | 'denied' | 'off' | 'on'

const Key = v.object({ enabled: v.boolean(), public_key: v.nullable(v.string()) })
const SUBSCRIPTIONS = '/api/me/push-subscriptions'
/** At the root, for its pages are. */
const WORKER = '/service-worker.js'
/** Who turned it on here: nobody else is shown theirs. */
const TURNED_ON_BY = 'andon.push'

export async function deviceState(userId: string): Promise<DeviceState> {
  if (!window.isSecureContext) return 'insecure'
  if (!isSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return localStorage.getItem(TURNED_ON_BY) === userId && (await subscription()) !== null ? 'on' : 'off'
}

function isSupported(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
}

async function subscription(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(WORKER)
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** Asks for permission, so only ever after a click. Rejects when the browser cannot reach its push service, or the server ours. */
export async function turnOn(userId: string): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return
  await subscribe(() => true)
  localStorage.setItem(TURNED_ON_BY, userId)
}

/** `isFinal`: after which failures to register it there is to be no subscription. */
async function subscribe(isFinal: (failure: unknown) => boolean): Promise<void> {
  const { public_key: key } = await api.call('/api/push/key', Key)
  if (key === null) return
  await navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' })
  const { pushManager } = await navigator.serviceWorker.ready
  const made = await subscribeWith(pushManager, key)
  try {
    // In no language of its own: it is told in the one that its person has set.
    await api.send(SUBSCRIPTIONS, { method: 'PUT', json: made.toJSON() })
  } catch (failure) {
    if (isFinal(failure)) await made.unsubscribe()
    throw failure
  }
}

/** Of the subscription itself, of which a session that is over, or asks too often, says nothing. */
function isRefusal(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.status < 500 && failure.status !== 401 && failure.status !== 429
}

/** A subscription is for one key; after that has been changed, the browser needs another. */
async function subscribeWith(pushManager: PushManager, key: string): Promise<PushSubscription> {
  const known = await pushManager.getSubscription()
  if (known !== null && keyOf(known) !== key) await known.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
}

function keyOf({ options: { applicationServerKey: key } }: PushSubscription): string | null {
  if (key === null) return null
  return btoa(String.fromCharCode(...new Uint8Array(key)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

export async function turnOff(): Promise<void> {
  const known = await subscription()
  if (known !== null) await api.send(SUBSCRIPTIONS, { method: 'DELETE', json: { endpoint: known.endpoint } })
  await forgetDevice()
}

/** Here alone, also without a server: what is sent to a subscription that is gone arrives nowhere. */
async function forgetDevice(): Promise<void> {
  localStorage.removeItem(TURNED_ON_BY)
  if (isSupported()) await (await subscription())?.unsubscribe()
}

/** As somebody leaves; `userId` is null when it is not known who. In another tab, it may have become the next person's since. */
export async function leaveDevice(userId: string | null): Promise<void> {
  if (userId === null || localStorage.getItem(TURNED_ON_BY) === userId) await forgetDevice()
}

/** Tells the server of this device anew if it was turned on by this person; else it is theirs no more. */
export async function takeUpDevice(userId: string): Promise<void> {
  if (!isSupported()) return
  const by = localStorage.getItem(TURNED_ON_BY)
  if (by === userId && Notification.permission === 'granted') await subscribe(isRefusal)
  else if (by !== null) await forgetDevice()
}
