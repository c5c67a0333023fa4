import * as v from 'valibot'

export interface Page<T> {
  items: T[]
  pagination: { limit: number; has_more: boolean; next: string | null }
}

/** Every list of the API has this form; pass `pagination.next` back as `cursor`. */
export function pageOf<S extends v.GenericSchema>(item: S) {
  return v.object({
    items: v.array(item),
    pagination: v.object({ limit: v.number(), has_more: v.boolean(), next: v.nullish(v.string(), null) }),
  })
}
