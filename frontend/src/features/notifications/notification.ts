import * as v from 'valibot'

const common = {
  notification_id: v.string(),
  room_id: v.string(),
  room_title: v.string(),
  severity: v.picklist(['low', 'medium', 'high', 'critical']),
  message_id: v.nullable(v.string()),
  sequence_number: v.nullable(v.number()),
  actor_id: v.nullable(v.string()),
  actor_name: v.nullable(v.string()),
  excerpt: v.nullable(v.string()),
  created_at: v.string(),
  read_at: v.nullable(v.string()),
}

/** Something that one is told of. */
export const Notification = v.variant('kind', [
  v.object({ ...common, kind: v.literal('mention') }),
  v.object({
    ...common,
    kind: v.literal('assignment'),
    details: v.object({ role: v.picklist(['OWNER', 'EDITOR', 'VIEWER']) }),
  }),
  v.object({
    ...common,
    kind: v.literal('out_of_bounds'),
    details: v.object({
      field: v.string(),
      value: v.number(),
      unit: v.nullish(v.string(), null),
      limit: v.number(),
      bound: v.picklist(['low', 'high']),
    }),
  }),
  v.object({ ...common, kind: v.literal('escalation'), details: v.object({ minutes: v.number() }) }),
])
export type Notification = v.InferOutput<typeof Notification>

/** Where it happened. */
export function placeOf({ room_id: roomId, sequence_number: at }: Notification): string {
  return at === null ? `/rooms/${roomId}` : `/rooms/${roomId}?at=${at}`
}
