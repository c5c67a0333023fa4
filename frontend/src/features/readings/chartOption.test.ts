import { describe, expect, it } from 'vitest'
import { optionFor } from './chartOption'

const point = (value: number) => ({ t: '2026-11-22T03:00:00.000Z', n: 1, min: value, max: value, avg: value, last: value })
const names = { avg: 'Mean', min: 'Lowest', max: 'Highest', low: 'Low limit', high: 'High limit' }
const drawn = (limits?: { low: number | null; high: number | null }) => {
  const option = optionFor([point(70), point(92)], 1000, names, getComputedStyle(document.body), 'en', limits)
  const [, , line] = option.series as { data: { symbol?: string }[]; markLine: { data: { yAxis: number }[] } }[]
  return { symbols: line?.data.map(({ symbol }) => symbol), lines: line?.markLine.data, axis: option.yAxis }
}

describe('the chart of a reading', () => {
  it('draws its limits as named lines, and what passes them as another sign', () => {
    const { symbols, lines, axis } = drawn({ low: null, high: 80 })

    expect(symbols).toEqual([undefined, 'triangle'])
    expect(lines).toMatchObject([{ yAxis: 80, label: { formatter: 'High limit 80' } }])
    expect(axis).toHaveProperty('max')
  })

  it('draws none where there are none', () => {
    const { symbols, lines, axis } = drawn()

    expect([symbols, lines]).toEqual([[undefined, undefined], []])
    expect(axis).not.toHaveProperty('max')
  })
})
