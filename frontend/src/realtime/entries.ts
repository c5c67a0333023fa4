import type { SystemEventFrame } from './frames'
import type { StoredMessage } from './history'

export interface MessageEntry extends StoredMessage {
  kind: 'message'
  /** The number of the last change that this state includes. */
  asOf: number
}

export interface EventEntry extends Omit<SystemEventFrame, 'type' | 'room_id'> {
  kind: 'event'
  asOf: number
}

export type Entry = MessageEntry | EventEntry

/** Sorted by number, each number once; of two the first is kept. */
export function inOrder(entries: readonly Entry[]): Entry[] {
  const sorted = [...entries].sort((a, b) => a.sequence_number - b.sequence_number)
  return sorted.filter((entry, index) => sorted[index - 1]?.sequence_number !== entry.sequence_number)
}
