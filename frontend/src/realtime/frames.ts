import * as v from 'valibot'

/**
 * The frames a room's socket sends, as in the WebSocket protocol, version 1. Fields that the protocol may add later
 * are dropped here; a type it may add later becomes `unknown`, so that its sequence number still counts.
 */
const Person = v.object({ user_id: v.string(), display_name: v.string() })
export type Person = v.InferOutput<typeof Person>

export const Role = v.picklist(['OWNER', 'EDITOR', 'VIEWER', 'ADMIN'])
export type Role = v.InferOutput<typeof Role>

const durable = { room_id: v.string(), sequence_number: v.number() }

const Welcome = v.object({
  type: v.literal('welcome'),
  protocol: v.number(),
  room_id: v.string(),
  user_id: v.string(),
  role: Role,
  last_sequence_number: v.number(),
  online: v.array(Person),
  connection_id: v.string(),
})

const Resync = v.object({ type: v.literal('resync'), from: v.number(), last_sequence_number: v.number() })

export const Pong = v.object({ type: v.literal('pong') })

/** Text, or the named values of `incident_data`; null once deleted. */
const Content = v.nullable(v.union([v.string(), v.record(v.string(), v.unknown())]))
export type Content = v.InferOutput<typeof Content>

const OutOfBounds = v.object({
  field: v.string(),
  value: v.number(),
  unit: v.nullish(v.string()),
  /** The one that was passed. */
  limit: v.number(),
  bound: v.picklist(['low', 'high']),
})
export type OutOfBounds = v.InferOutput<typeof OutOfBounds>

/** What the room did not expect of `incident_data` when it was written; absent if there is nothing. */
const findings = { out_of_bounds: v.nullish(v.array(OutOfBounds)), wrong_type: v.nullish(v.array(v.string())) }

/** What a message is made of, on the socket and in history alike. */
export const messageFields = {
  sequence_number: v.number(),
  message_id: v.string(),
  sender_id: v.string(),
  sender_name: v.string(),
  message_type: v.string(),
  content: Content,
  mentions: v.nullish(v.array(v.string())),
  file_id: v.nullish(v.string()),
  file_url: v.nullish(v.string()),
  reply_to: v.nullish(v.string()),
  client_msg_id: v.nullish(v.string()),
  created_at: v.string(),
  edited_at: v.nullish(v.string()),
  deleted_at: v.nullish(v.string()),
  mark: v.nullish(v.string()),
  /** Whether a service account has sent it. */
  machine: v.nullish(v.boolean()),
  ...findings,
}

const Message = v.object({ type: v.literal('message'), room_id: v.string(), ...messageFields })

const MessageEdited = v.object({
  type: v.literal('message_edited'),
  ...durable,
  message_id: v.string(),
  content: Content,
  mentions: v.nullish(v.array(v.string())),
  edited_at: v.string(),
  edited_by: v.string(),
  ...findings,
})

const MessageDeleted = v.object({
  type: v.literal('message_deleted'),
  ...durable,
  message_id: v.string(),
  deleted_at: v.string(),
  deleted_by: v.string(),
})

const reactionFields = {
  ...durable,
  message_id: v.string(),
  emoji: v.string(),
  user_id: v.string(),
  reactions: v.record(v.string(), v.number()),
}
const ReactionAdded = v.object({ type: v.literal('reaction_added'), ...reactionFields })
const ReactionRemoved = v.object({ type: v.literal('reaction_removed'), ...reactionFields })

const MessageMarked = v.object({
  type: v.literal('message_marked'),
  ...durable,
  message_id: v.string(),
  /** Null when the mark was taken away. */
  mark: v.nullable(v.string()),
  marked_by: v.string(),
})

