import { useComputedColorScheme } from '@mantine/core'
import { LineChart } from 'echarts/charts'
import { DataZoomInsideComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components'
import { type EChartsType, init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingField } from '../rooms/readingField'
import { optionFor } from './chartOption'
import { type Point, type Span, spans } from './readingQueries'
import classes from './Readings.module.css'

register([LineChart, GridComponent, TooltipComponent, DataZoomInsideComponent, MarkLineComponent, SVGRenderer])

interface Props {
  points: readonly Point[]
  span: Span
  name: string
  /** Drawn as lines; what passes them is marked. */
  limits?: ReadingField | undefined
}

/** The mean of each stretch of time as a line, within a band from its least to its greatest value. */
export function SeriesChart({ points, span, name, limits }: Props) {
  const { t, i18n } = useTranslation()
  const scheme = useComputedColorScheme('light')
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType | null>(null)

  useEffect(() => {
    if (place.current === null) return undefined
    const made = init(place.current)
    chart.current = made
    const observer = new ResizeObserver(() => {
      made.resize()
    })
    observer.observe(place.current)
    return () => {
      observer.disconnect()
      made.dispose()
    }
  }, [])

  useEffect(() => {
    if (place.current === null) return
    const names = { avg: t('readings.avg'), min: t('readings.min'), max: t('readings.max'), low: t('readings.low'), high: t('readings.high') }
    const page = getComputedStyle(place.current)
    chart.current?.setOption(optionFor(points, spans[span].length, names, page, i18n.language, limits), true)
  }, [points, span, scheme, t, i18n.language, limits])

  return <div ref={place} className={classes.chart} role="img" aria-label={t('readings.chartOf', { name })} />
}
