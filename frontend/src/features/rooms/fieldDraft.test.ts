import { describe, expect, it } from 'vitest'
import { BLANK_FIELD, faultsOf, fieldDraftsOf, fieldsOf, isSound } from './fieldDraft'
import { boundPassed, limitsText, type ReadingField } from './readingField'

const draft = (fields: Partial<typeof BLANK_FIELD>) => ({ ...BLANK_FIELD, name: 'temperature', ...fields })
const temperature: ReadingField = {
  name: 'temperature',
  label: '溫度',
  unit: '°C',
  type: 'number',
  low: 60,
  high: 80.5,
  choices: [],
}

describe('an expected reading that is being typed', () => {
  it('says the same after it was shown', () => {
    const guard: ReadingField = { ...temperature, name: 'guard', type: 'choice', low: null, high: null, choices: ['a', 'b'] }

    expect(fieldsOf(fieldDraftsOf([temperature, guard]))).toEqual([temperature, guard])
  })

  it('takes a decimal comma, and lets go of what its type has not', () => {
    expect(fieldsOf([draft({ low: ' 60,5 ', high: '' })])).toMatchObject([{ low: 60.5, high: null, unit: null }])
    expect(fieldsOf([draft({ type: 'choice', low: '60', choices: '開、關, 開' })])).toMatchObject([
      { low: null, choices: ['開', '關'] },
    ])
  })

  it.each([
    [draft({ name: ' ' }), { name: 'nameMissing' }],
    [draft({ low: 'warm' }), { low: 'noNumber' }],
    [draft({ low: '80', high: '60' }), { high: 'belowLow' }],
    [draft({ type: 'choice' }), { choices: 'choicesMissing' }],
    [draft({ unit: 'x'.repeat(21) }), { unit: { atMost: 20 } }],
    [draft({ low: '60', high: '60' }), {}],
  ])('%j has the faults %j', (typed, faults) => {
    expect(faultsOf([typed])).toEqual([faults])
    expect(isSound([typed])).toBe(Object.keys(faults).length === 0)
  })

  it('has a name of its own', () => {
    expect(faultsOf([draft({}), draft({ name: 'temperature ' })])).toEqual([{}, { name: 'nameTwice' }])
  })
})

describe('limits', () => {
  it('are passed beyond them, not at them', () => {
    expect([59.9, 60, 80.5, 80.6].map((value) => boundPassed(temperature, value))).toEqual(['low', null, null, 'high'])
  })

  it('are told with their unit', () => {
    expect(limitsText(temperature, 'en')).toBe('60 – 80.5 °C')
    expect(limitsText({ ...temperature, low: null }, 'en')).toBe('≤ 80.5 °C')
    expect(limitsText({ ...temperature, high: null, unit: null }, 'en')).toBe('≥ 60')
    expect(limitsText({ ...temperature, low: null, high: null }, 'en')).toBe('')
  })
})
