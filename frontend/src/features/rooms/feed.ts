import * as v from 'valibot'
import { ErrorFrame, parsed, Pong } from '../../realtime/frames'
import { Notification } from '../notifications/notification'
import { Room } from './room'

/** The frames of the user's own feed, `/ws/me`: what happens in any of their rooms. */
const schemas = {
  welcome: v.object({
    type: v.literal('welcome'),
    protocol: v.number(),
    user_id: v.string(),
    connection_id: v.string(),
  }),
  unread: v.object({
    type: v.literal('unread'),
    room_id: v.string(),
    unread: v.number(),
    mentions: v.number(),
    last_sequence_number: v.number(),
  }),
  mentioned: v.object({
    type: v.literal('mentioned'),
    room_id: v.string(),
    message_id: v.string(),
    sender_id: v.string(),
    sender_name: v.string(),
    excerpt: v.string(),
  }),
  room_changed: v.object({ type: v.literal('room_changed'), ...Room.entries }),
  room_removed: v.object({ type: v.literal('room_removed'), room_id: v.string() }),
  notification: v.intersect([v.object({ type: v.literal('notification') }), Notification]),
  handovers_changed: v.object({ type: v.literal('handovers_changed'), handover_ids: v.array(v.string()) }),
  pong: Pong,
  error: ErrorFrame,
}
const types = Object.keys(schemas) as (keyof typeof schemas)[]

export type FeedFrame = v.InferOutput<(typeof schemas)[keyof typeof schemas]> | { type: 'unknown' }

/** Reads one text frame. Never throws: what cannot be read is `unknown`. */
export function decodeFeedFrame(text: string): FeedFrame {
  const json = parsed(text)
  const type = v.safeParse(v.object({ type: v.picklist(types) }), json)
  if (!type.success) return { type: 'unknown' }
  const frame = v.safeParse(schemas[type.output.type], json)
  return frame.success ? frame.output : { type: 'unknown' }
}
