import { describe, expect, it } from 'vitest'
import { aRoom } from '../../testing/rooms'
import { changesIn, draftOf, faultsIn, rebase, saved, takingTheirs, typing } from './draft'

const room = aRoom({ version: 3, title: 'Oven', location: null, severity: 'high' })

describe('a draft of the details', () => {
  it('sends what was touched and nothing else', () => {
    const draft = typing(typing(draftOf(room), 'location', 'Line 5'), 'severity', 'low')

    expect(changesIn(draft)).toEqual({ location: 'Line 5', severity: 'low' })
    expect(changesIn(typing(draft, 'location', ''))).toEqual({ severity: 'low' })
  })

  it('follows the room where nothing was typed, and keeps what was', () => {
    const draft = typing(draftOf(room), 'location', 'Line 5')

    const next = rebase(draft, { ...room, version: 4, title: 'Oven too hot' })

    expect(next.typed).toMatchObject({ title: 'Oven too hot', location: 'Line 5' })
    expect(changesIn(next)).toEqual({ location: 'Line 5' })
    expect(next).toMatchObject({ version: 4, theirs: {} })
  })

  it('keeps what was typed where others have put something else, and tells what', () => {
    const draft = typing(draftOf(room), 'title', 'Oven cold')

    const next = rebase(draft, { ...room, version: 4, title: 'Oven too hot' })

    expect(next.typed.title).toBe('Oven cold')
    expect(next.theirs).toEqual({ title: 'Oven too hot' })
    expect(rebase(next, { ...room, version: 5, title: 'Oven too hot' }).theirs).toEqual({ title: 'Oven too hot' })
  })

  it('has nothing left to decide when others have put the same', () => {
    const draft = typing(draftOf(room), 'title', 'Oven too hot')

    const next = rebase(draft, { ...room, version: 4, title: 'Oven too hot' })

    expect([changesIn(next), next.theirs]).toEqual([{}, {}])
  })

  it('can take what others have put', () => {
    const draft = rebase(typing(draftOf(room), 'title', 'Oven cold'), { ...room, version: 4, title: 'Oven too hot' })

    const next = takingTheirs(draft, 'title')

    expect(next.typed.title).toBe('Oven too hot')
    expect([changesIn(next), next.theirs]).toEqual([{}, {}])
  })

  it('keeps what was typed while it was being saved', () => {
    const sent = typing(draftOf(room), 'title', 'Oven cold')

    const next = saved(typing(sent, 'location', 'Line 5'), sent.typed, { ...room, version: 4, title: 'Oven cold' })

    expect(changesIn(next)).toEqual({ location: 'Line 5' })
  })

  it('is not sent without a title, or with more than the server takes', () => {
    expect(faultsIn(typing(draftOf(room), 'title', '  '))).toEqual({ title: 'missing' })
    expect(faultsIn(typing(draftOf(room), 'location', '🔥'.repeat(200)))).toEqual({})
    expect(faultsIn(typing(draftOf(room), 'location', '🔥'.repeat(201)))).toEqual({ location: 200 })
  })
})
