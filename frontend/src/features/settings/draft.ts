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
}
export type Field = keyof Details

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
const fields = ['incident_type', 'severity', ...texts] as const satisfies Field[]

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
  }
}

export function draftOf(room: Room): Draft {
  const base = detailsOf(room)
  return { version: room.version, base, typed: base, theirs: {} }
}

/** Only these are sent: what one has not touched must not undo what others do. */
export function changesIn({ base, typed }: Draft): Partial<Details> {
  return Object.fromEntries(fields.filter((name) => typed[name] !== base[name]).map((name) => [name, typed[name]]))
}

/** The same draft over the room as it is now: what was not touched follows it, what was typed stays. */
export function rebase(draft: Draft, room: Room): Draft {
  const now = detailsOf(room)
  const next: Draft = { version: room.version, base: now, typed: { ...now }, theirs: {} }
  for (const name of fields) {
    const touched = draft.typed[name] !== draft.base[name]
    if (!touched || draft.typed[name] === now[name]) continue
    put(next.typed, name, draft.typed[name])
    if (now[name] !== draft.base[name] || name in draft.theirs) put(next.theirs, name, now[name])
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

/** What the server would refuse, by field: `missing`, or how many characters at most. */
export function faultsIn({ typed }: Draft): Partial<Record<Field, 'missing' | number>> {
  const tooLong = texts.filter((field) => codePoints(typed[field]) > limits[field])
  return {
    ...Object.fromEntries(tooLong.map((field) => [field, limits[field]])),
    ...(typed.title.trim() === '' && { title: 'missing' }),
  }
}

function put<F extends Field>(into: Partial<Details>, field: F, value: Details[F]): void {
  into[field] = value
}
