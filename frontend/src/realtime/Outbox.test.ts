import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { post } from '../testing/frames'
import { MemoryOutboxStore } from '../testing/MemoryOutboxStore'
import { Outbox } from './Outbox'
import { BrowserOutboxStore, type OutboxStore } from './outboxStore'

beforeEach(() => new BrowserOutboxStore().clear())

describe.each<[string, () => OutboxStore]>([
  ['the browser', () => new BrowserOutboxStore()],
  ['memory', () => new MemoryOutboxStore()],
])('an outbox kept by %s', (_, makeStore) => {
  /** The page is loaded anew: nothing is left of the old one but its store. */
  async function reloaded(store: OutboxStore, box = 'li.wei room') {
    const outbox = new Outbox(box, store)
    await outbox.load()
    return outbox
  }

  it('brings back what was not acknowledged, in the order in which it was written', async () => {
    const store = makeStore()
    const outbox = await reloaded(store)
    for (const id of ['c3', 'c1', 'c2']) outbox.put(post(id))
    outbox.settle('c1')

    const after = await reloaded(store)

    expect(after.unacknowledged()).toEqual([post('c3'), post('c2')])
  })

  it('remembers what was refused, and why, until its author has decided', async () => {
    const store = makeStore()
    const outbox = await reloaded(store)
    outbox.put(post('c1'))
    outbox.refuse('c1', 'room_archived')

    const after = await reloaded(store)
    expect(after.unacknowledged()).toEqual([])
    expect(after.kept()).toMatchObject([{ frame: post('c1'), refused: 'room_archived' }])

    after.put(post('c1'))
    expect((await reloaded(store)).unacknowledged()).toEqual([post('c1')])
  })

  it('keeps one room and one user from another', async () => {
    const store = makeStore()
    const outbox = await reloaded(store)
    outbox.put(post('c1'))

    expect((await reloaded(store, 'chen.mei room')).kept()).toEqual([])
    expect((await reloaded(store, 'li.wei other')).kept()).toEqual([])
  })

  it('keeps what is written while the store is still being read', async () => {
    const store = makeStore()
    ;(await reloaded(store)).put(post('c1'))

    const outbox = new Outbox('li.wei room', store)
    const loading = outbox.load()
    outbox.put(post('c2'))
    await loading

    expect(outbox.unacknowledged()).toEqual([post('c1'), post('c2')])
  })
})

describe('an outbox without any store', () => {
  it('still keeps what is written as long as the page lives', async () => {
    const away = () => Promise.reject(new Error('no IndexedDB in this window'))
    const outbox = new Outbox('box', { load: away, save: away, remove: away, clear: away })
    await outbox.load()

    outbox.put(post('c1'))
    outbox.put(post('c2'))
    outbox.settle('c1')

    expect(outbox.unacknowledged()).toEqual([post('c2')])
  })
})
