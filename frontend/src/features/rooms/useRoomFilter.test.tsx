import { act, renderHook } from '@testing-library/react'
import { MemoryRouter, useLocation } from 'react-router'
import { expect, it } from 'vitest'
import { useRoomFilter } from './useRoomFilter'

it('keeps both of two choices that come before the first is drawn', () => {
  const { result } = renderHook(() => ({ filter: useRoomFilter(), address: useLocation().search }), {
    wrapper: ({ children }) => <MemoryRouter>{children}</MemoryRouter>,
  })

  act(() => {
    const [, change] = result.current.filter
    change({ q: 'oven' })
    change({ location: 'Line 3' })
  })

  expect(result.current.filter[0]).toMatchObject({ q: 'oven', location: 'Line 3' })
  expect(result.current.address).toContain('q=oven')
})
