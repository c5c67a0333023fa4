import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Pending } from '../../realtime/pending'
import { useInRoom } from './roomContext'
import classes from './Message.module.css'

/** Why the server refused what one wrote or changed, and what can be done about it. */
export function FailedCommand({ command }: { command: Pending }) {
  const { t, i18n } = useTranslation()
  const { conversation } = useInRoom()
  const key = `refused.${command.code ?? 'other'}`
  const reason = i18n.exists(key) ? t(key as 'refused.other') : t('refused.other')
  return (
    <div className={classes.failed} role="alert">
      <IconAlertCircle size={18} aria-hidden />
      {command.frame.type === 'message' ? t('message.failed', { reason }) : t('message.notChanged', { reason })}
      <Button
        variant="subtle"
        size="compact-md"
        onClick={() => {
          conversation.retry(command.frame)
        }}
      >
        {t('message.retry')}
      </Button>
      <Button
        variant="subtle"
        size="compact-md"
        color="gray"
        onClick={() => {
          conversation.discard(command.frame)
        }}
      >
        {t('message.discard')}
      </Button>
    </div>
  )
}
