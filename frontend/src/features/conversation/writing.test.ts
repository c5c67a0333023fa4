import { describe, expect, it } from 'vitest'
import { writingIn } from './writing'

describe('writing in a room', () => {
  it.each(['OWNER', 'EDITOR', 'ADMIN'] as const)('is for an %s', (role) => {
    expect(writingIn('active', role)).toBe('allowed')
    expect(writingIn('resolved', role)).toBe('allowed')
  })

  it('is not for a viewer', () => {
    expect(writingIn('active', 'VIEWER')).toBe('viewer')
  })

  it('is for nobody once the room is archived', () => {
    expect(writingIn('archived', 'OWNER')).toBe('archived')
    expect(writingIn('archived', 'VIEWER')).toBe('archived')
  })
})
