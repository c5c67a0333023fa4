import type { Notification } from '../notifications/notification'
import type { FeedFrame } from '../rooms/feed'
import type { Room } from '../rooms/room'

/** Something that happened elsewhere, worth a word. */
export type Notice =
  | { kind: 'mentioned'; roomId: string; messageId: string; sender: string; excerpt: string }
  | { kind: 'invited'; roomId: string; title: string }
  | { kind: 'status'; roomId: string; title: string; status: Room['status'] }
  | { kind: 'severity'; roomId: string; title: string; severity: Room['severity'] }
  | { kind: 'notified'; roomId: string; notification: Notification }
  | { kind: 'removed'; title: string }

/**
 * What to tell about a frame of the feed; null for nothing. `before`: the room as this client last knew it, undefined
 * if it never did. `known`: whether the client knows all rooms there were.
 */
export function noticeOf(frame: FeedFrame, before: Room | undefined, isMember: boolean): Notice | null {
  switch (frame.type) {
    case 'mentioned':
      return {
        kind: 'mentioned',
        roomId: frame.room_id,
        messageId: frame.message_id,
        sender: frame.sender_name,
        excerpt: frame.excerpt,
      }
    case 'room_changed': {
      const { room_id: roomId, title, status, severity } = frame
      if (!isMember) return { kind: 'invited', roomId, title }
      if (before === undefined) return null
      if (before.status !== status) return { kind: 'status', roomId, title, status }
      return before.severity === severity ? null : { kind: 'severity', roomId, title, severity }
    }
    case 'room_removed':
      return before === undefined ? null : { kind: 'removed', title: before.title }
    case 'notification':
      // Of the others it is told by a frame of their own, also to those who want them in no list.
      return frame.kind === 'out_of_bounds' || frame.kind === 'escalation'
        ? { kind: 'notified', roomId: frame.room_id, notification: frame }
        : null
    default:
      return null
  }
}
