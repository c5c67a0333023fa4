import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Room } from '../rooms/room'
import { save } from '../files/save'
import { openPage } from './openPage'
import { fetchReport, type WantedReport } from './report'

/** Makes reports of a room; none is waited for any longer than the component is there. */
export function useReport({ room_id: roomId, title }: Pick<Room, 'room_id' | 'title'>) {
  /** A page that came too long after the click for the browser to let it open. */
  const [waiting, setWaiting] = useState<Blob | null>(null)
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const controller = new AbortController()
    leaving.current = controller
    return () => {
      controller.abort()
    }
  }, [])

  const making = useMutation({
    mutationFn: (wanted: WantedReport) => fetchReport(roomId, wanted, leaving.current.signal),
  })
  const show = (page: Blob) => {
    setWaiting(openPage(page) ? null : page)
  }
  return {
    isPending: making.isPending,
    failure: making.error,
    waiting,
    show,
    reset: () => {
      making.reset()
      setWaiting(null)
    },
    download: (wanted: WantedReport) => {
      making.mutate(wanted, {
        onSuccess: (bytes) => {
          save(bytes, `${title}.${wanted.format}`)
        },
      })
    },
    open: (wanted: WantedReport) => {
      making.mutate(wanted, { onSuccess: show })
    },
  }
}
