import type { CommandFrame, KeptFrame, PostFrame } from './clientFrames'
import type { AckFrame, ErrorFrame } from './frames'

/** A frame of this client on its way; gone from the timeline once its effect is in the record. */
export interface Pending<F extends KeptFrame = KeptFrame> {
  frame: F
  /** When it was written, by this device's clock. */
  at: string
  /** `sent` is acknowledged: committed, its own frame still to come. */
  state: 'sending' | 'sent' | 'failed'
  /** Why it failed. */
  code: string | null
  /** Its number, once acknowledged. */
  sequence: number | null
}
export type PendingMessage = Pending<PostFrame>
export type PendingCommand = Pending<CommandFrame>

export function isMessage(pending: Pending): pending is PendingMessage {
  return pending.frame.type === 'message'
}

export function isCommand(pending: Pending): pending is PendingCommand {
  return pending.frame.type !== 'message'
}

/** `through`: everything up to this number has been applied; null as long as there is no history. */
export function acknowledged(list: readonly Pending[], ack: AckFrame, through: number | null): readonly Pending[] {
  if (ack.client_msg_id == null) return list
  const sequence = ack.sequence_number ?? null
  return without(
    list.map((each) =>
      each.frame.client_msg_id === ack.client_msg_id ? { ...each, state: 'sent', code: null, sequence } : each,
    ),
    (each) =>
      each.state === 'sent' &&
      // A retry's ack names the first number, which may be older than what is on the screen.
      ((each.sequence !== null && through !== null && each.sequence <= through) ||
        // A command that changed nothing has no number; a message always gets one.
        (each.sequence === null && isCommand(each))),
  )
}

export function refused(list: readonly Pending[], error: ErrorFrame): readonly Pending[] {
  return list.map((each) =>
    each.frame.client_msg_id === error.client_msg_id ? { ...each, state: 'failed', code: error.code } : each,
  )
}

export function retried(list: readonly Pending[], clientMsgId: string): readonly Pending[] {
  return list.map((each) =>
    each.frame.client_msg_id === clientMsgId ? { ...each, state: 'sending', code: null } : each,
  )
}

export function withoutId(list: readonly Pending[], clientMsgId: string | null | undefined): readonly Pending[] {
  return clientMsgId == null ? list : without(list, ({ frame }) => frame.client_msg_id === clientMsgId)
}

/** What was acknowledged under a number up to this one stands in the record by now. */
export function reached(list: readonly Pending[], through: number): readonly Pending[] {
  return without(list, ({ sequence }) => sequence !== null && sequence <= through)
}

/** The same list if nothing of it goes, so that nothing is drawn again. */
function without(list: readonly Pending[], gone: (pending: Pending) => boolean): readonly Pending[] {
  return list.some(gone) ? list.filter((each) => !gone(each)) : list
}
