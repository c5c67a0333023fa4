import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { fakeServer, json, problem } from '../../testing/fakeServer'
import { message } from '../../testing/frames'
import { renderInApp } from '../../testing/render'
import { Highlight } from './Highlight'
import { SearchPage } from './SearchPage'

const hit = (number: number, ...highlights: string[]) => ({ message: message(number), room_id: 'oven', highlights })
const hits = (...items: object[]) => json({ items, pagination: { limit: 30, has_more: false, next: null } })

describe('searching all rooms', () => {
  it('shows what was found and leads to its place', async () => {
    const calls = fakeServer(({ path }) =>
      path.includes('/search') ? hits(hit(7, '…烤箱<mark>溫度</mark>異常…')) : problem(404, 'not_found'),
    )
    renderInApp(<SearchPage />, '/search')

    await userEvent.type(screen.getByRole('searchbox', { name: 'Search all incidents' }), '溫度')

    const link = await screen.findByRole('link', { name: /烤箱溫度異常/ })
    expect(link).toHaveAttribute('href', '/rooms/oven?at=7')
    expect(screen.getByText('溫度', { selector: 'mark' })).toBeInTheDocument()
    expect(calls[0]?.path).toBe('/api/messages/search?q=%E6%BA%AB%E5%BA%A6&limit=30')
  })

  it('takes words and kind from the address', async () => {
    const calls = fakeServer(() => hits())
    renderInApp(<SearchPage />, '/search?q=oven&type=incident_data')

    expect(await screen.findByText('Nothing found')).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'Readings' })).toBeChecked()
    expect(calls[0]?.path).toContain('q=oven&type=incident_data')
  })

  it('takes a question without a word for one that finds nothing', async () => {
    fakeServer(() => problem(422, 'invalid_field'))
    renderInApp(<SearchPage />, '/search?q=%22')

    expect(await screen.findByText('Nothing found')).toBeInTheDocument()
  })

  it('says when the search is away', async () => {
    fakeServer(() => problem(503, 'unavailable'))
    renderInApp(<SearchPage />, '/search?q=oven')

    expect(await screen.findByRole('alert')).toHaveTextContent('A part of the system is away')
  })
})

it('a highlight takes no markup from a message but the marks', () => {
  renderInApp(
    <Highlight html={'&lt;b&gt;<mark>溫度</mark> <img src="x" onerror="alert(1)"><script>alert(2)</script><a href="//evil">x</a>'} />,
  )

  const paragraph = screen.getByText('溫度').parentElement
  expect(paragraph).toHaveTextContent('<b>溫度')
  expect(paragraph?.querySelectorAll('img, script, a, b')).toHaveLength(0)
})
