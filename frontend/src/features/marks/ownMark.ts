import { knownMark, type Mark } from '../../realtime/marks'
import type { PendingCommand } from '../../realtime/pending'

/** The mark as it will be once one's own, still on its way, is in the record. */
export function withOwnMark(mark: string | null | undefined, commands: readonly PendingCommand[]): Mark | null {
  let shown = knownMark(mark)
  for (const { frame, state } of commands) {
    if (state !== 'failed' && frame.type === 'mark') shown = frame.mark
  }
  return shown
}
