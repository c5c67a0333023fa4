import type { Reaction } from '../../realtime/history'
import type { PendingCommand } from '../../realtime/pending'

/** Reactions as they will be once one's own, still on their way, are in the record. */
export function withOwn(reactions: readonly Reaction[], commands: readonly PendingCommand[]): Reaction[] {
  const shown = new Map(reactions.map((reaction) => [reaction.emoji, reaction]))
  for (const { frame, state } of commands) {
    if (state === 'failed' || (frame.type !== 'add_reaction' && frame.type !== 'remove_reaction')) continue
    const mine = frame.type === 'add_reaction'
    const known = shown.get(frame.emoji) ?? { emoji: frame.emoji, count: 0, mine: false }
    if (known.mine !== mine) shown.set(frame.emoji, { ...known, mine, count: known.count + (mine ? 1 : -1) })
  }
  return [...shown.values()].filter(({ count }) => count > 0)
}
