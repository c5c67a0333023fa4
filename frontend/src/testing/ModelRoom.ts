import type { DurableFrame } from '../realtime/frames'
import type { HistoryPage } from '../realtime/history'
import type { Mark } from '../realtime/marks'
import { ME, message, OTHER } from './frames'

/** What somebody does in a room; `target` picks one of the messages there are. */
export type Deed =
  | { do: 'post'; by: string }
  | { do: 'edit' | 'delete'; target: number }
  | { do: 'react'; target: number; by: string; emoji: string }
  | { do: 'mark'; target: number; by: string; mark: Mark | null }

interface Stored {
  sequence: number
  sender: string
  content: string | null
  editedAt: string | null
  deletedAt: string | null
  reactions: Map<string, Set<string>>
  mark: Mark | null
}

/** A room as the server keeps it: the frames it sends, and the history it shows after any of them. */
export class ModelRoom {
  readonly frames: DurableFrame[] = []
  readonly #states: Stored[][] = [[]]

  constructor(deeds: readonly Deed[]) {
    for (const deed of deeds) this.#does(deed)
  }

  get last(): number {
    return this.frames.length
  }

  /** `GET …/messages` when `asOf` was the last number: the newest before `before`, newest first. */
  page(asOf: number, limit: number, before = Infinity): HistoryPage {
    const all = (this.#states[asOf] ?? []).filter(({ sequence }) => sequence < before)
    const shown = all.slice(Math.max(0, all.length - limit))
    return {
      items: shown.map(view).reverse(),
      pagination: {
        has_more: all.length > shown.length,
        next_before: all.length > shown.length ? (shown[0]?.sequence ?? null) : null,
        last_sequence_number: asOf,
      },
    }
  }

  #does(deed: Deed): void {
    const sequence = this.last + 1
    const messages = (this.#states.at(-1) ?? []).map(copy)
    const target = deed.do === 'post' ? undefined : messages[deed.target % Math.max(1, messages.length)]
    const at = new Date(Date.UTC(2026, 10, 22, 4, 0, sequence)).toISOString()
    if (deed.do === 'post') {
      const content = `text ${sequence}`
      messages.push({ sequence, sender: deed.by, content, editedAt: null, deletedAt: null, reactions: new Map(), mark: null })
      this.frames.push(message(sequence, { sender_id: deed.by }))
    } else if (target === undefined || target.deletedAt !== null) {
      return
    } else {
      this.frames.push(changeOf(target, deed, sequence, at))
    }
    this.#states.push(messages)
  }
}

function changeOf(target: Stored, deed: Exclude<Deed, { do: 'post' }>, sequence: number, at: string): DurableFrame {
  const about = { room_id: 'room', sequence_number: sequence, message_id: `m${target.sequence}` }
  switch (deed.do) {
    case 'edit':
      target.content = `edited ${sequence}`
      target.editedAt = at
      return {
        type: 'message_edited',
        ...about,
        content: target.content,
        mentions: [],
        edited_at: at,
        edited_by: target.sender,
      }
    case 'delete':
      target.content = null
      target.deletedAt = at
      target.reactions.clear()
      target.mark = null
      return { type: 'message_deleted', ...about, deleted_at: at, deleted_by: target.sender }
    case 'mark':
      target.mark = deed.mark
      return { type: 'message_marked', ...about, mark: deed.mark, marked_by: deed.by }
    case 'react': {
      const by = target.reactions.get(deed.emoji) ?? new Set()
      const added = !by.delete(deed.by)
      if (added) by.add(deed.by)
      target.reactions.set(deed.emoji, by)
      return {
        type: added ? 'reaction_added' : 'reaction_removed',
        ...about,
        emoji: deed.emoji,
        user_id: deed.by,
        reactions: Object.fromEntries([...target.reactions].map(([emoji, who]) => [emoji, who.size])),
      }
    }
  }
}

function view(stored: Stored): HistoryPage['items'][number] {
  return {
    ...message(stored.sequence, { sender_id: stored.sender }),
    content: stored.content,
    edited_at: stored.editedAt,
    deleted_at: stored.deletedAt,
    mark: stored.mark,
    reactions: [...stored.reactions]
      .filter(([, by]) => by.size > 0)
      .map(([emoji, by]) => ({ emoji, count: by.size, mine: by.has(ME) })),
  }
}

function copy(stored: Stored): Stored {
  return { ...stored, reactions: new Map([...stored.reactions].map(([emoji, by]) => [emoji, new Set(by)])) }
}

export const people = [ME, OTHER] as const
