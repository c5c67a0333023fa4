import { act, fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { useScrollMemory } from './useScrollMemory'

function Frame() {
  const content = useScrollMemory<HTMLElement>()
  return (
    <main ref={content}>
      <Outlet />
    </main>
  )
}

function start() {
  const page = { Component: Frame, children: [{ path: '*', Component: () => null }] }
  const router = createMemoryRouter([page], { initialEntries: ['/rooms?status=active'] })
  render(<RouterProvider router={router} />)
  const main = screen.getByRole('main')
  return {
    main,
    go: (to: string | number) => act(() => (typeof to === 'string' ? router.navigate(to) : router.navigate(to))),
    scroll: (to: number) => {
      main.scrollTop = to
      fireEvent.scroll(main)
    },
  }
}

describe('the place in a page', () => {
  it('is kept for whoever goes back', async () => {
    const { main, go, scroll } = start()
    scroll(700)

    await go('/rooms/1/settings')
    expect(main.scrollTop).toBe(0)
    scroll(300)
    await go('/rooms/1')
    await go(-1)
    expect(main.scrollTop).toBe(300)
    await go(-1)
    expect(main.scrollTop).toBe(700)
  })

  it('is the top of a page that is opened anew, but for the list of incidents', async () => {
    const { main, go, scroll } = start()
    scroll(500)
    await go('/rooms/1/settings')
    scroll(300)

    await go('/rooms?status=active')
    expect(main.scrollTop).toBe(500)
    await go('/rooms/1/settings')
    expect(main.scrollTop).toBe(0)
    await go('/rooms')
    expect(main.scrollTop).toBe(0)
  })
})
