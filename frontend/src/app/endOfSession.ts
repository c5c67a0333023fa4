import { session } from '../features/auth/currentSession'
import { forgetOutboxes } from '../realtime/Outbox'
import { queryClient } from './queryClient'

/** The next to sign in on this tablet must not see what the last one had open. Gives what undoes it. */
export function forgetAtEndOfSession(): () => void {
  return session.subscribe(() => {
    const state = session.state()
    if (state.status !== 'signed_out') return
    queryClient.clear()
    // Whose session has merely run out will want to see their messages delivered after signing in again.
    if (state.why === 'other_user') forgetOutboxes()
  })
}
