import * as v from 'valibot'
import { Role } from '../../realtime/frames'
import { ReadingField } from './readingField'

export const incidentTypes = ['equipment_failure', 'material_shortage', 'quality_issue', 'safety', 'other'] as const
export const severities = ['critical', 'high', 'medium', 'low'] as const
export const statuses = ['active', 'resolved', 'archived'] as const
export const memberRoles = ['OWNER', 'EDITOR', 'VIEWER'] as const

/** What was learned of the incident, which leads its report. */
export const summaryFields = ['root_cause', 'corrective_actions', 'preventive_actions'] as const

export type IncidentType = (typeof incidentTypes)[number]
export type Severity = (typeof severities)[number]
export type Status = (typeof statuses)[number]
export type MemberRole = (typeof memberRoles)[number]

const text = v.nullish(v.string(), null)

export const Room = v.object({
  room_id: v.string(),
  title: v.string(),
  incident_type: v.picklist(incidentTypes),
  severity: v.picklist(severities),
  status: v.picklist(statuses),
  location: text,
  description: text,
  created_by: v.string(),
  created_at: v.string(),
  last_activity_at: text,
  resolved_at: text,
  resolution_notes: text,
  root_cause: text,
  corrective_actions: text,
  preventive_actions: text,
  archived_at: text,
  member_count: v.nullish(v.number(), null),
  /** The readings that are expected; lists of rooms leave them out. */
  fields: v.nullish(v.array(ReadingField), []),
  /** Null for an admin who is not a member. */
  my_role: v.nullish(Role, null),
  version: v.number(),
})
export type Room = v.InferOutput<typeof Room>

export interface CreateRoom {
  template_id?: string
  title: string
  incident_type: IncidentType
  severity: Severity
  location: string
  description: string
  members: { user_id: string; role: MemberRole }[]
}

/** Lengths the server takes, in Unicode code points. */
export const limits = {
  title: 200,
  location: 200,
  description: 5000,
  root_cause: 5000,
  corrective_actions: 5000,
  preventive_actions: 5000,
}

/** `length` counts UTF-16 units, the server code points: an emoji is one. */
export function codePoints(value: string): number {
  return [...value].length
}
