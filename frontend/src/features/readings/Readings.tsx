import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Content, OutOfBounds } from '../../realtime/frames'
import { nameOf, type ReadingField } from '../rooms/readingField'
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

interface Props {
  readings: Named
  /** What the room expects, for names and units. */
  fields?: readonly ReadingField[]
  outOfBounds?: readonly OutOfBounds[] | null
  wrongType?: readonly string[] | null
}

export function Readings({ readings, fields = [], outOfBounds, wrongType }: Props) {
  const { t } = useTranslation()
  return (
    <dl className={classes.readings} aria-label={t('message.readings')}>
      {Object.entries(readings).map(([name, value]) => {
        const field = fields.find((each) => each.name === name)
        const passed = outOfBounds?.find((each) => each.field === name)
        const unit = passed?.unit ?? field?.unit
        const wrong = wrongType?.includes(name) === true
        return (
          <div
            key={name}
            className={classes.reading}
            data-number={typeof value === 'number' || undefined}
            data-marked={passed !== undefined || wrong || undefined}
          >
            <dt>{nameOf(name, field)}</dt>
            <dd>
              <Value value={value} />
              {typeof value === 'number' && unit != null && <span className={classes.unit}> {unit}</span>}
            </dd>
            {passed !== undefined && <Mark text={<Limit passed={passed} />} />}
            {wrong && <Mark text={t('readings.unexpected')} />}
          </div>
        )
      })}
    </dl>
  )
}

function Mark({ text }: { text: ReactNode }) {
  return (
    <dd className={classes.mark}>
      <IconAlertTriangle size={16} aria-hidden />
      {text}
    </dd>
  )
}

function Limit({ passed }: { passed: OutOfBounds }) {
  const { t, i18n } = useTranslation()
  const limit = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 9 }).format(passed.limit)
  return t(`readings.beyond.${passed.bound}`, { limit: passed.unit == null ? limit : `${limit} ${passed.unit}` })
}

function Value({ value }: { value: unknown }) {
  const { t, i18n } = useTranslation()
  if (typeof value === 'number') return new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 6 }).format(value)
  if (typeof value === 'boolean') return t(value ? 'readings.yes' : 'readings.no')
  if (typeof value !== 'string') return JSON.stringify(value)
  if (!/^\d{4}-\d\d-\d\dT/.test(value) || Number.isNaN(Date.parse(value))) return value
  return (
    <time dateTime={value}>
      {new Date(value).toLocaleString(i18n.language, { dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' })}
    </time>
  )
}
