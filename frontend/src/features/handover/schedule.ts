import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import { api } from '../auth/currentSession'

const text = v.nullish(v.string(), null)

const Shift = v.object({ name: v.string(), starts_at: v.string() })
export type Shift = v.InferOutput<typeof Shift>

export const Schedule = v.object({
  time_zone: v.string(),
  shifts: v.array(Shift),
  acknowledge_within_minutes: v.number(),
  version: v.number(),
  updated_by: text,
  updated_at: text,
})
export type Schedule = v.InferOutput<typeof Schedule>

/** What the server takes. */
export const scheduleLimits = { shifts: 6, name: 50, minutes: 24 * 60 }

const PATH = '/api/handover-schedule'
const key = ['handover-schedule'] as const

export function useSchedule() {
  return useQuery({ queryKey: key, queryFn: ({ signal }) => api.call(PATH, Schedule, { signal }) })
}

export function useSaveSchedule() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (schedule: Omit<Schedule, 'updated_by' | 'updated_at'>) =>
      api.call(PATH, Schedule, { method: 'PUT', json: schedule }),
    onSuccess: (schedule) => {
      queries.setQueryData(key, schedule)
    },
    onError: () => queries.invalidateQueries({ queryKey: key }),
  })
}
