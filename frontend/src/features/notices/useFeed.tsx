import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import * as v from 'valibot'
import { session, useUser } from '../auth/currentSession'
import { refreshHandovers } from '../handover/handoverQueries'
import { answerWorker } from '../push/answerWorker'
import { refreshNotifications } from '../notifications/notificationQueries'
import { useNotificationText } from '../notifications/useNotificationText'
import { Room } from '../rooms/room'
import { knownRoom, putRoom, refreshParts, roomKeys } from '../rooms/roomQueries'
import { showInBrowser } from '../notifications/browserNotices'
import { type News, openFeed } from './Feed'
import { isLeftToPush } from './leftToPush'
import { type Notice, noticeOf } from './notices'
import { fetchUnread, putUnread, unreadKey } from '../rooms/unread'

/** The list of rooms need not follow every message of a busy plant. */
const LISTS_EVERY_MS = 3_000

const isUrgent = ({ kind }: Notice) => kind === 'mentioned' || kind === 'notified'

/** Keeps what the app knows of all rooms current, and tells of what happens where one is not looking. */
export function useFeed(): void {
  const { t } = useTranslation()
  const me = useUser()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const textOf = useNotificationText()
  const say = useRef<(notice: Notice) => void>(() => undefined)

  useEffect(() => {
    say.current = (notice) => {
      const roomId = 'roomId' in notice ? notice.roomId : null
      // What happens in the room that one looks at is seen there.
      if (pathname.split('/')[2] === roomId && document.visibilityState === 'visible') return
      const { title, text } = wordsFor(notice)
      const to =
        roomId === null ? null : `/rooms/${roomId}${notice.kind === 'mentioned' ? `?message=${notice.messageId}` : ''}`
      notifications.show({
        title: to === null ? title : <Link to={to}>{title}</Link>,
        message: text,
        color: isUrgent(notice) ? 'red' : undefined,
        autoClose: isUrgent(notice) ? 15_000 : 7_000,
        closeButtonProps: { 'aria-label': t('app.close') },
      })
      const show = () => {
        showInBrowser({ title, text, tag: roomId ?? title }, () => {
          if (to !== null) void navigate(to)
        })
      }
      // Rather twice than never, if that cannot be found out.
      isLeftToPush(notice, me.user_id, queries).then((isLeft) => {
        if (!isLeft) show()
      }, show)
    }

    const wordsFor = (notice: Notice): { title: string; text: string } => {
      switch (notice.kind) {
        case 'mentioned':
          return { title: t('notices.mentioned', { name: notice.sender }), text: notice.excerpt }
        case 'invited':
          return { title: notice.title, text: t('notices.invited') }
        case 'status':
          return { title: notice.title, text: t('notices.status', { status: t(`status.${notice.status}`) }) }
        case 'severity':
          return { title: notice.title, text: t('notices.severity', { severity: t(`severity.${notice.severity}`) }) }
        case 'notified':
          return { title: notice.notification.room_title, text: textOf(notice.notification) }
        case 'removed':
          return { title: notice.title, text: t('notices.removed') }
      }
    }
  }, [t, navigate, pathname, textOf, me.user_id, queries])

  useEffect(() => {
    let lists: ReturnType<typeof setTimeout> | undefined
    const refreshLists = () => {
      lists ??= setTimeout(() => {
        lists = undefined
        void queries.invalidateQueries({ queryKey: roomKeys.lists })
      }, LISTS_EVERY_MS)
    }
    const heard = (frame: News, memberOf: ReadonlySet<string>) => {
      const before: Room | undefined = knownRoom(queries, frame.room_id)
      const notice = noticeOf(frame, before, memberOf.has(frame.room_id))
      if (notice !== null) say.current(notice)
      switch (frame.type) {
        case 'unread':
          putUnread(queries, frame)
          return
        case 'notification':
          refreshNotifications(queries)
          return
        case 'mentioned':
          return
        case 'room_changed': {
          putRoom(queries, v.parse(Room, frame))
          refreshParts(queries, frame.room_id)
          refreshLists()
          return
        }
        case 'room_removed':
          queries.removeQueries({ queryKey: roomKeys.one(frame.room_id) })
          refreshLists()
      }
    }
    let rooms = new Set<string>()
    let welcomed = false
    const close = openFeed(session, {
      onWelcome: () => {
        // A mention that came while there was no connection shows in the figures.
        fetchUnread().then(
          (unread) => {
            queries.setQueryData(unreadKey, unread)
            rooms = new Set([...rooms, ...unread.rooms.map((room) => room.room_id)])
          },
          () => undefined,
        )
        refreshLists()
        refreshNotifications(queries)
        refreshHandovers(queries)
        // Nothing is replayed: what happened to rooms while away has to be asked for.
        if (welcomed) void queries.invalidateQueries({ queryKey: roomKeys.all })
        welcomed = true
      },
      onNews: (frame) => {
        heard(frame, rooms)
        if (frame.type === 'room_removed') rooms.delete(frame.room_id)
        else rooms.add(frame.room_id)
      },
      onHandovers: () => {
        refreshHandovers(queries)
      },
    })
    const stopAnswering = answerWorker()
    return () => {
      close()
      stopAnswering()
      clearTimeout(lists)
    }
  }, [me.user_id, queries])
}
