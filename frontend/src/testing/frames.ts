import type { PostFrame } from '../realtime/clientFrames'
import type { MessageFrame } from '../realtime/frames'
import type { HistoryPage } from '../realtime/history'

export const ME = 'li.wei@plant.example'
export const OTHER = 'chen.mei@plant.example'

export function message(sequence: number, fields: Partial<MessageFrame> = {}): MessageFrame {
  return {
    type: 'message',
    room_id: 'room',
    sequence_number: sequence,
    message_id: `m${sequence}`,
    sender_id: OTHER,
    sender_name: '陳美',
    message_type: 'text',
    content: `text ${sequence}`,
    mentions: [],
    created_at: new Date(Date.UTC(2026, 10, 22, 3, 0, sequence)).toISOString(),
    ...fields,
  }
}

/** A page of history, newest first as the server gives it. */
export function page(messages: MessageFrame[], last: number, before: number | null = null): HistoryPage {
  return {
    items: [...messages].reverse().map((each) => ({ ...each, reactions: [] })),
    pagination: { has_more: before !== null, next_before: before, last_sequence_number: last },
  }
}

export function post(id: string, content = 'on my way'): PostFrame {
  return { type: 'message', client_msg_id: id, message_type: 'text', content }
}
