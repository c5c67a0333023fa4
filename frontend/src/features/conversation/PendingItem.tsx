import { useTranslation } from 'react-i18next'
import type { PendingMessage } from '../../realtime/pending'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { ClockTime } from '../../shared/RelativeTime'
import { useUser } from '../auth/currentSession'
import { FailedCommand } from './FailedCommand'
import { MessageContent } from './MessageContent'
import classes from './Message.module.css'

/** One's own message until it stands in the record. */
export function PendingItem({ pending }: { pending: PendingMessage }) {
  const { t } = useTranslation()
  const user = useUser()
  return (
    <article className={classes.message} data-own aria-label={t('message.by', { name: user.display_name })}>
      <PersonAvatar id={user.user_id} name={user.display_name} />
      <div className={classes.body}>
        <div className={classes.byline}>
          <span className={classes.sender}>{user.display_name}</span>
          <span className={classes.meta}>
            <ClockTime at={pending.at} /> {pending.state !== 'failed' && t(`message.${pending.state}`)}
          </span>
        </div>
        <MessageContent message={pending.frame} />
        {pending.state === 'failed' && <FailedCommand command={pending} />}
      </div>
    </article>
  )
}
