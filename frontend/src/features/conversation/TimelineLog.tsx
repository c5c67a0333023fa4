import { Button, Loader } from '@mantine/core'
import { IconArrowDown, IconMessages } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Timeline } from '../../realtime/timeline'
import { StateMessage } from '../../shared/StateMessage'
import type { Conversation } from './Conversation'
import { DayLine, EventLine, NoticeLine } from './lines'
import { MessageItem } from './MessageItem'
import { PendingItem } from './PendingItem'
import { rowsOf } from './rows'
import { useStickyScroll } from './useStickyScroll'
import classes from './TimelineLog.module.css'

interface Props {
  timeline: Timeline
  loadingOlder: boolean
  olderFailed: boolean
  conversation: Conversation
}

/** Within this of the top, older messages are fetched without being asked for. */
const NEAR_TOP_PX = 200

export function TimelineLog({ timeline, loadingOlder, olderFailed, conversation }: Props) {
  const { t } = useTranslation()
  const { entries, notices, pending, hasOlder } = timeline
  const rows = useMemo(() => rowsOf({ entries, notices }), [entries, notices])
  const { viewport, onScroll, unseen, toNewest } = useStickyScroll({
    first: entries[0]?.message_id,
    last: rows.at(-1)?.key,
    own: pending.length,
  })
  const empty = rows.length === 0 && pending.length === 0

  return (
    <div className={classes.frame}>
      <div
        ref={viewport}
        className={classes.viewport}
        role="log"
        aria-label={t('room.timeline')}
        aria-busy={loadingOlder}
        tabIndex={0}
        onScroll={(event) => {
          onScroll()
          if (event.currentTarget.scrollTop < NEAR_TOP_PX && !olderFailed) void conversation.loadOlder()
        }}
      >
        <div className={classes.top}>
          {olderFailed && <p role="alert">{t('room.olderFailed')}</p>}
          {loadingOlder && <Loader size="sm" aria-label={t('room.loadingOlder')} />}
          {!loadingOlder && hasOlder && (
            <Button variant="subtle" onClick={() => void conversation.loadOlder()}>
              {t('room.loadOlder')}
            </Button>
          )}
          {!hasOlder && !empty && <span>{t('room.beginning')}</span>}
        </div>
        {empty && (
          <StateMessage icon={<IconMessages size={30} />} title={t('room.emptyTitle')} text={t('room.emptyText')} />
        )}
        {rows.map((row) => {
          switch (row.kind) {
            case 'day':
              return <DayLine key={row.key} at={row.at} />
            case 'event':
              return <EventLine key={row.key} event={row.entry} />
            case 'notice':
              return <NoticeLine key={row.key} notice={row.notice} />
            case 'message':
              return (
                <MessageItem
                  key={row.key}
                  message={row.entry}
                  continued={row.continued}
                  own={row.entry.sender_id === timeline.me}
                  repliesTo={row.entry.reply_to == null ? null : findMessage(timeline, row.entry.reply_to)}
                />
              )
          }
        })}
        {pending.map((message) => (
          <PendingItem key={message.frame.client_msg_id} message={message} conversation={conversation} />
        ))}
      </div>
      {unseen && (
        <Button className={classes.newest} radius="xl" leftSection={<IconArrowDown size={18} />} onClick={toNewest}>
          {t('room.newMessages')}
        </Button>
      )}
    </div>
  )
}

function findMessage({ entries }: Timeline, messageId: string) {
  const found = entries.find((entry) => entry.message_id === messageId)
  return found?.kind === 'message' ? found : null
}
