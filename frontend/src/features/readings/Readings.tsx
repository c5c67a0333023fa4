import { useTranslation } from 'react-i18next'
import type { Content } from '../../realtime/frames'
import classes from './Readings.module.css'

type Named = Record<string, unknown>

/** The named values of an `incident_data` message; null when it holds none. */
export function readingsIn(content: Content): Named | null {
  if (content === null) return null
  if (typeof content === 'object') return content
  try {
    const parsed: unknown = JSON.parse(content)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null
  } catch {
    return null
  }
}

export function Readings({ readings }: { readings: Named }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.readings} aria-label={t('message.readings')}>
      {Object.entries(readings).map(([name, value]) => (
        <div key={name} className={classes.reading} data-number={typeof value === 'number' || undefined}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>
            <Value value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Value({ value }: { value: unknown }) {
  const { i18n } = useTranslation()
  if (typeof value === 'number') return new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 }).format(value)
  if (typeof value !== 'string') return JSON.stringify(value)
  if (!/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(Date.parse(value))) return value
  return (
    <time dateTime={value}>
      {new Date(value).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })}
    </time>
  )
}
