import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { EditedRoom } from '../../testing/editedRoom'
import { fakeServer } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import { aRoom } from '../../testing/rooms'
import { DetailsCard } from './DetailsCard'

const opened = aRoom({ version: 7, title: 'Oven', location: 'Line 3', my_role: 'OWNER' })
let server: EditedRoom

beforeEach(() => {
  server = new EditedRoom(opened)
})

const title = () => screen.getByRole('textbox', { name: /What is wrong/ })
const save = () => userEvent.click(screen.getByRole('button', { name: 'Save' }))

async function retitle(text: string) {
  await userEvent.clear(title())
  if (text !== '') await userEvent.type(title(), text)
}

describe('the details of a room', () => {
  it('are saved as far as they were changed, with the version they were changed from', async () => {
    renderInApp(<DetailsCard room={opened} />)
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()

    await retitle('Oven too hot')
    await userEvent.click(screen.getByRole('radio', { name: 'Low' }))
    await save()

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches).toEqual([{ title: 'Oven too hot', severity: 'low', version: 7 }])
  })

  it('are saved over a change of something else without asking', async () => {
    renderInApp(<DetailsCard room={opened} />)
    await retitle('Oven too hot')
    server.now = { ...opened, version: 9, location: 'Line 5' }

    await save()

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.patches.at(-1)).toEqual({ title: 'Oven too hot', version: 9 })
    expect(screen.getByLabelText('Location')).toHaveValue('Line 5')
  })

  it('keep what was typed when somebody else has changed the same, and leave the choice', async () => {
    renderInApp(<DetailsCard room={opened} />)
    await retitle('Oven too hot')
    server.now = { ...opened, version: 8, title: 'Oven on fire' }

    await save()

    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed the same field')
    expect(screen.getByText('Meanwhile changed to: Oven on fire')).toBeInTheDocument()
    expect(title()).toHaveValue('Oven too hot')

    await save()
    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(server.now.title).toBe('Oven too hot')
  })

  it('can be given up for those of somebody else', async () => {
    renderInApp(<DetailsCard room={opened} />)
    await retitle('Oven too hot')
    server.now = { ...opened, version: 8, title: 'Oven on fire' }
    await save()

    await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }))

    expect(title()).toHaveValue('Oven on fire')
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    expect(server.now.title).toBe('Oven on fire')
  })

  it('need a title', async () => {
    renderInApp(<DetailsCard room={opened} />)

    await retitle('')
    await save()

    expect(title()).toHaveAccessibleDescription('Give the incident a title.')
    expect(server.patches).toEqual([])
  })

  it('stay as typed when the network is away', async () => {
    renderInApp(<DetailsCard room={opened} />)
    await retitle('Oven too hot')
    fakeServer(() => Promise.reject(new TypeError('Failed to fetch')))

    await save()

    expect(await screen.findByRole('alert')).toHaveTextContent('Check the network')
    expect(title()).toHaveValue('Oven too hot')
  })
})
