import { Alert, Badge, Button, Skeleton, Text } from '@mantine/core'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../shared/FailureMessage'
import { RelativeTime } from '../../shared/RelativeTime'
import { useProblemText } from '../../shared/useProblemText'
import { type OpenSession, useEndSession, useSessions, type Whose } from './sessionQueries'
import classes from './SessionList.module.css'

/** Where somebody is signed in. */
export function SessionList({ whose }: { whose: Whose }) {
  const { t } = useTranslation()
  const problemText = useProblemText()
  const sessions = useSessions(whose)
  const end = useEndSession(whose)
  if (sessions.isPending) return <Skeleton height={160} role="status" aria-label={t('app.loading')} />
  if (sessions.isError) {
    return (
      <FailureMessage title={t('sessions.failed')} failure={sessions.error} onRetry={() => void sessions.refetch()} />
    )
  }
  if (sessions.data.length === 0) return <Text c="dimmed">{t('sessions.none')}</Text>
  return (
    <>
      {end.isError && (
        <Alert color="red" role="alert">
          {problemText(end.error)}
        </Alert>
      )}
      <ul className={classes.list} aria-label={t('sessions.list')}>
        {sessions.data.map((each) => (
          <SessionRow
            key={each.session_id}
            session={each}
            ending={end.isPending && end.variables === each.session_id}
            onEnd={() => {
              end.mutate(each.session_id)
            }}
          />
        ))}
      </ul>
    </>
  )
}

interface RowProps {
  session: OpenSession
  ending: boolean
  onEnd: () => void
}

function SessionRow({ session, ending, onEnd }: RowProps) {
  const { t } = useTranslation()
  const device = session.device === '' ? t('sessions.unknownDevice') : session.device
  const Icon = /android|ios|ipad|mobile/i.test(session.device) ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={classes.session}>
      <Icon size={28} aria-hidden className={classes.icon} />
      <div className={classes.facts}>
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {device}
        </Text>
        <Text size="sm" c="dimmed">
          {session.address} · {t('sessions.since')} <RelativeTime at={session.created_at} /> · {t('sessions.lastSeen')}{' '}
          <RelativeTime at={session.last_seen_at} />
        </Text>
      </div>
      {session.current ? (
        // Oneself one signs out with the button for that.
        <Badge size="lg" variant="light" tt="none">
          {t('sessions.current')}
        </Badge>
      ) : (
        <Button variant="default" loading={ending} onClick={onEnd} aria-label={t('sessions.endOn', { device })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  )
}
