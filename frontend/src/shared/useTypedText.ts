import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'

/**
 * What stands in a search field, and how to change it. `onSettle` hears of it once the typing pauses; a `value` that
 * then comes from elsewhere, such as the way back, replaces what was typed.
 */
export function useTypedText(
  value: string,
  onSettle: (text: string) => void,
  pauseMs = 300,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value)
  const [settled, setSettled] = useState(value)
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    if (settled !== value) {
      setSettled(value)
      setTyped(value)
    }
  }
  const settle = useDebouncedCallback((text: string) => {
    setSettled(text)
    onSettle(text)
  }, pauseMs)
  return [
    typed,
    (text) => {
      setTyped(text)
      settle(text.trim())
    },
  ]
}
