import { Badge, Text } from '@mantine/core'
import { IconCornerDownRight } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandFrame } from '../../realtime/clientFrames'
import type { MessageEntry } from '../../realtime/entries'
import type { PendingCommand } from '../../realtime/pending'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { ClockTime } from '../../shared/RelativeTime'
import { MarkBadge } from '../marks/MarkBadge'
import { withOwnMark } from '../marks/ownMark'
import { FailedCommand } from './FailedCommand'
import { MessageActions } from './MessageActions'
import { MessageContent } from './MessageContent'
import { Reactions } from './Reactions'
import { ReadBy } from './ReadBy'
import { ReplyQuote } from './ReplyQuote'
import classes from './Message.module.css'

interface Props {
  message: MessageEntry
  continued: boolean
  followed: boolean
  own: boolean
  /** It is where one jumped to. */
  reached: boolean
  /** The message this one answers: null if it answers none, undefined if that is not on the screen. */
  repliesTo: MessageEntry | null | undefined
  /** One's own changes to it that are not in the record yet. */
  commands: readonly PendingCommand[]
  readBy: readonly string[]
}

export const MessageItem = memo(function MessageItem(props: Props) {
  const { message, continued, followed, own, reached, repliesTo, commands, readBy } = props
  const { t } = useTranslation()
  const deleted = message.deleted_at != null
  const changes = commands.filter(({ frame, state }) => state !== 'failed' && !isAside(frame))
  const edit = changes.map(({ frame }) => frame).find((frame) => frame.type === 'edit_message')
  const saving = changes.length > 0
  const mark = deleted ? null : withOwnMark(message.mark, commands)
  return (
    <article
      className={classes.message}
      data-message={message.message_id}
      data-own={own || undefined}
      data-continued={continued || undefined}
      data-followed={followed || undefined}
      data-reached={reached || undefined}
      data-saving={saving || undefined}
      data-mark={mark ?? undefined}
      aria-label={t('message.by', { name: message.sender_name })}
      tabIndex={-1}
    >
      {continued ? (
        <span className={classes.gutter}>
          <ClockTime at={message.created_at} />
        </span>
      ) : (
        <PersonAvatar id={message.sender_id} name={message.sender_name} />
      )}
      <div className={classes.body}>
        {!continued && (
          <div className={classes.byline}>
            <span className={classes.sender}>{message.sender_name}</span>
            {message.machine === true && (
              <Badge size="sm" variant="default">
                {t('message.machine')}
              </Badge>
            )}
            <span className={classes.meta}>
              <ClockTime at={message.created_at} />
            </span>
          </div>
        )}
        {mark !== null && (
          <div className={classes.pin}>
            <MarkBadge mark={mark} />
          </div>
        )}
        {message.reply_to != null && <ReplyQuote messageId={message.reply_to} message={repliesTo} />}
        {deleted ? (
          <p className={classes.deleted}>
            <IconCornerDownRight size={16} aria-hidden />
            {t('message.deleted')}
          </p>
        ) : (
          <MessageContent message={edit === undefined ? message : { ...message, content: edit.content }} />
        )}
        {saving && (
          <Text span className={classes.meta} role="status">
            {t('message.saving')}
          </Text>
        )}
        {!saving && message.edited_at != null && !deleted && (
          <span className={classes.meta}>
            {t('message.edited')} <ClockTime at={message.edited_at} />
          </span>
        )}
        {commands
          .filter(({ state }) => state === 'failed')
          .map((command) => (
            <FailedCommand key={command.frame.client_msg_id} command={command} />
          ))}
        {!deleted && <Reactions message={message} commands={commands} />}
      </div>
      {readBy.length > 0 && <ReadBy userIds={readBy} />}
      {!deleted && <MessageActions message={message} commands={commands} />}
    </article>
  )
})

/** It leaves what was said as it was, and shows by itself. */
function isAside({ type }: CommandFrame): boolean {
  return type === 'add_reaction' || type === 'remove_reaction' || type === 'mark'
}
