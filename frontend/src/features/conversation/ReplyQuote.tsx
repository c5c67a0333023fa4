import { UnstyledButton } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MessageEntry } from '../../realtime/entries'
import { textOf } from './MessageContent'
import { useInRoom } from './roomContext'
import classes from './Message.module.css'

/** The message that is answered, in one line that leads to it. */
export function ReplyQuote({ messageId, message }: { messageId: string; message: MessageEntry | null | undefined }) {
  const { t } = useTranslation()
  const { goTo } = useInRoom()
  const said = message?.deleted_at == null ? textOf(message?.content ?? null) : t('message.deleted')
  return (
    <UnstyledButton
      className={classes.quote}
      onClick={() => {
        goTo({ messageId })
      }}
    >
      <IconArrowBackUp size={16} aria-hidden />
      <span>
        {message == null
          ? t('message.inReplyToEarlier')
          : t('message.inReplyTo', { name: message.sender_name, text: said })}
      </span>
    </UnstyledButton>
  )
}
