import type { LineSeriesOption } from 'echarts/charts'
import type { GridComponentOption, MarkLineComponentOption, TooltipComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import { boundPassed, type ReadingField } from '../rooms/readingField'
import type { Point } from './readingQueries'

type Option = ComposeOption<LineSeriesOption | GridComponentOption | MarkLineComponentOption | TooltipComponentOption>

interface Names {
  avg: string
  min: string
  max: string
  low: string
  high: string
}

type Limits = Pick<ReadingField, 'low' | 'high'>

/** What ECharts draws, up to now. The colours are those of the page, so that dark stays dark. */
export function optionFor(
  points: readonly Point[],
  lengthMs: number,
  names: Names,
  page: CSSStyleDeclaration,
  language: string,
  limits: Limits = { low: null, high: null },
): Option {
  const now = Date.now()
  const colour = (variable: string) => page.getPropertyValue(variable).trim()
  const line = colour('--mantine-color-petrol-5')
  const alarm = colour('--severity-critical')
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 3 })
  const muted = { color: colour('--mantine-color-dimmed') }
  return {
    animation: false,
    grid: { left: 8, right: 12, top: 12, bottom: 4, outerBoundsMode: 'same' },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: colour('--andon-surface'),
      borderColor: colour('--andon-border'),
      textStyle: { color: colour('--mantine-color-text') },
      formatter: (shown) => tooltip(points[indexIn(shown)], names, numbers, language),
    },
    xAxis: {
      type: 'time',
      // The whole of what was asked for: a chart of few readings would otherwise stretch into the future.
      min: now - lengthMs,
      max: now,
      axisLabel: { ...muted, hideOverlap: true },
      axisLine: { lineStyle: { color: colour('--andon-border') } },
    },
    yAxis: {
      type: 'value',
      scale: true,
      ...rangeWith(limits),
      axisLabel: { ...muted, formatter: (value: number) => numbers.format(value), ...unevenEnds(limits) },
      splitLine: { lineStyle: { color: colour('--andon-border') } },
    },
    dataZoom: [{ type: 'inside' }],
    series: [
      { ...band, data: points.map(({ t, min }) => [t, min]) },
      { ...band, areaStyle: { color: line, opacity: 0.2 }, data: points.map(({ t, min, max }) => [t, max - min]) },
      {
        type: 'line',
        symbolSize: 6,
        // Of many points, only those beyond a limit have a sign.
        symbol: points.length < 60 ? 'circle' : 'none',
        itemStyle: { color: line },
        lineStyle: { color: line, width: 2 },
        data: points.map((point) => ({
          value: [point.t, point.avg],
          ...(isBeyond(point, limits) && { symbol: 'triangle', symbolSize: 12, itemStyle: { color: alarm } }),
        })),
        markLine: {
          silent: true,
          symbol: 'none',
          animation: false,
          lineStyle: { color: alarm, type: 'dashed', width: 1.5 },
          data: (['low', 'high'] as const).flatMap((bound) => {
            const limit = limits[bound]
            const label = { formatter: `${names[bound]} ${numbers.format(limit ?? 0)}`, color: alarm }
            return limit === null ? [] : [{ yAxis: limit, label: { ...label, position: 'insideStartTop' as const } }]
          }),
        },
      },
    ],
  }
}

/** The limits are seen, however far from them the numbers are; without any, the axis is as the chart has it. */
function rangeWith({ low, high }: Limits) {
  const shown = [low, high].filter((limit) => limit !== null)
  if (shown.length === 0) return {}
  const ends = ({ min, max }: { min: number; max: number }) => {
    const [least, most] = [Math.min(min, ...shown), Math.max(max, ...shown)]
    const room = (most - least) * 0.08
    return { min: least - room, max: most + room }
  }
  return {
    min: (numbers: { min: number; max: number }) => ends(numbers).min,
    max: (numbers: { min: number; max: number }) => ends(numbers).max,
  }
}

/** Where the axis ends for the limits' sake is no number to read. */
function unevenEnds({ low, high }: Limits) {
  return low === null && high === null ? {} : { showMinLabel: false, showMaxLabel: false }
}

function isBeyond({ min, max }: Point, limits: Limits): boolean {
  return boundPassed(limits, min) !== null || boundPassed(limits, max) !== null
}

/** Two invisible lines on top of each other; what lies between them is filled. */
const band: LineSeriesOption = {
  type: 'line',
  stack: 'band',
  stackStrategy: 'all',
  symbol: 'none',
  lineStyle: { opacity: 0 },
  silent: true,
}

function indexIn(shown: unknown): number {
  const [first] = Array.isArray(shown) ? (shown as { dataIndex: number }[]) : []
  return first?.dataIndex ?? -1
}

/** Numbers and words of our own only: nothing that was reported gets into the markup. */
function tooltip(point: Point | undefined, names: Names, numbers: Intl.NumberFormat, language: string): string {
  if (point === undefined) return ''
  const time = new Date(point.t).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' })
  const lines = (['avg', 'min', 'max'] as const).map((key) => `${names[key]} <b>${numbers.format(point[key])}</b>`)
  return [time, ...lines].join('<br>')
}
