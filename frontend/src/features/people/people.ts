import { keepPreviousData, type QueryClient, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import * as v from 'valibot'
import { api } from '../auth/currentSession'
import { User } from '../auth/user'

const People = v.object({ items: v.array(User) })
const SHOWN = 10

/** What the ids of machines begin with; the directory does not know them. */
const MACHINE = 'machine:'

const personKey = (userId: string) => ['people', 'one', userId] as const

/** People of the company directory by part of their name or mail. */
export function usePeople(q: string) {
  return useQuery({
    queryKey: ['people', q],
    queryFn: ({ signal }) => api.call('/api/users', People, { query: { q, limit: SHOWN }, signal }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    select: (page) => page.items,
  })
}

/** Those of the given people whom the directory knows, by user id; who is not there yet, or has left, is not in it. */
export function useDirectory(userIds: readonly string[]): ReadonlyMap<string, User> {
  return useQueries({
    queries: userIds.map((id) => ({
      queryKey: personKey(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.call(`/api/users/${encodeURIComponent(id)}`, User, { signal }),
      staleTime: Infinity,
      retry: false,
      enabled: !id.startsWith(MACHINE),
    })),
    combine: byId,
  })
}

/** Who was found by searching need not be looked up again. */
export function rememberPerson(queries: QueryClient, person: User): void {
  queries.setQueryData(personKey(person.user_id), person)
}

function byId(results: readonly { data: User | undefined }[]): ReadonlyMap<string, User> {
  return new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.user_id, data]])))
}

/** What to call somebody whose name is not known. */
export function accountOf(userId: string): string {
  return userId.replace(/@.*/, '')
}

/** The same, where it may have been a machine. */
export function useCalled(): (userId: string) => string {
  const { t } = useTranslation()
  return useCallback((userId) => (userId.startsWith(MACHINE) ? t('people.machine') : accountOf(userId)), [t])
}
