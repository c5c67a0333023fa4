/** Why a socket will not come back by itself. */
export type EndReason = 'removed' | 'room_gone' | 'protocol' | 'signed_out'

export type Reconnection =
  | { kind: 'never'; reason: EndReason }
  | { kind: 'with_new_token' }
  | { kind: 'after'; delay: number }
  | { kind: 'backoff' }

const FIRST_DELAY_MS = 500
const MAX_DELAY_MS = 30_000
const RATE_LIMITED_DELAY_MS = 5_000

/** The protocol's table of close codes. Codes it does not name are trouble on the way: backoff. */
export function reconnectionAfter(code: number, random: () => number): Reconnection {
  switch (code) {
    case 1001: // the pod drains and another is ready; the jitter keeps its clients from arriving all at once
      return { kind: 'after', delay: random() * FIRST_DELAY_MS }
    case 4400:
      return { kind: 'never', reason: 'protocol' }
    case 4401:
      return { kind: 'with_new_token' }
    case 4403:
      return { kind: 'never', reason: 'removed' }
    case 4404:
      return { kind: 'never', reason: 'room_gone' }
    case 4429:
      return { kind: 'after', delay: RATE_LIMITED_DELAY_MS }
    default:
      return { kind: 'backoff' }
  }
}

/** Exponential backoff with full jitter, in milliseconds; `attempt` counts from 0. */
export function backoffDelay(attempt: number, random: () => number): number {
  return random() * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt)
}
