import { useTranslation } from 'react-i18next'
import type { Content } from '../../realtime/frames'
import classes from './TimelineLog.module.css'

type Readings = Record<string, unknown>

/** The named values of an `incident_data` message; null when it holds none. */
export function readingsIn(content: Content): Readings | null {
  if (content === null) return null
  if (typeof content === 'object') return content
  try {
    const parsed: unknown = JSON.parse(content)
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? { ...parsed } : null
  } catch {
    return null
  }
}

export function Readings({ readings }: { readings: Readings }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.readings} aria-label={t('message.readings')}>
      {Object.entries(readings).map(([name, value]) => (
        <div key={name} className={classes.reading}>
          <dt>{name.replaceAll('_', ' ')}</dt>
          <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  )
}
