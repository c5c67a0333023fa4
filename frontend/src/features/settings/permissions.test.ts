import { describe, expect, it } from 'vitest'
import { type Allowed, allowedIn } from './permissions'

const may = (allowed: Allowed) => Object.entries(allowed).flatMap(([what, is]) => (is ? [what] : []))

describe('what one may do with a room', () => {
  it.each([
    ['active', 'OWNER', ['edit', 'resolve', 'manageMembers', 'tick', 'leave', 'delete', 'seal']],
    ['active', 'EDITOR', ['tick', 'leave']],
    ['active', 'VIEWER', ['leave']],
    ['resolved', 'OWNER', ['edit', 'reopen', 'archive', 'manageMembers', 'tick', 'leave', 'delete', 'seal']],
    ['resolved', 'EDITOR', ['tick', 'leave']],
    ['archived', 'OWNER', ['delete', 'seal']],
    ['archived', 'ADMIN', ['delete', 'seal']],
    ['archived', 'VIEWER', []],
  ] as const)('in an %s one as %s', (status, role, allowed) => {
    expect(may(allowedIn({ status, my_role: role }, true))).toEqual(allowed)
  })

  it('is all but leaving for an admin who is no member', () => {
    expect(may(allowedIn({ status: 'active', my_role: 'ADMIN' }, false))).toEqual([
      'edit',
      'resolve',
      'manageMembers',
      'tick',
      'delete',
      'seal',
    ])
  })
})
