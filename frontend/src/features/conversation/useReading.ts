import { useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from './Conversation'

/**
 * Tells the others how far one has read, which is as far as there is while the newest is in view; and where the line of
 * the unread stands: where one's reading had come to before, or where one looked away.
 */
export function useReading(
  conversation: Conversation,
  through: number,
  /** Undefined as long as it is not known: what is not read yet must be asked for before one reads on. */
  lastRead: number | null | undefined,
): { readThrough: number | null; onReadingAlong: (atEnd: boolean) => void } {
  const [atEnd, setAtEnd] = useState(true)
  const [looking, setLooking] = useState(isLooking)
  const [line, setLine] = useState<number | null>(null)
  const newest = useRef(through)
  const known = lastRead !== undefined

  useEffect(() => {
    newest.current = through
    if (known && atEnd && looking && through > 0) conversation.reading.read(through)
  }, [conversation, known, atEnd, looking, through])

  useEffect(() => {
    const look = () => {
      const now = isLooking()
      setLooking(now)
      if (!now) setLine(newest.current)
    }
    for (const event of ['focus', 'blur'] as const) window.addEventListener(event, look)
    document.addEventListener('visibilitychange', look)
    return () => {
      for (const event of ['focus', 'blur'] as const) window.removeEventListener(event, look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [])

  const onReadingAlong = useCallback((now: boolean) => {
    setAtEnd(now)
    if (!now) setLine((before) => before ?? newest.current)
  }, [])
  return { readThrough: line ?? lastRead ?? null, onReadingAlong }
}

function isLooking(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}
