import { Button, Loader } from '@mantine/core'
import { IconArrowDown, IconMessages } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Virtualizer } from 'virtua'
import { isCommand, isMessage, type PendingCommand } from '../../realtime/pending'
import { StateMessage } from '../../shared/StateMessage'
import type { Conversation, ConversationState } from './Conversation'
import { AlarmLine } from './AlarmLine'
import { DayLine, EventLine, NoticeLine, UnreadLine } from './lines'
import { MessageItem } from './MessageItem'
import { PendingItem } from './PendingItem'
import { readBy } from './readBy'
import { type Row, rowsOf } from './rows'
import { useFollowing } from './useFollowing'
import classes from './TimelineLog.module.css'

interface Props {
  state: ConversationState
  conversation: Conversation
  /** Where the line of the unread stands; null for nowhere. */
  readThrough: number | null
  /** The message that was jumped to. */
  reached: string | null
  /** The reader sees the newest messages, or no longer. */
  onReadingAlong: (atEnd: boolean) => void
  /** The reader goes back to the newest. */
  onLeavePlace: () => void
}

/** The height of what stands above the first row, which the list must know. */
const TOP_PX = 44
const NOTHING: readonly never[] = []

export function TimelineLog({ state, conversation, readThrough, reached, ...told }: Props) {
  const { t } = useTranslation()
  const { onReadingAlong, onLeavePlace } = told
  const { timeline, loading, failed } = state
  const { past, me } = timeline
  const live = past === null
  const { entries, hasOlder } = past ?? timeline
  const pending = useMemo(() => timeline.pending.filter(isMessage), [timeline.pending])
  const rows = useMemo(
    () =>
      live
        ? rowsOf({ entries, notices: timeline.notices, pending, me, readThrough })
        : rowsOf({ entries, notices: NOTHING, me }),
    [live, entries, timeline.notices, pending, me, readThrough],
  )
  const commands = useMemo(() => byMessage(timeline.pending.filter(isCommand)), [timeline.pending])
  const marks = useMemo(() => readBy(entries, state.reads, me), [entries, state.reads, me])
  const messages = useMemo(() => new Map(entries.map((entry) => [entry.message_id, entry])), [entries])
  const viewport = useRef<HTMLDivElement>(null)
  const { list, grewAtTop, atEnd, onScroll, onResize, toEnd } = useFollowing({
    rows,
    live,
    own: pending.length,
    onNearTop: () => {
      if (!failed.older) void conversation.loadOlder()
    },
    onNearEnd: () => {
      if (!failed.newer) void conversation.loadNewer()
    },
  })

  useEffect(() => {
    onReadingAlong(atEnd)
  }, [atEnd, onReadingAlong])

  const place = reached === null ? -1 : rows.findIndex((row) => row.key === reached)
  const shownPlace = useRef<string | null>(null)
  useEffect(() => {
    if (reached === shownPlace.current || (reached !== null && place < 0)) return
    shownPlace.current = reached
    if (place >= 0) list.current?.scrollToIndex(place, { align: 'center' })
  }, [reached, place, list])

  const draw = (row: Row) => {
    switch (row.kind) {
      case 'day':
        return <DayLine key={row.key} at={row.at} />
      case 'unread':
        return <UnreadLine key={row.key} />
      case 'event':
        return row.entry.alarm == null ? (
          <EventLine key={row.key} event={row.entry} />
        ) : (
          <AlarmLine key={row.key} event={row.entry} alarm={row.entry.alarm} />
        )
      case 'notice':
        return <NoticeLine key={row.key} notice={row.notice} />
      case 'pending':
        return <PendingItem key={row.key} pending={row.pending} />
      case 'message': {
        const { entry } = row
        const answered = entry.reply_to == null ? null : messages.get(entry.reply_to)
        return (
          <MessageItem
            key={row.key}
            message={entry}
            continued={row.continued}
            followed={row.followed}
            own={entry.sender_id === me}
            reached={row.key === reached}
            repliesTo={answered?.kind === 'event' ? undefined : answered}
            commands={commands.get(entry.message_id) ?? NOTHING}
            readBy={marks.get(entry.message_id) ?? NOTHING}
          />
        )
      }
    }
  }

  return (
    <div className={classes.frame}>
      <div
        ref={viewport}
        className={classes.viewport}
        role="log"
        // A list that is drawn in parts would be read out while one scrolls; what is new is announced elsewhere.
        aria-live="off"
        aria-label={t('room.timeline')}
        aria-busy={loading.older || loading.newer}
        tabIndex={0}
        onKeyDown={moveAmongMessages}
      >
        <div className={classes.top} style={{ height: TOP_PX }}>
          {loading.older && <Loader size="sm" aria-label={t('room.loadingOlder')} />}
          {!loading.older && hasOlder && (
            <>
              {failed.older && <span role="alert">{t('room.olderFailed')}</span>}
              <Button variant="subtle" onClick={() => void conversation.loadOlder()}>
                {failed.older ? t('app.tryAgain') : t('room.loadOlder')}
              </Button>
            </>
          )}
          {!hasOlder && rows.length > 0 && <span>{t('room.beginning')}</span>}
        </div>
        {rows.length === 0 && (
          <StateMessage icon={<IconMessages size={30} />} title={t('room.emptyTitle')} text={t('room.emptyText')} />
        )}
        <Virtualizer
          ref={list}
          scrollRef={viewport}
          startMargin={TOP_PX}
          shift={grewAtTop}
          data={rows}
          onScroll={onScroll}
          onResize={onResize}
        >
          {draw}
        </Virtualizer>
        {loading.newer && <Loader size="sm" mx="auto" my="sm" aria-label={t('room.loadingNewer')} />}
      </div>
      {!atEnd && rows.length > 0 && (
        <Button
          className={classes.newest}
          radius="xl"
          variant={live ? 'filled' : 'default'}
          leftSection={<IconArrowDown size={18} />}
          onClick={() => {
            onLeavePlace()
            conversation.backToNewest()
            requestAnimationFrame(toEnd)
          }}
        >
          {rows.some((row) => row.kind === 'unread') ? t('room.newMessages') : t('room.toNewest')}
        </Button>
      )}
    </div>
  )
}

function byMessage(commands: readonly PendingCommand[]): ReadonlyMap<string, readonly PendingCommand[]> {
  const found = new Map<string, PendingCommand[]>()
  for (const command of commands) {
    const { message_id: id } = command.frame
    found.set(id, [...(found.get(id) ?? []), command])
  }
  return found
}

/** The arrow keys go from message to message; Tab then leads to what can be done with the one. */
function moveAmongMessages(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
  if (target !== event.currentTarget && !target.matches('[data-message]')) return
  const messages = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-message]')]
  const at = messages.indexOf(target)
  const step = event.key === 'ArrowUp' ? -1 : 1
  const next = messages[at < 0 ? messages.length - 1 : at + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
