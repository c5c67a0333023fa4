import { useTranslation } from 'react-i18next'
import type { ConnectionState } from '../../realtime/RoomSocket'
import classes from './ConnectionStatus.module.css'

/** The state of the connection in words; the light beside them only repeats it. */
export function ConnectionStatus({ connection }: { connection: ConnectionState }) {
  const { t } = useTranslation()
  return (
    <div className={classes.status} data-kind={connection.kind} role="status" aria-label={t('connection.label')}>
      <span className={classes.light} aria-hidden />
      {t(`connection.${wordFor(connection)}`)}
    </div>
  )
}

function wordFor(connection: ConnectionState) {
  if (connection.kind === 'ended') return connection.reason
  if (connection.kind === 'reconnecting' && connection.offline) return 'offline'
  return connection.kind
}
