import { expect, it } from 'vitest'
import { ME, message, OTHER, page } from '../../testing/frames'
import { emptyTimeline, reduceTimeline } from '../../realtime/timeline'
import { readBy } from './readBy'

const WANG = 'wang.fang@plant.example'
const { entries } = reduceTimeline(emptyTimeline(ME), {
  type: 'newest_loaded',
  page: page([message(1, { sender_id: ME }), message(2), message(4, { sender_id: ME }), message(6, { sender_id: ME })], 6),
})

it('each reader is shown where their reading has come to, and never at their own message', () => {
  // 5 is the number of an edit.
  const marks = readBy(entries, new Map([[WANG, 5], [ME, 6]]), ME)

  expect([...marks]).toEqual([['m4', [WANG]]])
})

it('whoever has said something later than they were known to have read has read up to there', () => {
  const marks = readBy(entries, new Map([[OTHER, 1], [WANG, 6]]), ME)

  expect([...marks]).toEqual([['m6', [WANG]]])
})
