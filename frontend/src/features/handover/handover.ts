import * as v from 'valibot'
import { severities } from '../rooms/room'

const text = v.nullish(v.string(), null)
const number = v.nullish(v.number(), null)

const Acknowledgement = v.object({
  user_id: v.string(),
  name: v.string(),
  acknowledged_at: v.string(),
  late: v.boolean(),
})

const head = {
  handover_id: v.string(),
  /** Null for the rooms that have none. */
  location: text,
  /** Who takes over; null on demand. */
  shift: text,
  since: v.string(),
  made_at: v.string(),
  /** Null when made by the schedule. */
  made_by: text,
  made_by_name: text,
  note: text,
  due_at: v.string(),
  overdue: v.boolean(),
  acknowledgements: v.array(Acknowledgement),
  room_count: v.number(),
  message_count: v.number(),
  open_action_count: v.number(),
  out_of_bounds_count: v.number(),
  rooms_left_out: v.number(),
}

export const Handover = v.object(head)
export type Handover = v.InferOutput<typeof Handover>

/** As many as a digest holds, and how many more there were. */
function entries<S extends v.GenericSchema>(item: S) {
  return v.object({ items: v.array(item), left_out: v.number() })
}

const Change = v.object({
  sequence_number: v.number(),
  at: v.string(),
  user_id: v.string(),
  event: v.string(),
  from: text,
  to: text,
  fields: v.array(v.string()),
  member_id: text,
  role: text,
})
export type Change = v.InferOutput<typeof Change>

/** Its text is null once the message was deleted. */
const Marked = v.object({
  message_id: v.string(),
  sequence_number: v.number(),
  mark: v.string(),
  text,
  sender_name: v.string(),
})

/** A message, or an item of the checklist, which has no number. */
const Action = v.object({ sequence_number: number, text, sender_name: text, item_id: text })

const OutOfBounds = v.object({
  sequence_number: v.number(),
  measured_at: v.string(),
  field: v.string(),
  value: v.number(),
  unit: text,
  limit: v.number(),
  bound: v.picklist(['low', 'high']),
})
export type OutOfBounds = v.InferOutput<typeof OutOfBounds>

const RoomDigest = v.object({
  room_id: v.string(),
  title: v.string(),
  severity: v.nullish(v.picklist(severities), null),
  opened_at: text,
  messages: v.number(),
  files: v.number(),
  speakers: entries(v.object({ user_id: v.string(), name: v.string(), messages: v.number() })),
  changes: entries(Change),
  marks: entries(Marked),
  open_actions: entries(Action),
  out_of_bounds: entries(OutOfBounds),
  /** Null for an admin who is not a member. */
  unread: number,
})
export type RoomDigest = v.InferOutput<typeof RoomDigest>

export const HandoverDetail = v.object({ ...head, rooms: v.array(RoomDigest) })
export type HandoverDetail = v.InferOutput<typeof HandoverDetail>

/** Length the server takes, in Unicode code points. */
export const NOTE_LENGTH = 2000

export type State = 'acknowledged' | 'overdue' | 'waiting'

export function stateOf({ acknowledgements, overdue }: Handover): State {
  if (acknowledgements.length > 0) return 'acknowledged'
  return overdue ? 'overdue' : 'waiting'
}

/** Those of each line together, the line with the newest first. */
export function byLine(handovers: readonly Handover[]): [string | null, Handover[]][] {
  const lines = new Map<string | null, Handover[]>()
  for (const handover of handovers) {
    const line = lines.get(handover.location)
    if (line === undefined) lines.set(handover.location, [handover])
    else line.push(handover)
  }
  return [...lines]
}
