import { keepPreviousData, useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { pageOf } from '../../shared/api/page'
import { api } from '../auth/currentSession'

/** Structured messages, and alarms with readings. */
const DataPage = pageOf(
  v.object({
    content: v.optional(v.unknown()),
    alarm: v.nullish(v.object({ readings: v.optional(v.unknown()) })),
  }),
)

const Point = v.object({
  /** The start of the bucket. */
  t: v.string(),
  n: v.number(),
  min: v.number(),
  max: v.number(),
  avg: v.number(),
  last: v.number(),
})
const Series = v.object({ field: v.string(), points: v.array(Point) })
export type Point = v.InferOutput<typeof Point>

const HOUR_MS = 3_600_000

/** How far a chart looks back, and how wide its points are: at most 2,000 points, which is what the server gives. */
export const spans = {
  hour: { length: HOUR_MS, bucket: '10s' },
  day: { length: 24 * HOUR_MS, bucket: '1m' },
  week: { length: 7 * 24 * HOUR_MS, bucket: '15m' },
  month: { length: 30 * 24 * HOUR_MS, bucket: '1h' },
} as const
export type Span = keyof typeof spans

/** Fields that were reported lately, which is where a form and a chart look for names. */
const LOOKED_AT = 100

export const readingKeys = { room: (roomId: string) => ['readings', roomId] as const }

/** Names of the fields reported lately, numeric ones first. */
export function useFields(roomId: string) {
  return useQuery({
    queryKey: [...readingKeys.room(roomId), 'fields'],
    queryFn: ({ signal }) =>
      api.call(`/api/rooms/${encodeURIComponent(roomId)}/incident-data`, DataPage, {
        query: { limit: LOOKED_AT },
        signal,
      }),
    select: (page) => fieldsOf(page.items.map(({ content, alarm }) => alarm?.readings ?? content)),
  })
}

export function fieldsOf(contents: readonly unknown[]): { numeric: string[]; other: string[] } {
  const numeric = new Set<string>()
  const other = new Set<string>()
  for (const content of contents) {
    if (typeof content !== 'object' || content === null) continue
    for (const [name, value] of Object.entries(content)) (typeof value === 'number' ? numeric : other).add(name)
  }
  return { numeric: [...numeric], other: [...other].filter((name) => !numeric.has(name)) }
}

export function useSeries(roomId: string, field: string, span: Span) {
  const { length, bucket } = spans[span]
  return useQuery({
    queryKey: [...readingKeys.room(roomId), 'series', field, span],
    queryFn: ({ signal }) =>
      api.call(`/api/rooms/${encodeURIComponent(roomId)}/incident-data/series`, Series, {
        query: { field, bucket, from: new Date(Date.now() - length).toISOString() },
        signal,
      }),
    placeholderData: keepPreviousData,
    select: (series) => series.points,
  })
}
