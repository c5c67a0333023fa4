import * as v from 'valibot'

/** The most the server gives at once. */
export const MOST_AT_ONCE = 200

export interface Page<T> {
  items: T[]
  pagination: { limit: number; has_more: boolean; next: string | null }
}

/** All pages of a list, one after the other. */
export async function allOf<T>(fetchPage: (cursor: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const all: T[] = []
  let cursor: string | undefined
  do {
    const page = await fetchPage(cursor)
    all.push(...page.items)
    cursor = page.pagination.next ?? undefined
  } while (cursor !== undefined)
  return all
}

/** Every list of the API has this form; pass `pagination.next` back as `cursor`. */
export function pageOf<S extends v.GenericSchema>(item: S) {
  return v.object({
    items: v.array(item),
    pagination: v.object({ limit: v.number(), has_more: v.boolean(), next: v.nullish(v.string(), null) }),
  })
}