/** Stored events of the room. Which of the optional fields are there depends on `event`. */
export const systemFields = {
  sequence_number: v.number(),
  message_id: v.string(),
  event: v.string(),
  user_id: v.nullish(v.string()),
  timestamp: v.string(),
  from: v.nullish(v.string()),
  to: v.nullish(v.string()),
  note: v.nullish(v.string()),
  changes: v.nullish(v.unknown()),
  member_id: v.nullish(v.string()),
  role: v.nullish(v.string()),
  members: v.nullish(v.unknown()),
  /** What a plant system said. */
  alarm: v.nullish(
    v.object({
      alarm_id: v.string(),
      severity: v.nullish(v.string()),
      text: v.string(),
      readings: v.nullish(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
    }),
  ),
  ...findings,
}
const SystemEvent = v.object({ type: v.literal('system'), room_id: v.string(), ...systemFields })

/** Coming and going is never stored, hence without a number. */
const PresenceNotice = v.object({
  type: v.literal('system'),
  event: v.picklist(['user_joined', 'user_left']),
  room_id: v.string(),
  user_id: v.string(),
  display_name: v.nullish(v.string()),
  timestamp: v.string(),
})

const Ack = v.object({
  type: v.literal('ack'),
  client_msg_id: v.nullish(v.string()),
  message_id: v.nullish(v.string()),
  /** Not there when nothing changed. */
  sequence_number: v.nullish(v.number()),
  created_at: v.nullish(v.string()),
  changed: v.nullish(v.boolean()),
})

export const ErrorFrame = v.object({
  type: v.literal('error'),
  code: v.string(),
  message: v.nullish(v.string()),
  field: v.nullish(v.string()),
  client_msg_id: v.nullish(v.string()),
})

const Presence = v.object({ type: v.literal('presence'), room_id: v.string(), online: v.array(Person) })

const Typing = v.object({
  type: v.literal('typing'),
  room_id: v.string(),
  user_id: v.string(),
  is_typing: v.boolean(),
})

const Read = v.object({
  type: v.literal('read'),
  room_id: v.string(),
  user_id: v.string(),
  sequence_number: v.number(),
})

const schemas = {
  welcome: Welcome,
  resync: Resync,
  pong: Pong,
  message: Message,
  message_edited: MessageEdited,
  message_deleted: MessageDeleted,
  reaction_added: ReactionAdded,
  reaction_removed: ReactionRemoved,
  message_marked: MessageMarked,
  system: v.union([PresenceNotice, SystemEvent]),
  ack: Ack,
  error: ErrorFrame,
  presence: Presence,
  typing: Typing,
  read: Read,
}

type KnownFrame = v.InferOutput<(typeof schemas)[keyof typeof schemas]>
export interface UnknownFrame {
  type: 'unknown'
  /** Null for a frame that is not durable. */
  sequence_number: number | null
}
export type ServerFrame = KnownFrame | UnknownFrame

export type WelcomeFrame = v.InferOutput<typeof Welcome>
export type MessageFrame = v.InferOutput<typeof Message>
export type SystemEventFrame = v.InferOutput<typeof SystemEvent>
export type PresenceNoticeFrame = v.InferOutput<typeof PresenceNotice>
export type AckFrame = v.InferOutput<typeof Ack>
export type ErrorFrame = v.InferOutput<typeof ErrorFrame>
export type ChangeFrame =
  | v.InferOutput<typeof MessageEdited>
  | v.InferOutput<typeof MessageDeleted>
  | v.InferOutput<typeof ReactionAdded>
  | v.InferOutput<typeof ReactionRemoved>
  | v.InferOutput<typeof MessageMarked>
/** Frames of the room's one sequence: each number exactly once, without gaps. */
export type DurableFrame = MessageFrame | SystemEventFrame | ChangeFrame | { type: 'unknown'; sequence_number: number }

const Numbered = v.object({ sequence_number: v.number() })

/** Reads one text frame. Never throws: what cannot be read is `unknown`. */
export function decodeFrame(text: string): ServerFrame {
  const json = parsed(text)
  const type = v.safeParse(v.object({ type: v.picklist(Object.keys(schemas) as (keyof typeof schemas)[]) }), json)
  if (type.success) {
    const frame = v.safeParse(schemas[type.output.type], json)
    if (frame.success) return frame.output
  }
  const numbered = v.safeParse(Numbered, json)
  // The number in `read` and `ack` is that of another frame, not a place of its own in the sequence.
  const refers = type.success && (type.output.type === 'read' || type.output.type === 'ack')
  const durable = numbered.success && !refers
  return { type: 'unknown', sequence_number: durable ? numbered.output.sequence_number : null }
}

export function isDurable(frame: ServerFrame): frame is DurableFrame {
  switch (frame.type) {
    case 'message':
    case 'message_edited':
    case 'message_deleted':
    case 'reaction_added':
    case 'reaction_removed':
    case 'message_marked':
      return true
    case 'system':
      return 'sequence_number' in frame
    case 'unknown':
      return frame.sequence_number !== null
    case 'welcome':
    case 'resync':
    case 'pong':
    case 'ack':
    case 'error':
    case 'presence':
    case 'typing':
    case 'read':
      return false
  }
}

/** The JSON value; null for what is not JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
