import * as v from 'valibot'
import { ReadingField } from './readingField'
import { incidentTypes, memberRoles, severities } from './room'

const text = v.nullish(v.string(), '')

/** What rooms of a kind have in common from the start. */
export const Template = v.object({
  template_id: v.string(),
  name: v.string(),
  incident_type: v.picklist(incidentTypes),
  severity: v.picklist(severities),
  /** Empty when every room needs its own, as the description. */
  title: text,
  description: text,
  members: v.array(v.object({ user_id: v.string(), role: v.picklist(memberRoles) })),
  checklist: v.array(v.object({ text: v.string() })),
  fields: v.nullish(v.array(ReadingField), []),
  /** Where alarms of plant systems open rooms from it: names, or a beginning and `*`. */
  alarm_locations: v.nullish(v.array(v.string()), []),
  version: v.number(),
})
export type Template = v.InferOutput<typeof Template>

/** A template as it is sent; without `version` it is new. */
export type TemplateDraft = Omit<Template, 'template_id' | 'version'> & { version?: number }

/** Lengths the server takes, in Unicode code points, and entries. */
export const templateLimits = { name: 200, step: 500, steps: 100, alarmLocations: 50 }
