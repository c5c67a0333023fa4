import { useEffect, useState } from 'react'

/** Seconds left, and how to start it. It keeps to the clock, so a sleeping tablet wakes up with the right number. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [end, setEnd] = useState(0)
  const [left, setLeft] = useState(0)

  useEffect(() => {
    if (end === 0) return undefined
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1000))
      setLeft(seconds)
      if (seconds === 0) clearInterval(timer)
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [end])

  return [
    left,
    (seconds) => {
      setLeft(seconds)
      setEnd(Date.now() + seconds * 1000)
    },
  ]
}
