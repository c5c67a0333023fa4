import { useLayoutEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { filterIn, paramsOf, type RoomFilter } from './roomFilter'

/**
 * The filter of the list, which lives in the address. The router takes a moment to come to a new address; what is
 * chosen holds at once, and so do several choices in quick succession.
 */
export function useRoomFilter(): [RoomFilter, (change: Partial<RoomFilter>) => void] {
  const [params, setParams] = useSearchParams()
  const address = params.toString()
  const [filter, setFilter] = useState(() => filterIn(params))
  const [seen, setSeen] = useState(address)
  const [underWay, setUnderWay] = useState<string | null>(null)
  if (seen !== address) {
    setSeen(address)
    if (underWay === null) setFilter(filterIn(params))
    else if (underWay === address) setUnderWay(null)
  }
  // Two choices may come before React has drawn the first.
  const latest = useRef(filter)
  useLayoutEffect(() => {
    latest.current = filter
  }, [filter])
  return [
    filter,
    (change) => {
      const next = { ...latest.current, ...change }
      latest.current = next
      const nextParams = paramsOf(next)
      setFilter(next)
      setUnderWay(nextParams.toString() === address ? null : nextParams.toString())
      setParams(nextParams, { replace: true })
    },
  ]
}
