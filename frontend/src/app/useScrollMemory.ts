import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/** Kept until the page is loaded anew. */
const positions = new Map<string, number>()

/** A page that is come back to is shown where it was left, any other from its top. */
export function useScrollMemory<T extends HTMLElement>(): RefObject<T | null> {
  const scroller = useRef<T>(null)
  const { key, pathname, search } = useLocation()
  // The list of incidents is come back to by its link as well.
  const place = pathname === '/rooms' ? pathname + search : key

  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    element.scrollTop = positions.get(place) ?? 0
    // Noted as it happens: when a page is left, its successor stands here already.
    const note = () => positions.set(place, element.scrollTop)
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      element.removeEventListener('scroll', note)
    }
  }, [place])

  return scroller
}
