import { session } from '../auth/currentSession'
import { leaveDevice, takeUpDevice } from './device'

/** Nothing is shown to the next person at a tablet that was meant for the last. Gives what undoes it. */
export function followSession(): () => void {
  let known: string | null = null
  return session.subscribe(() => {
    const state = session.state()
    if (state.status === 'signed_in') {
      if (known === state.user.user_id) return
      known = state.user.user_id
      takeUpDevice(known).catch(() => undefined) // at the next start, then
    } else if (state.status === 'signed_out') {
      const leaving = known
      known = null
      // Whose session has merely run out is still told; the server ends it for a session that was revoked.
      if (state.why === 'left' || state.why === 'other_user') leaveDevice(leaving).catch(() => undefined)
    }
  })
}
