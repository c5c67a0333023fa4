import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { EditedRoom } from '../../testing/editedRoom'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import type { ReadingField } from '../rooms/readingField'
import { FieldsCard } from './FieldsCard'

const temperature: ReadingField = {
  name: 'temperature',
  label: null,
  unit: '°C',
  type: 'number',
  low: 60,
  high: 80,
  choices: [],
}
const room = aRoom({ fields: [temperature], version: 3, my_role: 'OWNER' })
let server: EditedRoom

beforeEach(() => {
  server = new EditedRoom(room)
})

const raiseLimit = async () => {
  await userEvent.clear(screen.getByLabelText('High limit'))
  await userEvent.type(screen.getByLabelText('High limit'), '90')
  await userEvent.click(screen.getByRole('button', { name: 'Save readings' }))
}

describe('the expected readings in the settings', () => {
  it('are changed by an owner', async () => {
    renderInApp(<FieldsCard room={room} mayEdit />)

    await raiseLimit()

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches).toEqual([{ fields: [{ ...temperature, high: 90 }], version: 3 }])
  })

  it('are not sent with a fault, which is named', async () => {
    renderInApp(<FieldsCard room={room} mayEdit />)

    await userEvent.click(screen.getByRole('button', { name: 'Add a reading' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save readings' }))

    expect(screen.getAllByLabelText('Name in the data')[1]).toHaveAccessibleDescription('Give it a name.')
    expect(server.patches).toEqual([])
  })

  it('are saved over a change of something else, of which nobody need know', async () => {
    renderInApp(<FieldsCard room={room} mayEdit />)
    server.now = { ...room, title: 'Other', version: 5 }

    await raiseLimit()

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches).toMatchObject([{ version: 3 }, { version: 5 }])
  })

  it('are not put over those of others unknowingly', async () => {
    renderInApp(<FieldsCard room={room} mayEdit />)
    server.now = { ...room, fields: [{ ...temperature, high: 70 }], version: 5 }

    await raiseLimit()
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed the same field')
    expect(screen.getByText('Meanwhile changed to: temperature 60 – 70 °C')).toBeInTheDocument()
    expect(screen.getByLabelText('High limit')).toHaveValue('90')
    await userEvent.click(screen.getByRole('button', { name: 'Save readings' }))

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches).toMatchObject([{ version: 3 }, { version: 5 }])
  })

  it('are shown to everybody else with their limits', () => {
    renderInApp(<FieldsCard room={room} mayEdit={false} />)

    expect(screen.getByRole('term')).toHaveTextContent('temperature')
    expect(screen.getByRole('definition')).toHaveTextContent('60 – 80 °C')
    expect(screen.queryByRole('button')).toBeNull()
  })
})
