import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** "5 minutes ago", kept current; the full time on hover. */
export function RelativeTime({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const now = useNow(MINUTE)
  const then = new Date(at)
  const full = then.toLocaleString(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <time dateTime={at} title={full}>
      {relative(then.getTime() - now, i18n.language)}
    </time>
  )
}

export function ClockTime({ at }: { at: string }) {
  const { i18n } = useTranslation()
  const then = new Date(at)
  return (
    <time dateTime={at} title={then.toLocaleString(i18n.language, { dateStyle: 'full', timeStyle: 'medium' })}>
      {then.toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}
    </time>
  )
}

function relative(distance: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const size = Math.abs(distance)
  if (size < MINUTE) return format.format(0, 'second')
  if (size < HOUR) return format.format(Math.round(distance / MINUTE), 'minute')
  if (size < DAY) return format.format(Math.round(distance / HOUR), 'hour')
  return format.format(Math.round(distance / DAY), 'day')
}

function useNow(every: number): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, every)
    return () => {
      clearInterval(timer)
    }
  }, [every])
  return now
}
