import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../realtime/LiveSocket'
import type { ConversationState } from './Conversation'
import classes from './ConnectionStatus.module.css'

/** The state of the connection in words; the light beside them only repeats it. */
export function ConnectionStatus({ connection, resumed }: Pick<ConversationState, 'connection' | 'resumed'>) {
  const { t } = useTranslation()
  const back = connection.kind === 'live' ? resumed : null
  return (
    <div className={classes.status} data-kind={connection.kind} role="status" aria-label={t('connection.label')}>
      <span className={classes.light} aria-hidden />
      {back === null
        ? t(`connection.${wordFor(connection)}`)
        : t(back.complete ? 'connection.complete' : 'connection.catchingUp', { number: back.to })}
    </div>
  )
}

function wordFor(connection: ConnectionState) {
  if (connection.kind === 'ended') return connection.reason
  if (connection.kind === 'reconnecting' && connection.offline) return 'offline'
  return connection.kind
}
