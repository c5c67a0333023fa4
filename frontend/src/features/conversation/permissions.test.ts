import { describe, expect, it } from 'vitest'
import type { MessageEntry } from '../../realtime/entries'
import { ME, message, OTHER } from '../../testing/frames'
import { allowedOn } from './permissions'
import { writingIn } from './writing'

const posted = Date.parse(message(1).created_at)
const soon = posted + 60_000
const entry = (fields: Partial<MessageEntry> = {}): MessageEntry => ({
  ...message(1),
  kind: 'message',
  reactions: [],
  asOf: 1,
  ...fields,
})
const mine = entry({ sender_id: ME })
const theirs = entry({ sender_id: OTHER })

describe('what one may do with a message', () => {
  it.each([
    ['OWNER', mine, { react: true, reply: true, edit: true, mark: true, delete: true }],
    ['OWNER', theirs, { react: true, reply: true, edit: false, mark: true, delete: true }],
    ['ADMIN', theirs, { react: true, reply: true, edit: false, mark: true, delete: true }],
    ['EDITOR', mine, { react: true, reply: true, edit: true, mark: true, delete: true }],
    ['EDITOR', theirs, { react: true, reply: true, edit: false, mark: true, delete: false }],
    ['VIEWER', theirs, { react: true, reply: false, edit: false, mark: false, delete: false }],
    ['VIEWER', mine, { react: true, reply: false, edit: false, mark: false, delete: true }],
  ] as const)('as %s, message by %o', (role, about, allowed) => {
    const writing = writingIn('active', role)

    expect(allowedOn(about, { me: ME, role, writing }, soon)).toEqual(allowed)
  })

  it('editing ends after 15 minutes', () => {
    const standing = { me: ME, role: 'EDITOR', writing: 'allowed' } as const

    expect(allowedOn(mine, standing, posted + 15 * 60_000 - 1).edit).toBe(true)
    expect(allowedOn(mine, standing, posted + 15 * 60_000).edit).toBe(false)
  })

  it('is nothing in an archived room, and with what was deleted', () => {
    const nothing = { react: false, reply: false, edit: false, mark: false, delete: false }
    const deleted = entry({ sender_id: ME, content: null, deleted_at: '2026-11-22T03:05:00.000Z' })

    expect(allowedOn(mine, { me: ME, role: 'OWNER', writing: 'archived' }, soon)).toEqual(nothing)
    expect(allowedOn(deleted, { me: ME, role: 'OWNER', writing: 'allowed' }, soon)).toEqual(nothing)
  })
})
