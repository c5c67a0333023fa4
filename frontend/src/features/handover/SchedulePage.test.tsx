import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Call, fakeServer, json, problem } from '../../testing/fakeServer'
import { renderInApp } from '../../testing/render'
import type { Schedule } from './schedule'
import { SchedulePage } from './SchedulePage'

let schedule: Schedule
let put: (call: Call) => Response
let calls: Call[]

beforeEach(() => {
  schedule = {
    time_zone: 'Asia/Taipei',
    shifts: [{ name: 'Day', starts_at: '08:00' }],
    acknowledge_within_minutes: 30,
    version: 4,
    updated_by: null,
    updated_at: null,
  }
  put = ({ body }) => json({ ...schedule, ...(body as object), version: 5 })
  calls = fakeServer((call) => (call.method === 'PUT' ? put(call) : json(schedule)))
})

const saved = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body)
const addNight = async (name: string) => {
  await userEvent.click(await screen.findByRole('button', { name: 'Add a shift' }))
  await userEvent.type(screen.getByLabelText('Shift 2'), name)
  fireEvent.change(screen.getByLabelText('Start of shift 2'), { target: { value: '20:00' } })
}

describe('when shifts change', () => {
  it('is set with the version that was seen', async () => {
    renderInApp(<SchedulePage />)

    await addNight('夜班')
    await userEvent.click(screen.getByRole('button', { name: 'Save shifts' }))

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(saved()).toEqual([
      {
        time_zone: 'Asia/Taipei',
        shifts: [
          { name: 'Day', starts_at: '08:00' },
          { name: '夜班', starts_at: '20:00' },
        ],
        acknowledge_within_minutes: 30,
        version: 4,
      },
    ])
  })

  it('no two shifts are called alike', async () => {
    renderInApp(<SchedulePage />)

    await addNight('Day')

    expect(screen.getByText('This is used twice.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Save shifts' })).toBeDisabled()
  })

  it('is not overwritten unawares when somebody else was faster', async () => {
    put = () => problem(409, 'version_conflict')
    renderInApp(<SchedulePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Remove shift 1' }))
    schedule = { ...schedule, version: 7 }

    await userEvent.click(screen.getByRole('button', { name: 'Save shifts' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has changed the shifts')
    put = ({ body }) => json({ ...schedule, ...(body as object) })
    await userEvent.click(screen.getByRole('button', { name: 'Save anyway' }))

    expect(await screen.findByText('Saved')).toBeInTheDocument()
    expect(saved().at(-1)).toMatchObject({ shifts: [], version: 7 })
  })
})
