import { describe, expect, it } from 'vitest'
import type { Mark } from '../../realtime/marks'
import type { PendingCommand } from '../../realtime/pending'
import { withOwnMark } from './ownMark'

const marking = (mark: Mark | null, state: PendingCommand['state'] = 'sending'): PendingCommand => ({
  frame: { type: 'mark', client_msg_id: 'c1', message_id: 'm1', mark },
  at: '2026-11-22T03:00:00.000Z',
  state,
  code: null,
  sequence: null,
})

describe('the mark of a message', () => {
  it.each([
    ['is the one in the record', 'action', [], 'action'],
    ['is one’s own as soon as it is on its way', null, [marking('decision')], 'decision'],
    ['is gone as soon as it is taken away', 'action', [marking(null)], null],
    ['is the last of one’s own', 'action', [marking(null), marking('measurement', 'sent')], 'measurement'],
    ['stays when one’s own was refused', 'action', [marking('decision', 'failed')], 'action'],
    ['is none when nobody here knows it', 'risk', [], null],
  ] as const)('%s', (_, recorded, commands, shown) => {
    expect(withOwnMark(recorded, commands)).toBe(shown)
  })
})
