import { createContext, useCallback, useContext } from 'react'
import type { Person } from '../../realtime/frames'
import type { Timeline } from '../../realtime/timeline'
import { useCalled } from '../people/people'

/** Events carry user ids; these are the names known for them from the messages, the members and from who is online. */
export function namesIn(
  { entries, past, notices }: Timeline,
  ...known: readonly (readonly Person[])[]
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const entry of entries) if (entry.kind === 'message') names.set(entry.sender_id, entry.sender_name)
  for (const entry of past?.entries ?? []) if (entry.kind === 'message') names.set(entry.sender_id, entry.sender_name)
  for (const notice of notices) names.set(notice.userId, notice.displayName)
  for (const person of known.flat()) names.set(person.user_id, person.display_name)
  return names
}

export const Names = createContext<ReadonlyMap<string, string>>(new Map())

export function useNameOf(): (userId: string | null | undefined) => string | null {
  const names = useContext(Names)
  const called = useCalled()
  return useCallback((userId) => (userId == null ? null : (names.get(userId) ?? called(userId))), [names, called])
}
