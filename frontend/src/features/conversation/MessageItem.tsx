import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessageEntry } from '../../realtime/entries'
import { PersonAvatar } from '../../shared/PersonAvatar'
import { ClockTime } from '../../shared/RelativeTime'
import { FileAttachment } from './FileAttachment'
import { ImageAttachment } from './ImageAttachment'
import { Readings, readingsIn } from './Readings'
import classes from './TimelineLog.module.css'

interface Props {
  message: MessageEntry
  continued: boolean
  own: boolean
  /** The message this one answers, if it is on the screen. */
  repliesTo: MessageEntry | null
}

export const MessageItem = memo(function MessageItem({ message, continued, own, repliesTo }: Props) {
  const { t } = useTranslation()
  return (
    <article
      className={classes.message}
      data-own={own || undefined}
      data-continued={continued || undefined}
      aria-label={message.sender_name}
    >
      {!continued && <PersonAvatar id={message.sender_id} name={message.sender_name} />}
      <div className={classes.body}>
        {!continued && (
          <div className={classes.byline}>
            <span className={classes.sender}>{message.sender_name}</span>
            <span className={classes.meta}>
              <ClockTime at={message.created_at} />
            </span>
          </div>
        )}
        {repliesTo !== null && (
          <div className={classes.quote}>
            {t('message.inReplyTo', {
              name: repliesTo.sender_name,
              text: repliesTo.deleted_at == null ? textOf(repliesTo.content) : t('message.deleted'),
            })}
          </div>
        )}
        {message.deleted_at != null ? (
          <p className={classes.deleted}>{t('message.deleted')}</p>
        ) : (
          <Content message={message} />
        )}
        {message.edited_at != null && message.deleted_at == null && (
          <span className={classes.meta}>{t('message.edited')}</span>
        )}
        {message.reactions.length > 0 && (
          <ul className={classes.reactions}>
            {message.reactions.map(({ emoji, count, mine }) => (
              <li key={emoji} className={classes.reaction} data-mine={mine || undefined}>
                {t('message.reaction', { emoji, count })}
              </li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
})

function Content({ message }: { message: MessageEntry }) {
  const text = textOf(message.content)
  if (message.message_type === 'image_ref' && message.file_id != null) {
    return (
      <>
        <p className={classes.text}>{text}</p>
        <ImageAttachment fileId={message.file_id} name={text} />
      </>
    )
  }
  if (message.message_type === 'file_ref' && message.file_id != null) {
    return <FileAttachment fileId={message.file_id} name={text} />
  }
  const readings = message.message_type === 'incident_data' ? readingsIn(message.content) : null
  return readings === null ? <p className={classes.text}>{text}</p> : <Readings readings={readings} />
}

function textOf(content: MessageEntry['content']): string {
  if (content === null) return ''
  return typeof content === 'string' ? content : JSON.stringify(content)
}
