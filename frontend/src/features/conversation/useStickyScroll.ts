import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Closer to the end than this counts as reading along. */
const NEAR_END_PX = 80

interface Contents {
  /** The oldest entry there is. */
  first: string | undefined
  /** The newest. */
  last: string | undefined
  /** How many of one's own are on their way; sending one always shows it. */
  own: number
}

interface StickyScroll {
  viewport: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** Something new came while one was reading further up. */
  unseen: boolean
  toNewest: () => void
}

/** Keeps to the newest while one reads along, and keeps still while one reads further up. */
export function useStickyScroll({ first, last, own }: Contents): StickyScroll {
  const viewport = useRef<HTMLDivElement>(null)
  const readingAlong = useRef(true)
  const before = useRef({ height: 0, first, own })
  const [lastSeen, setLastSeen] = useState(last)
  const [along, setAlong] = useState(true)

  useLayoutEffect(() => {
    const element = viewport.current
    if (element === null) return
    if (own > before.current.own) readingAlong.current = true
    if (readingAlong.current) element.scrollTop = element.scrollHeight
    else if (first !== before.current.first) element.scrollTop += element.scrollHeight - before.current.height
    before.current = { height: element.scrollHeight, first, own }
  }, [first, last, own])

  const onScroll = useCallback(() => {
    const element = viewport.current
    if (element === null) return
    readingAlong.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX
    before.current.height = element.scrollHeight
    setAlong(readingAlong.current)
    if (readingAlong.current) setLastSeen(last)
  }, [last])

  const toNewest = useCallback(() => {
    const element = viewport.current
    if (element !== null) element.scrollTop = element.scrollHeight
  }, [])

  return { viewport, onScroll, unseen: !along && last !== lastSeen, toNewest }
}
