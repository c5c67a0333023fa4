import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PendingMessage } from '../../realtime/timeline'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { useUser } from '../auth/currentSession'
import type { Conversation } from './Conversation'
import classes from './TimelineLog.module.css'

interface Props {
  message: PendingMessage
  conversation: Conversation
}

/** One's own message until it stands in the record. */
export function PendingItem({ message, conversation }: Props) {
  const { t, i18n } = useTranslation()
  const user = useUser()
  const key = `refused.${message.code ?? 'other'}`
  return (
    <article className={classes.message} data-own aria-label={user.display_name}>
      <PersonAvatar id={user.user_id} name={user.display_name} />
      <div className={classes.body}>
        <div className={classes.byline}>
          <span className={classes.sender}>{user.display_name}</span>
          {message.state !== 'failed' && <span className={classes.meta}>{t('message.sending')}</span>}
        </div>
        <p className={classes.text}>{message.frame.content}</p>
        {message.state === 'failed' && (
          <div className={classes.failed} role="alert">
            <IconAlertCircle size={18} aria-hidden />
            {t('message.failed', { reason: i18n.exists(key) ? t(key as 'refused.other') : t('refused.other') })}
            <Button
              variant="subtle"
              onClick={() => {
                conversation.retry(message.frame)
              }}
            >
              {t('message.retry')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                conversation.discard(message.frame)
              }}
            >
              {t('message.discard')}
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}
