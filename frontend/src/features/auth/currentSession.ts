import { useSyncExternalStore } from 'react'
import { ApiClient } from '../../shared/api/client'
import { Session, type SessionState } from './session'
import type { User } from './user'

export const session = new Session()
export const api = new ApiClient(session)

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.state)
}

/** Only below RequireSession, where there always is one. */
export function useUser(): User {
  const state = useSession()
  if (state.status !== 'signed_in') throw new Error('useUser outside of a session')
  return state.user
}

export function isAdmin(user: User): boolean {
  return user.roles.includes('admin')
}
