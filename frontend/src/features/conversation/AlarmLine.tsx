import { IconBell, IconBellOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EventEntry } from '../../realtime/entries'
import { ClockTime } from '../../shared/RelativeTime'
import { Readings } from '../readings/Readings'
import classes from './AlarmLine.module.css'
import { useInRoom } from './roomContext'

interface Props {
  event: EventEntry
  alarm: NonNullable<EventEntry['alarm']>
}

/** A plant system has raised an alarm, or its cause is gone. */
export function AlarmLine({ event, alarm }: Props) {
  const { t } = useTranslation()
  const { fields } = useInRoom()
  const cleared = event.event === 'alarm_cleared'
  const Icon = cleared ? IconBellOff : IconBell
  return (
    <div className={classes.alarm} data-cleared={cleared || undefined}>
      <p className={classes.said}>
        <Icon size={18} aria-hidden />
        <span>
          {t(cleared ? 'events.alarm_cleared' : 'events.alarm_raised', { alarm: alarm.text })} ·{' '}
          <ClockTime at={event.timestamp} />
        </span>
      </p>
      {alarm.readings != null && (
        <Readings
          readings={alarm.readings}
          fields={fields}
          outOfBounds={event.out_of_bounds}
          wrongType={event.wrong_type}
        />
      )}
    </div>
  )
}
