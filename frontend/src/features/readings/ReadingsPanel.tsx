import { SegmentedControl, Select, Skeleton, Stack } from '@mantine/core'
import { IconAlertTriangle, IconChartLine } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { StateMessage } from '../../shared/StateMessage'
import { boundPassed, limitsText, nameOf, type ReadingField } from '../rooms/readingField'
import { type Point, type Span, spans, useFields, useSeries } from './readingQueries'
import classes from './Readings.module.css'

const SeriesChart = lazy(async () => ({ default: (await import('./SeriesChart')).SeriesChart }))

/** Any numeric field of the room over time. */
export function ReadingsPanel({ roomId, fields: expected }: { roomId: string; fields: readonly ReadingField[] }) {
  const { t } = useTranslation()
  const fields = useFields(roomId)
  const [chosen, setChosen] = useState<string | null>(null)
  const [span, setSpan] = useState<Span>('day')
  const numeric = fields.data?.numeric ?? []
  const field = chosen ?? numeric[0]
  const called = (name: string) => expected.find((each) => each.name === name)

  if (fields.isPending) return <Skeleton height={260} role="status" aria-label={t('app.loading')} />
  if (fields.isError) {
    return (
      <FailureMessage title={t('readings.failedTitle')} failure={fields.error} onRetry={() => void fields.refetch()} />
    )
  }
  if (field === undefined) {
    return (
      <StateMessage
        icon={<IconChartLine size={30} />}
        title={t('readings.emptyTitle')}
        text={t('readings.emptyText')}
      />
    )
  }
  return (
    <Stack gap="sm">
      <Select
        label={t('readings.field')}
        data={numeric.map((name) => ({ value: name, label: nameOf(name, called(name)) }))}
        value={field}
        allowDeselect={false}
        onChange={setChosen}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('readings.span')}
        value={span}
        onChange={(value) => {
          setSpan(value as Span)
        }}
        data={Object.keys(spans).map((name) => ({ value: name, label: t(`readings.spans.${name as Span}`) }))}
      />
      <FieldOverTime roomId={roomId} field={field} expected={called(field)} span={span} />
    </Stack>
  )
}

interface Shown {
  roomId: string
  field: string
  /** What the room expects of it. */
  expected: ReadingField | undefined
  span: Span
}

function FieldOverTime({ roomId, field, expected, span }: Shown) {
  const { t } = useTranslation()
  const series = useSeries(roomId, field, span)
  if (series.isPending) return <Skeleton height={240} role="status" aria-label={t('app.loading')} />
  if (series.isError) {
    return (
      <FailureMessage title={t('readings.failedTitle')} failure={series.error} onRetry={() => void series.refetch()} />
    )
  }
  if (series.data.length === 0) {
    return (
      <StateMessage icon={<IconChartLine size={30} />} title={t('readings.noneTitle')} text={t('readings.noneText')} />
    )
  }
  return (
    <>
      <Suspense fallback={<Skeleton height={240} />}>
        <SeriesChart points={series.data} span={span} name={nameOf(field, expected)} limits={expected} />
      </Suspense>
      <Summary points={series.data} />
      {expected !== undefined && <Bounds points={series.data} field={expected} />}
    </>
  )
}

/** The same that the chart shows, in words. */
function Bounds({ points, field }: { points: readonly Point[]; field: ReadingField }) {
  const { t, i18n } = useTranslation()
  const limits = limitsText(field, i18n.language)
  if (limits === '') return null
  const passed = points.some(({ min, max }) => boundPassed(field, min) ?? boundPassed(field, max))
  return (
    <p className={classes.bounds}>
      {t('readings.limits', { limits })}
      {passed && (
        <span className={classes.warning}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('readings.outOfBounds')}
        </span>
      )}
    </p>
  )
}

function Summary({ points }: { points: readonly Point[] }) {
  const { t, i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 3 })
  const figures = {
    last: points.at(-1)?.last ?? 0,
    min: Math.min(...points.map(({ min }) => min)),
    max: Math.max(...points.map(({ max }) => max)),
  }
  return (
    <dl className={classes.summary}>
      {(['last', 'min', 'max'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`readings.${name}`)}</dt>
          <dd>{format.format(figures[name])}</dd>
        </div>
      ))}
    </dl>
  )
}
