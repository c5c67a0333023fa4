import type { Mark } from './marks'

/** What this client sends. Sending a frame with the same `client_msg_id` again is harmless for ever. */
export interface PostFrame {
  type: 'message'
  client_msg_id: string
  message_type: 'text' | 'image_ref' | 'file_ref' | 'incident_data'
  content: string | Record<string, unknown>
  mentions?: string[]
  file_id?: string
  reply_to?: string
}

export interface EditFrame {
  type: 'edit_message'
  client_msg_id: string
  message_id: string
  content: string
}

export interface DeleteFrame {
  type: 'delete_message'
  client_msg_id: string
  message_id: string
}

export interface ReactionFrame {
  type: 'add_reaction' | 'remove_reaction'
  client_msg_id: string
  message_id: string
  emoji: string
}

export interface MarkFrame {
  type: 'mark'
  client_msg_id: string
  message_id: string
  /** Null takes it away. */
  mark: Mark | null
}

/** Changes a message that is there already. */
export type CommandFrame = EditFrame | DeleteFrame | ReactionFrame | MarkFrame
/** What is kept until the server has acknowledged or refused it. */
export type KeptFrame = PostFrame | CommandFrame

export type ClientFrame =
  | KeptFrame
  | { type: 'typing'; is_typing: boolean }
  | { type: 'read'; sequence_number: number }
  | { type: 'refresh_token'; token: string }
  | { type: 'ping' }
