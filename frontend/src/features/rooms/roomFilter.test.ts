import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentTypes, severities, statuses } from './room'
import { filterIn, isNarrow, type Order, orders, paramsOf, queryOf, type RoomFilter } from './roomFilter'

const word = fc.string({ unit: 'grapheme', maxLength: 12 })
const filters: fc.Arbitrary<RoomFilter> = fc.record({
  status: fc.constantFrom(null, ...statuses),
  severities: fc.subarray([...severities]),
  types: fc.subarray([...incidentTypes]),
  location: word,
  q: word,
  everyones: fc.boolean(),
  order: fc.constantFrom(...(Object.keys(orders) as Order[])),
})

describe('the filter of the list', () => {
  it('is the same again when its address is opened', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterIn(new URLSearchParams(paramsOf(filter).toString()))).toEqual(filter)
      }),
    )
  })

  it('has an address without anything in it when nothing is chosen', () => {
    const nothing = filterIn(new URLSearchParams())

    expect(paramsOf(nothing).toString()).toBe('')
    expect(isNarrow(nothing)).toBe(false)
  })

  it('overlooks what it does not know', () => {
    const filter = filterIn(new URLSearchParams('status=burning&severity=high&severity=worst&order=random'))

    expect(filter).toMatchObject({ status: null, severities: ['high'], order: 'active' })
  })

  it('asks the server in its own words', () => {
    const filter = filterIn(
      new URLSearchParams('severity=high&severity=critical&type=safety&of=everyone&order=oldest&location=Line+3'),
    )

    expect(queryOf(filter)).toEqual({
      status: undefined,
      severity: 'critical,high',
      incident_type: 'safety',
      location: 'Line 3',
      q: '',
      mine: false,
      sort: 'created_at',
    })
  })
})
