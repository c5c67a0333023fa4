import { Text, Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RelativeTime } from '../../shared/RelativeTime'
import { SeverityBadge } from '../rooms/SeverityBadge'
import { useChangeText } from './changeText'
import type { OutOfBounds, RoomDigest } from './handover'
import classes from './Handover.module.css'
import { useTimeText } from './times'

interface Props {
  room: RoomDigest
  nameOf: (userId: string) => string
}

/** What one incident leaves to the next shift: what is to be done first, what has happened after it. */
export function RoomDigestCard({ room, nameOf }: Props) {
  const { t } = useTranslation()
  const timeText = useTimeText()
  const changeText = useChangeText(nameOf)
  const at = (number: number) => `/rooms/${room.room_id}?at=${number}`
  const text = (of: string | null) => of ?? <em>{t('message.deleted')}</em>
  return (
    <article className={classes.room} aria-label={room.title}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          <Link to={`/rooms/${room.room_id}`}>{room.title}</Link>
        </Title>
        {room.severity !== null && <SeverityBadge severity={room.severity} />}
      </div>
      <div className={classes.facts}>
        {room.opened_at !== null && (
          <span>
            {t('handover.opened')} <RelativeTime at={room.opened_at} />
          </span>
        )}
        <span>{t('handover.messages', { count: room.messages })}</span>
        {room.files > 0 && <span>{t('handover.files', { count: room.files })}</span>}
        {room.unread !== null && room.unread > 0 && (
          <strong className={classes.onScreen}>{t('handover.unread', { count: room.unread })}</strong>
        )}
      </div>
      {room.speakers.items.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('handover.spoke', { names: room.speakers.items.map(({ name }) => name).join(', ') })}
          {room.speakers.left_out > 0 && ` ${t('handover.more', { count: room.speakers.left_out })}`}
        </Text>
      )}
      <Entries title={t('handover.actions')} of={room.open_actions}>
        {({ sequence_number: number, sender_name: name, ...action }) =>
          number === null ? (
            action.text
          ) : (
            <Link to={at(number)}>
              {text(action.text)} — {name}
            </Link>
          )
        }
      </Entries>
      <Entries title={t('readings.outOfBounds')} of={room.out_of_bounds}>
        {(reading) => (
          <Link to={at(reading.sequence_number)}>
            <Measured reading={reading} /> · {timeText(reading.measured_at)}
          </Link>
        )}
      </Entries>
      <Entries title={t('handover.marks')} of={room.marks}>
        {({ mark, sequence_number: number, sender_name: name, ...marked }) => (
          <Link to={at(number)}>
            <strong>{t(`marks.kinds.${mark as 'decision'}`)}:</strong> {text(marked.text)} — {name}
          </Link>
        )}
      </Entries>
      <Entries title={t('handover.changes')} of={room.changes}>
        {(change) => (
          <Link to={at(change.sequence_number)}>
            {changeText(change)} · {timeText(change.at)}
          </Link>
        )}
      </Entries>
    </article>
  )
}

function Measured({ reading: { field, value, unit, limit, bound } }: { reading: OutOfBounds }) {
  const { t, i18n } = useTranslation()
  const written = (number: number) =>
    [number.toLocaleString(i18n.language, { maximumFractionDigits: 6 }), unit].filter((part) => part !== null).join(' ')
  return (
    <>
      {field}: <strong>{written(value)}</strong> ({t(`readings.beyond.${bound}`, { limit: written(limit) })})
    </>
  )
}

interface EntriesProps<T> {
  title: string
  of: { items: T[]; left_out: number }
  children: (item: T) => ReactNode
}

/** Nothing if there is nothing. */
function Entries<T>({ title, of: { items, left_out: leftOut }, children }: EntriesProps<T>) {
  const { t } = useTranslation()
  if (items.length === 0) return null
  return (
    <div>
      <Title order={3} size="h6">
        {title}
      </Title>
      <ul className={classes.entries} aria-label={title}>
        {items.map((item, place) => (
          <li key={place}>{children(item)}</li>
        ))}
      </ul>
      {leftOut > 0 && <Text size="sm">{t('handover.more', { count: leftOut })}</Text>}
    </div>
  )
}
