import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { EditedRoom } from '../../testing/editedRoom'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import { SummaryCard } from './SummaryCard'

const opened = aRoom({ version: 7, my_role: 'OWNER', corrective_actions: 'Replaced TC-7' })
let server: EditedRoom

beforeEach(() => {
  server = new EditedRoom(opened)
})

const cause = () => screen.getByRole('textbox', { name: 'Root cause' })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save summary' }))

describe('the summary of an incident', () => {
  it('is saved as far as it was written', async () => {
    renderInApp(<SummaryCard room={opened} mayEdit />)
    expect(screen.getByRole('textbox', { name: 'Corrective actions' })).toHaveValue('Replaced TC-7')

    await userEvent.type(cause(), 'Thermocouple worn')
    await save()

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches).toEqual([{ root_cause: 'Thermocouple worn', version: 7 }])
  })

  it('keeps what was typed when somebody else has written there meanwhile, and shows theirs', async () => {
    renderInApp(<SummaryCard room={opened} mayEdit />)
    await userEvent.type(cause(), 'Mine')
    server.now = { ...opened, version: 8, root_cause: 'Theirs' }

    await save()

    expect(await screen.findByText('Meanwhile changed to: Theirs')).toBeInTheDocument()
    expect(cause()).toHaveValue('Mine')
    await save()
    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.now.root_cause).toBe('Mine')
  })

  it('is no longer than the server takes', async () => {
    renderInApp(<SummaryCard room={opened} mayEdit />)

    await userEvent.click(cause())
    await userEvent.paste('長'.repeat(5001))
    await save()

    expect(screen.getByText('At most 5000 characters.')).toBeInTheDocument()
    expect(server.patches).toEqual([])
  })

  it('can be read by everybody else', () => {
    renderInApp(<SummaryCard room={opened} mayEdit={false} />)

    expect(screen.getByText('Replaced TC-7')).toBeInTheDocument()
    expect(screen.queryByText('Root cause')).not.toBeInTheDocument()
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  })

  it('says so when nobody has written it', () => {
    renderInApp(<SummaryCard room={aRoom()} mayEdit={false} />)

    expect(screen.getByText('The owners have not written it yet.')).toBeInTheDocument()
  })
})
