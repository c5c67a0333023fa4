import { ActionIcon, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { codePoints } from '../rooms/room'
import classes from './Handover.module.css'
import { type Shift, scheduleLimits } from './schedule'

interface Props {
  value: Shift[]
  onChange: (value: Shift[]) => void
}

/** Whether the server would take them. */
export function areSound(shifts: readonly Shift[]): boolean {
  return shifts.every((shift, place) => faultOf(shifts, place, 'name') === null && shift.starts_at !== '') &&
    shifts.every((_, place) => faultOf(shifts, place, 'starts_at') === null)
}

type Fault = 'shiftNameMissing' | 'shiftNameLong' | 'shiftTwice' | 'shiftStartMissing'

function faultOf(shifts: readonly Shift[], place: number, part: keyof Shift): Fault | null {
  const value = shifts[place]?.[part].trim() ?? ''
  if (value === '') return part === 'name' ? 'shiftNameMissing' : 'shiftStartMissing'
  if (part === 'name' && codePoints(value) > scheduleLimits.name) return 'shiftNameLong'
  return shifts.some((other, otherPlace) => otherPlace < place && other[part].trim() === value) ? 'shiftTwice' : null
}

/** The shifts of a day, each from when it starts until the next does. */
export function ShiftsEditor({ value, onChange }: Props) {
  const { t } = useTranslation()
  const put = (place: number, ...shifts: Shift[]) => {
    onChange([...value.slice(0, place), ...shifts, ...value.slice(place + 1)])
  }
  const fault = (place: number, part: keyof Shift) => {
    const found = faultOf(value, place, part)
    return found === null ? null : t(`handover.${found}`, { max: scheduleLimits.name })
  }
  return (
    <Stack gap="sm">
      {value.length === 0 && <Text c="dimmed">{t('handover.noShifts')}</Text>}
      <ol className={classes.shifts}>
        {value.map((shift, place) => {
          const number = place + 1
          return (
            <li key={place} className={classes.shift}>
              <TextInput
                className={classes.shiftName}
                label={t('handover.shiftName', { number })}
                value={shift.name}
                error={fault(place, 'name')}
                onChange={(event) => {
                  put(place, { ...shift, name: event.currentTarget.value })
                }}
              />
              <TextInput
                type="time"
                label={t('handover.shiftStart', { number })}
                value={shift.starts_at}
                error={fault(place, 'starts_at')}
                onChange={(event) => {
                  put(place, { ...shift, starts_at: event.currentTarget.value })
                }}
              />
              <ActionIcon
                color="gray"
                aria-label={t('handover.shiftRemove', { number })}
                onClick={() => {
                  put(place)
                }}
              >
                <IconX size={20} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {value.length < scheduleLimits.shifts && (
        <Button
          variant="light"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => {
            onChange([...value, { name: '', starts_at: '' }])
          }}
        >
          {t('handover.addShift')}
        </Button>
      )}
    </Stack>
  )
}
