import * as v from 'valibot'
import { messageFields, systemFields } from './frames'

const Reaction = v.object({ emoji: v.string(), count: v.number(), mine: v.boolean() })
export type Reaction = v.InferOutput<typeof Reaction>

const StoredMessage = v.object({
  ...messageFields,
  reactions: v.nullish(v.array(Reaction), []),
})
export type StoredMessage = v.InferOutput<typeof StoredMessage>

const StoredEvent = v.object({ message_type: v.literal('system'), ...systemFields })

/** `GET /api/rooms/{room_id}/messages`: newest first, each message in its state as of `last_sequence_number`. */
export const HistoryPage = v.object({
  items: v.array(v.union([StoredEvent, StoredMessage])),
  pagination: v.object({
    has_more: v.boolean(),
    next_before: v.nullish(v.union([v.number(), v.string()]), null),
    last_sequence_number: v.number(),
  }),
})
export type HistoryPage = v.InferOutput<typeof HistoryPage>
