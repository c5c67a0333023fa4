import type { Entry } from './entries'
import type { ChangeFrame } from './frames'
import type { Reaction } from './history'

/** The entry after the change; the same entry if its state already includes it. */
export function changed(entry: Entry, frame: ChangeFrame, me: string): Entry {
  if (entry.kind !== 'message' || frame.sequence_number <= entry.asOf) return entry
  const asOf = frame.sequence_number
  switch (frame.type) {
    case 'message_edited':
      // A replayed edit of what was deleted later must not bring text back.
      if (entry.deleted_at != null) return { ...entry, asOf }
      return {
        ...entry,
        asOf,
        content: frame.content,
        mentions: frame.mentions,
        edited_at: frame.edited_at,
        out_of_bounds: frame.out_of_bounds,
        wrong_type: frame.wrong_type,
      }
    case 'message_deleted':
      return { ...entry, asOf, content: null, deleted_at: frame.deleted_at, reactions: [], mark: null, out_of_bounds: null, wrong_type: null }
    case 'reaction_added':
    case 'reaction_removed': {
      const mineNow = frame.user_id === me ? { [frame.emoji]: frame.type === 'reaction_added' } : {}
      return { ...entry, asOf, reactions: recounted(entry.reactions, frame.reactions, mineNow) }
    }
    case 'message_marked':
      return { ...entry, asOf, mark: frame.mark }
  }
}

function recounted(
  before: readonly Reaction[],
  counts: Record<string, number>,
  mineNow: Record<string, boolean>,
): Reaction[] {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([emoji, count]) => ({
      emoji,
      count,
      mine: mineNow[emoji] ?? before.some((reaction) => reaction.emoji === emoji && reaction.mine),
    }))
}
