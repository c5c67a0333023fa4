import { type FieldDraft, fieldDraftsOf, fieldsOf, isSound } from '../rooms/fieldDraft'
import type { ReadingField } from '../rooms/readingField'
import { codePoints, limits, type Room, summaryFields } from '../rooms/room'

/** What can be edited of a room; nothing is empty text. */
export interface Details {
  title: string
  incident_type: Room['incident_type']
  severity: Room['severity']
  location: string
  description: string
  root_cause: string
  corrective_actions: string
  preventive_actions: string
  fields: FieldDraft[]
}
export type Field = keyof Details

/** Details as they are sent. */
export type Changes = Partial<Omit<Details, 'fields'> & { fields: ReadingField[] }>

/** What somebody is typing over a room that others may change meanwhile. */
export interface Draft {
  /** The room's version that `base` is of. */
  version: number
  base: Details
  typed: Details
  /** What others have put where something else was being typed. */
  theirs: Partial<Details>
}

const texts = ['title', 'location', 'description', ...summaryFields] as const satisfies Field[]
const parts = ['incident_type', 'severity', 'fields', ...texts] as const satisfies Field[]

function detailsOf(room: Room): Details {
  return {
    title: room.title,
    incident_type: room.incident_type,
    severity: room.severity,
    location: room.location ?? '',
    description: room.description ?? '',
    root_cause: room.root_cause ?? '',
    corrective_actions: room.corrective_actions ?? '',
    preventive_actions: room.preventive_actions ?? '',
    fields: fieldDraftsOf(room.fields),
  }
}

export function draftOf(room: Room): Draft {
  const base = detailsOf(room)
  return { version: room.version, base, typed: base, theirs: {} }
}

/** Only these are sent: what one has not touched must not undo what others do. */
export function changesIn({ base, typed }: Draft): Changes {
  const touched = parts.filter((name) => !isSame(typed[name], base[name]))
  return Object.fromEntries(
    touched.map((name) => [name, name === 'fields' ? fieldsOf(typed.fields) : typed[name]]),
  )
}

/** The same draft over the room as it is now: what was not touched follows it, what was typed stays. */
export function rebase(draft: Draft, room: Room): Draft {
  const now = detailsOf(room)
  const next: Draft = { version: room.version, base: now, typed: { ...now }, theirs: {} }
  for (const name of parts) {
    const touched = !isSame(draft.typed[name], draft.base[name])
    if (!touched || isSame(draft.typed[name], now[name])) continue
    put(next.typed, name, draft.typed[name])
    if (!isSame(now[name], draft.base[name]) || name in draft.theirs) put(next.theirs, name, now[name])
  }
  return next
}

/** After `sent` has been saved: what was typed since then stays. */
export function saved(draft: Draft, sent: Details, room: Room): Draft {
  return rebase({ ...draft, base: sent, theirs: {} }, room)
}

export function typing<F extends Field>(draft: Draft, field: F, value: Details[F]): Draft {
  return { ...draft, typed: { ...draft.typed, [field]: value } }
}

export function takingTheirs(draft: Draft, field: Field): Draft {
  const theirs = { ...draft.theirs, [field]: undefined }
  return { ...typing(draft, field, draft.base[field]), theirs }
}

/** What the server would refuse, by field: `missing`, `incomplete`, or how many characters at most. */
export function faultsIn({ typed }: Draft): Partial<Record<Field, 'missing' | 'incomplete' | number>> {
  const tooLong = texts.filter((field) => codePoints(typed[field]) > limits[field])
  return {
    ...Object.fromEntries(tooLong.map((field) => [field, limits[field]])),
    ...(typed.title.trim() === '' && { title: 'missing' }),
    ...(!isSound(typed.fields) && { fields: 'incomplete' }),
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function put<F extends Field>(into: Partial<Details>, field: F, value: Details[F]): void {
  into[field] = value
}
