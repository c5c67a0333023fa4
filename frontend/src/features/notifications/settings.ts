import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '../auth/currentSession'

export const KINDS = ['mention', 'assignment', 'out_of_bounds', 'escalation'] as const
export const DIGESTS = ['off', 'at_once', 'hourly', 'shift_end'] as const
export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

/** A room-service that is still to be rolled out knows nothing of push. */
const Push = v.optional(v.boolean(), false)
const Ways = v.object({ feed: v.boolean(), mail: v.boolean(), push: Push })
const Settings = v.object({
  kinds: v.object({ mention: Ways, assignment: Ways, out_of_bounds: Ways, escalation: Ways }),
  quiet_hours: v.nullable(
    v.object({ start: v.string(), end: v.string(), days: v.array(v.picklist(DAYS)), critical_passes: v.boolean() }),
  ),
  time_zone: v.string(),
  mail_digest: v.picklist(DIGESTS),
  shift_end: v.string(),
  language: v.picklist(['zh-TW', 'en']),
})
export type Settings = v.InferOutput<typeof Settings>

const StoredSettings = v.object({ ...Settings.entries, mail_available: v.boolean(), push_available: Push })
export type StoredSettings = v.InferOutput<typeof StoredSettings>

export const settingsQuery = queryOptions({
  queryKey: ['notification-settings'],
  queryFn: ({ signal }) => api.call('/api/me/notification-settings', StoredSettings, { signal }),
})

export function useNotificationSettings() {
  return useQuery(settingsQuery)
}

export function useSaveSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (settings: Settings) =>
      api.call('/api/me/notification-settings', StoredSettings, { method: 'PUT', json: settings }),
    onSuccess: (saved) => {
      queries.setQueryData(settingsQuery.queryKey, saved)
    },
  })
}
