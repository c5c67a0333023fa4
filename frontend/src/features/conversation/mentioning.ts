import type { Person } from '../../realtime/frames'

/** A name that is being written, from the `@` at `from` to the caret. */
export interface Mentioning {
  from: number
  typed: string
}

/** More would cover the timeline. */
const SUGGESTED = 6

export function mentioningAt(text: string, caret: number): Mentioning | null {
  const found = /(?:^|[^\w])[@＠]([^\s@＠]{0,40})$/.exec(text.slice(0, caret))
  const typed = found?.[1]
  return typed === undefined ? null : { from: caret - typed.length - 1, typed }
}

/** Those whose name or address has what was typed, at its beginning first. */
export function suggestionsFor(typed: string, people: readonly Person[], me: string): Person[] {
  const wanted = typed.toLowerCase()
  const rank = ({ user_id: id, display_name: name }: Person) => {
    const forms = [name.toLowerCase(), id]
    if (forms.some((form) => form.startsWith(wanted))) return 0
    return forms.some((form) => form.includes(wanted)) ? 1 : 2
  }
  return people
    .filter((person) => person.user_id !== me && rank(person) < 2)
    .sort((a, b) => rank(a) - rank(b) || a.display_name.localeCompare(b.display_name))
    .slice(0, SUGGESTED)
}

/** Of those chosen, the ones that the text still names. */
export function stillNamed(text: string, chosen: readonly Person[]): string[] {
  const named = chosen.filter(({ display_name: name }) => text.includes(`@${name}`))
  return [...new Set(named.map(({ user_id: id }) => id))]
}
