import { Skeleton, Stack } from '@mantine/core'
import { IconPinned } from '@tabler/icons-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Mark, marks } from '../../realtime/marks'
import { FailureMessage } from '../../shared/FailureMessage'
import { RelativeTime } from '../../shared/RelativeTime'
import { StateMessage } from '../../shared/StateMessage'
import { textOf } from '../conversation/MessageContent'
import { MarkBadge } from './MarkBadge'
import { type MarkedMessage, useMarks } from './markQueries'
import classes from './Marks.module.css'

/** What matters most of what was said, by kind; each leads to its place in the room. */
export function MarksPanel({ roomId }: { roomId: string }) {
  const { t } = useTranslation()
  const marked = useMarks(roomId)
  if (marked.isPending) return <Skeleton height={180} role="status" aria-label={t('app.loading')} />
  if (marked.isError) {
    return (
      <FailureMessage title={t('marks.failedTitle')} failure={marked.error} onRetry={() => void marked.refetch()} />
    )
  }
  const kinds = marks
    .map((kind) => ({ kind, messages: marked.data.filter(({ mark }) => mark === kind) }))
    .filter(({ messages }) => messages.length > 0)
  if (kinds.length === 0) {
    return <StateMessage icon={<IconPinned size={30} />} title={t('marks.emptyTitle')} text={t('marks.emptyText')} />
  }
  return (
    <Stack gap="lg">
      {kinds.map(({ kind, messages }) => (
        <Kind key={kind} roomId={roomId} kind={kind} messages={messages} />
      ))}
    </Stack>
  )
}

function Kind({ roomId, kind, messages }: { roomId: string; kind: Mark; messages: readonly MarkedMessage[] }) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={classes.kind}>
        <MarkBadge mark={kind} />
      </h2>
      <ol className={classes.list} aria-labelledby={id}>
        {messages.map((message) => (
          <li key={message.message_id}>
            <Link
              className={classes.message}
              data-mark={kind}
              to={`/rooms/${roomId}?at=${message.sequence_number}`}
            >
              <span className={classes.byline}>
                <b>{message.sender_name}</b>
                <RelativeTime at={message.created_at} />
              </span>
              <span className={classes.text}>{textOf(message.content)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
