import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { allOf, MOST_AT_ONCE, pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'
import { NewSecret, ServiceAccount } from './account'
import type { AccountChanges, NewAccount } from './accountDraft'

const AccountPage = pageOf(ServiceAccount)

const key = ['service-accounts'] as const
const PATH = '/api/auth/service-accounts'
const address = (clientId: string, part = '') => `${PATH}/${encodeURIComponent(clientId)}${part}`

/** All there are, by name. Who looks wants to see which of them was used a moment ago. */
export function useAccounts() {
  return useQuery({
    queryKey: key,
    queryFn: ({ signal }) =>
      allOf((cursor) => api.call(PATH, AccountPage, { query: { limit: MOST_AT_ONCE, cursor }, signal })),
    select: byName,
    staleTime: 0,
  })
}

const byName = (accounts: ServiceAccount[]) => [...accounts].sort((one, other) => one.name.localeCompare(other.name))

/** What has come of a change is kept no longer than whoever asked for it, for it may be a secret; nor waited for more. */
function useChange<Variables, Outcome>(mutationFn: (variables: Variables) => Promise<Outcome>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn,
    gcTime: 0,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: key })
    },
  })
}

export function useCreateAccount() {
  return useChange((account: NewAccount) => api.call(PATH, NewSecret, { method: 'POST', json: account }))
}

/** Rejects with `version_conflict` if the account is no longer of that version. */
export function useUpdateAccount(clientId: string) {
  const put = usePut()
  return useChange(async (changes: AccountChanges & { version: number }) => {
    put(await api.call(address(clientId), ServiceAccount, { method: 'PATCH', json: changes }))
  })
}

/** A new secret; the one before is good for that many seconds yet. With 0, the tokens it opened end too. */
export function useRotateSecret(clientId: string) {
  const put = usePut()
  return useChange(async (overlapSeconds: number) => {
    const json = { overlap_seconds: overlapSeconds }
    const secret = await api.call(address(clientId, '/secret'), NewSecret, { method: 'POST', json })
    put(v.parse(ServiceAccount, secret))
    return secret
  })
}

export function useRevokeAccount(clientId: string) {
  return useChange(() => api.send(address(clientId), { method: 'DELETE' }))
}

/** The account as the server has it now. */
function usePut() {
  const queries = useQueryClient()
  return (now: ServiceAccount) => {
    queries.setQueryData<ServiceAccount[]>(key, (before) =>
      before?.map((each) => (each.client_id === now.client_id ? now : each)),
    )
  }
}
