import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../shared/api/problem'
import type { Room } from '../rooms/room'
import { fetchRoom, putRoom } from '../rooms/roomQueries'
import { changesIn, type Draft, draftOf, rebase, saved } from './draft'
import { editRoom, useTellOfChange } from './settingsQueries'

/** `saved`: what was typed is at the server. `undecided`: others have put something else, see `theirs`. */
export type Outcome = { kind: 'saved' } | { kind: 'undecided' } | { kind: 'failed'; failure: unknown }

/** The details of a room as they are being edited; follows what others change, and never drops what was typed. */
export function useDraft(room: Room) {
  const queries = useQueryClient()
  const tell = useTellOfChange(room.room_id)
  const [draft, setDraft] = useState(() => draftOf(room))
  const [saving, setSaving] = useState(false)
  if (room.version > draft.version) setDraft(rebase(draft, room))

  const attempt = async (): Promise<Outcome> => {
    let sent = draft
    for (;;) {
      try {
        const now = await editRoom(room.room_id, changesIn(sent), sent.version)
        const { typed } = sent
        setDraft((later) => saved(later, typed, now))
        tell(now)
        return { kind: 'saved' }
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.code !== 'version_conflict') return { kind: 'failed', failure }
      }
      // The version counts every change of the room, of its members too; only one of the same fields is in the way.
      const now = await fetchRoom(room.room_id)
      putRoom(queries, now)
      sent = rebase(sent, now)
      setDraft((later) => rebase(later, now))
      if (Object.keys(sent.theirs).length > 0) return { kind: 'undecided' }
    }
  }

  const save = async (): Promise<Outcome> => {
    setSaving(true)
    try {
      return await attempt()
    } catch (failure) {
      return { kind: 'failed', failure }
    } finally {
      setSaving(false)
    }
  }

  const change = (how: (before: Draft) => Draft) => {
    setDraft(how)
  }
  return { draft, change, saving, save }
}
