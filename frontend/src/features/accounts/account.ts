import * as v from 'valibot'

const time = v.nullish(v.string(), null)

/** A machine's account, as admins see it. */
export const ServiceAccount = v.object({
  client_id: v.string(),
  name: v.string(),
  description: v.nullish(v.string(), ''),
  scope: v.object({ rooms: v.array(v.string()), templates: v.array(v.string()) }),
  /** Null for never. */
  expires_at: time,
  created_by: v.string(),
  created_at: v.string(),
  /** When it last got a token. */
  last_used_at: time,
  version: v.number(),
})
export type ServiceAccount = v.InferOutput<typeof ServiceAccount>
export type Scope = ServiceAccount['scope']

/** An account with its newest secret, this once. */
export const NewSecret = v.object({
  ...ServiceAccount.entries,
  client_secret: v.string(),
  /** When the secret before it ends; null where there was none. */
  previous_valid_until: time,
})
export type NewSecret = v.InferOutput<typeof NewSecret>

/** What the server takes: lengths in Unicode code points, and rooms and templates together. */
export const accountLimits = { name: 100, description: 1000, scope: 50 }

export function isExpired({ expires_at: at }: ServiceAccount, now = Date.now()): boolean {
  return at !== null && Date.parse(at) <= now
}
