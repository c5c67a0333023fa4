import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../../shared/api/problem'
import { type FieldDraft, fieldDraftsOf } from '../rooms/fieldDraft'
import type { ReadingField } from '../rooms/readingField'
import type { Room } from '../rooms/room'
import { fetchRoom, putRoom } from '../rooms/roomQueries'
import { editRoom, useTellOfChange } from './settingsQueries'

/** `outdated`: others have changed the fields meanwhile; saving again puts one's own in their place. */
type Outcome = { kind: 'saved' } | { kind: 'outdated' } | { kind: 'failed'; failure: unknown }

interface Base {
  version: number
  fields: readonly ReadingField[]
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The expected readings as they are being edited; they follow what others change until something is typed. */
export function useFieldsDraft(room: Room) {
  const queries = useQueryClient()
  const tell = useTellOfChange(room.room_id)
  const [base, setBase] = useState<Base>(room)
  const [typed, setTyped] = useState(() => fieldDraftsOf(room.fields))
  const [saving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const touched = !same(typed, fieldDraftsOf(base.fields))

  const follow = (now: Room) => {
    setBase(now)
    setTyped(fieldDraftsOf(now.fields))
  }
  if (room.version > base.version && !touched) follow(room)

  const attempt = async (fields: ReadingField[]): Promise<Outcome> => {
    let known = base
    for (;;) {
      try {
        const now = await editRoom(room.room_id, { fields }, known.version)
        follow(now)
        tell(now)
        return { kind: 'saved' }
      } catch (failure) {
        if (!(failure instanceof ApiProblem) || failure.code !== 'version_conflict') throw failure
      }
      // The version counts every change of the room; only one of the fields is in the way.
      const now = await fetchRoom(room.room_id)
      putRoom(queries, now)
      setBase(now)
      if (!same(now.fields, known.fields)) return { kind: 'outdated' }
      known = now
    }
  }

  const save = async (fields: ReadingField[]) => {
    setSaving(true)
    try {
      setOutcome(await attempt(fields))
    } catch (failure) {
      setOutcome({ kind: 'failed', failure })
    } finally {
      setSaving(false)
    }
  }
  const change = (fields: FieldDraft[]) => {
    setOutcome(null)
    setTyped(fields)
  }
  const discard = () => {
    setOutcome(null)
    follow(room)
  }
  return { typed, touched, saving, outcome, change, discard, save }
}
