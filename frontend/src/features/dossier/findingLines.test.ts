import i18next from 'i18next'
import { expect, test } from 'vitest'
import type { Finding } from './finding'
import { findingLines } from './findingLines'

const changed = (event: number): Finding => ({ kind: 'event_changed', event })

test('neighbours are told of in one line', () => {
  const t = i18next.getFixedT('en')

  expect(
    findingLines([changed(2), changed(3), changed(4), changed(7), { kind: 'event_added', line: 8 }], t),
  ).toEqual([
    'Events 2 to 4 were changed.',
    'Event 7 was changed.',
    'Line 8 of events.jsonl was added.',
  ])
})

test('what was done to files is told with their names', () => {
  const t = i18next.getFixedT('zh-TW')

  expect(findingLines([{ kind: 'file_removed', file: 'report.pdf' }, { kind: 'chain_broken' }], t)).toEqual([
    'report.pdf 被移除。',
    '清單的雜湊鏈結尾不符。',
  ])
})
