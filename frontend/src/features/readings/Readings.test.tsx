import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { fakeServer, json } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import type { ReadingField } from '../rooms/readingField'
import { Readings } from './Readings'
import { ReadingsForm } from './ReadingsForm'

const none = { label: null, unit: null, low: null, high: null, choices: [] }
const fields: ReadingField[] = [
  { ...none, name: 'temperature', label: 'Oven', unit: '°C', type: 'number', low: 60, high: 80 },
  { ...none, name: 'pieces', type: 'integer', low: 0 },
  { ...none, name: 'guard_open', type: 'boolean' },
  { ...none, name: 'shift', type: 'choice', choices: ['day', 'night'] },
]

beforeEach(() => {
  fakeServer(() => json({ items: [], pagination: { limit: 100, has_more: false, next: null } }))
})

function open() {
  const reported: object[] = []
  renderInApp(
    <ReadingsForm roomId="room" fields={fields} onClose={() => undefined} onReport={(values) => reported.push(values)} />,
  )
  return { reported, user: userEvent.setup() }
}

describe('the form of a room that expects readings', () => {
  it('offers them with unit and limits, and reports each as its type has it', async () => {
    const { reported, user } = open()
    const temperature = screen.getByLabelText('Oven (°C)')
    expect(temperature).toHaveAccessibleDescription('60 – 80 °C')

    await user.type(temperature, '75,5')
    await user.type(screen.getByLabelText('pieces'), '12')
    await user.selectOptions(screen.getByLabelText('guard open'), 'Yes')
    await user.selectOptions(screen.getByLabelText('shift'), 'night')
    await user.click(screen.getByRole('button', { name: 'Report' }))

    expect(reported).toEqual([{ temperature: 75.5, pieces: 12, guard_open: true, shift: 'night' }])
  })

  it('marks what is out of bounds or of another kind, and reports it all the same', async () => {
    const { reported, user } = open()

    await user.type(screen.getByLabelText('Oven (°C)'), '92')
    await user.type(screen.getByLabelText('pieces'), '1.5')

    expect(screen.getByLabelText('Oven (°C)')).toHaveAccessibleDescription(/Above the high limit/)
    expect(screen.getByLabelText('pieces')).toHaveAccessibleDescription(/Not a whole number/)
    await user.click(screen.getByRole('button', { name: 'Report' }))
    expect(reported).toEqual([{ temperature: 92, pieces: 1.5 }])
  })

  it('takes further readings, under other names', async () => {
    const { reported, user } = open()

    await user.type(screen.getByLabelText('pieces'), '3')
    await user.click(screen.getByRole('button', { name: 'Another reading' }))
    const name = screen.getByRole('combobox', { name: 'Name' })
    await user.type(name, 'pieces')
    await user.type(screen.getByLabelText('Value'), '5')
    await user.click(screen.getByRole('button', { name: 'Report' }))
    expect(name).toHaveAccessibleDescription(/used twice/)
    await user.type(name, '_left')
    await user.click(screen.getByRole('button', { name: 'Report' }))

    expect(reported).toEqual([{ pieces: 3, pieces_left: 5 }])
  })
})

describe('readings in the timeline', () => {
  it('say in words which limit was passed when they were reported, and what was not expected', () => {
    renderInApp(
      <Readings
        readings={{ temperature: 92.5, pieces: 'many', line: '3' }}
        fields={fields}
        outOfBounds={[{ field: 'temperature', value: 92.5, unit: '°C', limit: 80, bound: 'high' }]}
        wrongType={['pieces']}
      />,
    )

    const [oven, pieces, line] = screen.getAllByRole('term').map((term) => term.parentElement)
    expect(oven).toHaveTextContent('Oven92.5 °Cabove 80 °C')
    expect(pieces).toHaveTextContent('piecesmanynot what is expected here')
    expect(line).toHaveTextContent('line3')
    expect(line).not.toHaveAttribute('data-marked')
  })
})
