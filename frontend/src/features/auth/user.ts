import * as v from 'valibot'

export const User = v.object({
  user_id: v.string(),
  display_name: v.string(),
  email: v.nullish(v.string(), null),
  department: v.nullish(v.string(), null),
  roles: v.optional(v.array(v.string()), []),
})
export type User = v.InferOutput<typeof User>

/** What login and refresh answer. `expires_in` is in seconds. */
export const Grant = v.object({
  access_token: v.string(),
  expires_in: v.number(),
  user: User,
})
export type Grant = v.InferOutput<typeof Grant>
