import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MessageEntry } from '../../realtime/entries'
import type { PendingCommand } from '../../realtime/pending'
import { withOwn } from './reactions'
import { useInRoom } from './roomContext'
import classes from './Message.module.css'

interface Props {
  message: MessageEntry
  commands: readonly PendingCommand[]
}

export function Reactions({ message, commands }: Props) {
  const { t } = useTranslation()
  const { conversation, role, writing } = useInRoom()
  const reactions = withOwn(message.reactions, commands)
  if (reactions.length === 0) return null
  return (
    <ul className={classes.reactions} aria-label={t('message.reactions')}>
      {reactions.map(({ emoji, count, mine }) => (
        <li key={emoji}>
          <UnstyledButton
            className={classes.reaction}
            aria-pressed={mine}
            aria-label={t('message.reaction', { emoji, count })}
            disabled={role === null || writing === 'archived'}
            onClick={() => {
              conversation.command({
                type: mine ? 'remove_reaction' : 'add_reaction',
                message_id: message.message_id,
                emoji,
              })
            }}
          >
            <span aria-hidden>{emoji}</span> {count}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}
