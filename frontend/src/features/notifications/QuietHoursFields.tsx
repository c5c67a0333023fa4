import { Checkbox, Group, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DAYS, type Settings } from './settings'
import { TimeField } from './TimeField'

type QuietHours = NonNullable<Settings['quiet_hours']>

const NIGHTS: QuietHours = { start: '22:00', end: '06:00', days: [...DAYS], critical_passes: true }
/** A Monday: only its day of the week is shown. */
const MONDAY = Date.UTC(2026, 2, 2)
const DAY_MS = 86_400_000

interface Props {
  value: QuietHours | null
  onChange: (hours: QuietHours | null) => void
}

/** When neither mail nor push is wanted. */
export function QuietHoursFields({ value, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const nameOfDay = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' })
  return (
    <Stack gap="sm" component="fieldset" bd="none" p={0} m={0} aria-label={t('notifications.quiet')}>
      <Checkbox
        label={t('notifications.quietOn')}
        checked={value !== null}
        onChange={(event) => {
          onChange(event.currentTarget.checked ? NIGHTS : null)
        }}
      />
      {value !== null && (
        <>
          <Group grow>
            <TimeField
              label={t('notifications.from')}
              value={value.start}
              onChange={(start) => {
                onChange({ ...value, start })
              }}
            />
            <TimeField
              label={t('notifications.to')}
              value={value.end}
              onChange={(end) => {
                onChange({ ...value, end })
              }}
            />
          </Group>
          <Checkbox.Group
            label={t('notifications.days')}
            value={value.days}
            onChange={(days) => {
              // The last day stays: none at all is meant by the box above.
              if (days.length > 0) onChange({ ...value, days: DAYS.filter((day) => days.includes(day)) })
            }}
          >
            <Group mt="xs">
              {DAYS.map((day, i) => (
                <Checkbox key={day} value={day} label={nameOfDay.format(MONDAY + i * DAY_MS)} />
              ))}
            </Group>
          </Checkbox.Group>
          <Checkbox
            label={t('notifications.criticalPasses')}
            checked={value.critical_passes}
            onChange={(event) => {
              onChange({ ...value, critical_passes: event.currentTarget.checked })
            }}
          />
        </>
      )}
    </Stack>
  )
}
