import { notifications } from '@mantine/notifications'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import type { Conversation } from './Conversation'
import type { Place } from './places'

interface PlaceShown {
  /** The message that was jumped to. */
  reached: string | null
  goTo: (place: Place) => void
  /** Back to the newest, also in the address. */
  leave: () => void
}

/** The place in the room that the address names (`?at=` a number, `?message=` an id), or that a quotation leads to. */
export function usePlace(conversation: Conversation, ready: boolean): PlaceShown {
  const { t } = useTranslation()
  const { search, pathname, key } = useLocation()
  const navigate = useNavigate()
  const [reached, setReached] = useState<string | null>(null)

  const goTo = useCallback(
    (place: Place) => {
      void conversation.goTo(place).then((found) => {
        setReached(found)
        if (found === null) {
          notifications.show({ message: t('room.notFound'), closeButtonProps: { 'aria-label': t('app.close') } })
        }
      })
    },
    [conversation, t],
  )

  // The key: following the same link again leads there again.
  useEffect(() => {
    const place = placeIn(search)
    if (ready && place !== null) goTo(place)
  }, [search, key, ready, goTo])

  return {
    reached,
    goTo,
    leave: () => {
      setReached(null)
      if (search !== '') void navigate(pathname, { replace: true })
    },
  }
}

function placeIn(search: string): Place | null {
  const params = new URLSearchParams(search)
  const messageId = params.get('message')
  if (messageId !== null) return { messageId }
  const at = params.get('at') ?? ''
  return /^\d{1,15}$/.test(at) ? { sequence: Number(at) } : null
}
