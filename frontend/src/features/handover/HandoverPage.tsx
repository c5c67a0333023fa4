import { Alert, Button, Skeleton, Text } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { accountOf, useDirectory } from '../people/people'
import { AcknowledgementCard } from './AcknowledgementCard'
import type { HandoverDetail } from './handover'
import classes from './Handover.module.css'
import { useHandover } from './handoverQueries'
import { RoomDigestCard } from './RoomDigestCard'
import { StateBadge } from './StateBadge'
import { useTimeText } from './times'

export function HandoverPage() {
  const { t } = useTranslation()
  const { handoverId = '' } = useParams()
  const handover = useHandover(handoverId)
  return (
    <Page
      title={handover.data === undefined ? t('handover.one') : (handover.data.location ?? t('handover.noLine'))}
      above={[{ to: '/handovers', text: t('handover.title') }]}
      aside={
        handover.data !== undefined && (
          <Button
            className={classes.onScreen}
            variant="default"
            leftSection={<IconPrinter size={20} aria-hidden />}
            onClick={() => {
              window.print()
            }}
          >
            {t('handover.print')}
          </Button>
        )
      }
    >
      {handover.isPending && <Skeleton height={300} role="status" aria-label={t('app.loading')} />}
      {handover.isError && handover.data === undefined && (
        <FailureMessage title={t('handover.failed')} failure={handover.error} onRetry={() => void handover.refetch()} />
      )}
      {handover.data !== undefined && <Digest handover={handover.data} />}
    </Page>
  )
}

function Digest({ handover }: { handover: HandoverDetail }) {
  const { t } = useTranslation()
  const timeText = useTimeText()
  const nameOf = useNames(handover)
  const { shift, made_by_name: maker } = handover
  return (
    <div className={classes.lines}>
      <div className={classes.facts}>
        <StateBadge handover={handover} />
        <span>
          {shift === null
            ? t('handover.byPerson', { name: maker ?? '', time: timeText(handover.made_at) })
            : t('handover.toShift', { shift, time: timeText(handover.made_at) })}
        </span>
        <Text span c="dimmed">
          {t('handover.since', { time: timeText(handover.since) })}
        </Text>
      </div>
      {handover.note !== null && (
        <Alert
          classNames={{ root: classes.noteBox, title: classes.noteTitle }}
          variant="light"
          color="yellow"
          title={t('handover.note')}
        >
          <span className={classes.note}>{handover.note}</span>
        </Alert>
      )}
      <AcknowledgementCard handover={handover} />
      {handover.rooms.map((room) => (
        <RoomDigestCard key={room.room_id} room={room} nameOf={nameOf} />
      ))}
      {handover.rooms_left_out > 0 && (
        <Text>{t('handover.roomsLeftOut', { count: handover.rooms_left_out })}</Text>
      )}
    </div>
  )
}

/** Changes carry user ids; who spoke is known by name, the others the directory knows. */
function useNames({ rooms }: HandoverDetail): (userId: string) => string {
  const said = new Map(rooms.flatMap(({ speakers }) => speakers.items.map(({ user_id: id, name }) => [id, name])))
  const changes = rooms.flatMap((room) => room.changes.items)
  const ids = new Set(changes.flatMap(({ user_id: by, member_id: member }) => (member === null ? [by] : [by, member])))
  const directory = useDirectory([...ids].filter((id) => !said.has(id)))
  return (id) => said.get(id) ?? directory.get(id)?.display_name ?? accountOf(id)
}
