import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeServer, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { ReadingsForm } from './ReadingsForm'
import { fieldsOf } from './readingQueries'
import { isTooLarge, valuesOf } from './values'

function setUp() {
  fakeServer(() =>
    json({ items: [{ content: { temperature: 85 } }], pagination: { limit: 100, has_more: false, next: null } }),
  )
  const reported: object[] = []
  renderInApp(<ReadingsForm roomId="room" onClose={() => undefined} onReport={(values) => reported.push(values)} />)
  return { reported, user: userEvent.setup() }
}
const names = () => screen.getAllByRole('combobox', { name: 'Name' })
const report = () => screen.getByRole('button', { name: 'Report' })

describe('the form for readings', () => {
  it('reports numbers as numbers, and offers the names used before', async () => {
    const { reported, user } = setUp()

    await screen.findAllByRole('combobox', { name: 'Name' })
    await user.click(names()[0] ?? document.body)
    await user.click(await screen.findByRole('option', { name: 'temperature' }))
    await user.type(screen.getByLabelText('Value'), '85,5')
    await user.click(report())

    expect(reported).toEqual([{ temperature: 85.5 }])
  })

  it('says what is missing in which line, and reports nothing', async () => {
    const { reported, user } = setUp()

    await user.click(report())
    expect(screen.getByRole('alert')).toHaveTextContent('Enter at least one reading.')
    await user.type(names()[0] ?? document.body, 'line')
    expect(screen.getByLabelText('Value')).toHaveAccessibleDescription(/Enter a value/)
    await user.click(screen.getByRole('button', { name: 'Another reading' }))
    await user.type(names()[1] ?? document.body, 'line')

    expect(names()[1]).toHaveAccessibleDescription(/used twice/)
    expect(reported).toEqual([])
  })
})

describe('what was typed', () => {
  it.each([
    ['85', 85],
    ['-3.5', -3.5],
    ['1,25', 1.25],
    ['0', 0],
    // A part number, a time and a word stay what they are.
    ['007', '007'],
    ['1e5', '1e5'],
    ['09:40', '09:40'],
    ['高', '高'],
  ])('%j becomes %j', (typed, value) => {
    expect(valuesOf([{ key: 0, name: ' x ', value: typed }])).toEqual({ x: value })
  })

  it('is too large beyond what the server takes, counted in bytes', () => {
    expect(isTooLarge({ note: '溫'.repeat(5_400) })).toBe(false)
    expect(isTooLarge({ note: '溫'.repeat(5_500) })).toBe(true)
  })
})

it('a field that was ever a number can be drawn', () => {
  expect(fieldsOf([{ temperature: 85, line: '3' }, { line: 4 }, { note: 'x' }, 'no object'])).toEqual({
    numeric: ['temperature', 'line'],
    other: ['note'],
  })
})
