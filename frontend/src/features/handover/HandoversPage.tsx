import { Button, Skeleton, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowsExchange, IconMapPin } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { EndOfList } from '../../shared/EndOfList'
import { FailureMessage } from '../../shared/FailureMessage'
import { Page } from '../../shared/Page'
import { StateMessage } from '../../shared/StateMessage'
import { byLine, type Handover } from './handover'
import classes from './Handover.module.css'
import { useHandovers } from './handoverQueries'
import { HandOverDialog } from './HandOverDialog'
import { StateBadge } from './StateBadge'
import { useTimeText } from './times'

/** What shifts left to each other, line by line. */
export function HandoversPage() {
  const { t } = useTranslation()
  const handovers = useHandovers()
  const [opened, { open, close }] = useDisclosure(false)
  const all = handovers.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Page
      title={t('handover.title')}
      aside={
        <Button leftSection={<IconArrowsExchange size={20} aria-hidden />} aria-haspopup="dialog" onClick={open}>
          {t('handover.make')}
        </Button>
      }
    >
      {handovers.isPending && <Skeleton height={200} role="status" aria-label={t('app.loading')} />}
      {handovers.isError && (
        <FailureMessage
          title={t('handover.failed')}
          failure={handovers.error}
          onRetry={() => void handovers.refetch()}
        />
      )}
      {handovers.isSuccess && all.length === 0 && (
        <StateMessage
          icon={<IconArrowsExchange size={30} />}
          title={t('handover.emptyTitle')}
          text={t('handover.emptyText')}
        />
      )}
      <div className={classes.lines}>
        {byLine(all).map(([line, ofLine]) => (
          <section key={line ?? ''} className={classes.line} aria-label={line ?? t('handover.noLine')}>
            <Title order={2} size="h4" className={classes.place}>
              <IconMapPin size={20} aria-hidden />
              {line ?? t('handover.noLine')}
            </Title>
            <ul className={classes.list}>
              {ofLine.map((handover) => (
                <HandoverRow key={handover.handover_id} handover={handover} />
              ))}
            </ul>
          </section>
        ))}
        <EndOfList pages={handovers} count={all.length} />
      </div>
      {opened && <HandOverDialog onClose={close} />}
    </Page>
  )
}

function HandoverRow({ handover }: { handover: Handover }) {
  const { t } = useTranslation()
  const timeText = useTimeText()
  const names = handover.acknowledgements.map(({ name }) => name).join(', ')
  return (
    <li className={classes.row} data-overdue={handover.overdue || undefined}>
      <div>
        <Link to={`/handovers/${handover.handover_id}`} className={classes.link}>
          {handover.shift === null
            ? t('handover.byPerson', { name: handover.made_by_name ?? '', time: timeText(handover.made_at) })
            : t('handover.toShift', { shift: handover.shift, time: timeText(handover.made_at) })}
        </Link>
        <Text size="sm" c="dimmed">
          {t('handover.incidents', { count: handover.room_count })} ·{' '}
          {t('handover.openActions', { count: handover.open_action_count })} ·{' '}
          {t('handover.outOfBounds', { count: handover.out_of_bounds_count })}
        </Text>
        {names !== '' && <Text size="sm">{t('handover.takenOverBy', { names })}</Text>}
      </div>
      <StateBadge handover={handover} />
    </li>
  )
}
