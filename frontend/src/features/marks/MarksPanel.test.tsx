import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fakeServer, json, problem } from '../../testing/fakeServer'
import { message } from '../../testing/frames'
import { renderInApp } from '../../testing/render'
import { MarksPanel } from './MarksPanel'

const open = () => renderInApp(<MarksPanel roomId="room" />)
const kinds = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)

describe('the marks of a room', () => {
  it('stand by kind, the root cause first, and each leads to its message', async () => {
    fakeServer(() =>
      json({
        items: [
          message(3, { mark: 'action', content: 'Thermocouple replaced' }),
          message(5, { mark: 'root_cause', content: 'Thermocouple is worn' }),
          message(8, { mark: 'action', content: 'Oven inspected' }),
        ],
      }),
    )
    open()

    expect(await screen.findByRole('link', { name: /worn/ })).toHaveAttribute('href', '/rooms/room?at=5')
    expect(kinds()).toEqual(['Root cause', 'Action'])
    const actions = within(screen.getByRole('list', { name: 'Action' })).getAllByRole('listitem')
    expect(actions.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Thermocouple replaced'),
      expect.stringContaining('Oven inspected'),
    ])
  })

  it('leave out a kind that this page does not know', async () => {
    fakeServer(() => json({ items: [message(3, { mark: 'risk' }), message(4, { mark: 'decision' })] }))
    open()

    await screen.findByRole('link')
    expect(kinds()).toEqual(['Decision'])
  })

  it('say how to mark when nothing is marked', async () => {
    fakeServer(() => json({ items: [] }))
    open()

    expect(await screen.findByText('Nothing is marked yet')).toBeInTheDocument()
  })

  it('can be asked for again when they could not be loaded', async () => {
    fakeServer(() => problem(503, 'unavailable'))
    open()

    expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument()
  })
})
