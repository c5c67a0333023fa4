import { useEffect, useState } from 'react'

/** Whole seconds until then (milliseconds since 1970), counted down to 0. */
export function useTimeLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(secondsUntil(until))
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [until])
  return left
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.ceil((until - Date.now()) / 1000))
}
