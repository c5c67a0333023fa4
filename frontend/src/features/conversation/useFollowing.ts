import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { VirtualizerHandle } from 'virtua'
import type { Row } from './rows'

/** Closer to the end than this counts as reading along. */
const NEAR_END_PX = 80
/** Within this of an end, more history is fetched without being asked for. */
const NEAR_EDGE_PX = 600

interface Options {
  rows: readonly Row[]
  /** The newest part of the room is shown, not one that was jumped to. */
  live: boolean
  /** How many of one's own are on their way; sending one always shows it. */
  own: number
  onNearTop: () => void
  onNearEnd: () => void
}

interface Following {
  list: RefObject<VirtualizerHandle | null>
  /** Rows came before those there were: what is being read must stay where it is. */
  grewAtTop: boolean
  atEnd: boolean
  onScroll: () => void
  onResize: () => void
  toEnd: () => void
}

/** Keeps to the newest while one reads along, and keeps still while one reads further up. */
export function useFollowing({ rows, live, own, onNearTop, onNearEnd }: Options): Following {
  const list = useRef<VirtualizerHandle>(null)
  const following = useRef(live)
  const [atEnd, setAtEnd] = useState(live)
  const [before, setBefore] = useState({ first: firstKey(rows), rows: rows.length, grewAtTop: false })
  if (before.first !== firstKey(rows) || before.rows !== rows.length) {
    const grewAtTop = before.first !== firstKey(rows) && rows.some((row) => row.key === before.first)
    setBefore({ first: firstKey(rows), rows: rows.length, grewAtTop })
  }

  const toEnd = useCallback(() => {
    following.current = true
    list.current?.scrollToIndex(rows.length - 1, { align: 'end' })
  }, [rows.length])

  const ownBefore = useRef(own)
  useLayoutEffect(() => {
    if (own > ownBefore.current) following.current = true
    ownBefore.current = own
    if (following.current && live) toEnd()
  }, [own, live, rows, toEnd])

  useEffect(() => {
    if (!live) following.current = false
  }, [live])

  return {
    list,
    grewAtTop: before.grewAtTop,
    atEnd: atEnd && live,
    toEnd,
    onScroll: () => {
      const { current } = list
      if (current === null) return
      const below = current.scrollSize - current.scrollOffset - current.viewportSize
      following.current = live && below < NEAR_END_PX
      setAtEnd(below < NEAR_END_PX)
      if (current.scrollOffset < NEAR_EDGE_PX) onNearTop()
      if (!live && below < NEAR_EDGE_PX) onNearEnd()
    },
    // The keyboard of a tablet opens, or the composer grows: the newest stays in view.
    onResize: () => {
      if (following.current && live) toEnd()
    },
  }
}

/** Day lines move when older messages come before them; messages do not. */
function firstKey(rows: readonly Row[]): string | undefined {
  return rows.find((row) => row.kind === 'message' || row.kind === 'event')?.key
}
