import { LinkifyIt } from 'linkify-it'

export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'block'; text: string }
  | { kind: 'link'; text: string; href: string }
  /** `me`: it is the reader who is meant. */
  | { kind: 'mention'; text: string; me: boolean }

/** Of the web only, and only whole: an address of any other kind stays text. A mail address is mostly a mention. */
const links = new LinkifyIt({ fuzzyEmail: false }).add('ftp:', null).add('//', null).add('mailto:', null)
const CODE = /```(?:[\w+-]*\n)?([\s\S]+?)```|`([^`\n]+)`/g

/** What a message says, told apart into what is drawn differently. `named`: the names by which the mentioned may go. */
export function piecesOf(text: string, named: readonly string[], mine: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(CODE)) {
    pieces.push(...proseOf(text.slice(from, found.index), named, mine))
    const [whole, block, code] = found
    pieces.push(
      block === undefined ? { kind: 'code', text: code ?? '' } : { kind: 'block', text: block.replace(/\n$/, '') },
    )
    from = found.index + whole.length
  }
  return [...pieces, ...proseOf(text.slice(from), named, mine)]
}

function proseOf(text: string, named: readonly string[], mine: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const link of links.match(text) ?? []) {
    pieces.push(...mentionsIn(text.slice(from, link.index), named, mine))
    pieces.push({ kind: 'link', text: link.text, href: link.url })
    from = link.lastIndex
  }
  return [...pieces, ...mentionsIn(text.slice(from), named, mine)]
}

function mentionsIn(text: string, named: readonly string[], mine: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const at of named.length === 0 ? [] : text.matchAll(/[@＠]/g)) {
    const name = longestNameAt(text, at.index + 1, named)
    if (name === null || at.index < from) continue
    pieces.push(...plain(text.slice(from, at.index)))
    from = at.index + 1 + name.length
    pieces.push({ kind: 'mention', text: text.slice(at.index, from), me: mine.includes(name) })
  }
  return [...pieces, ...plain(text.slice(from))]
}

/** Chinese runs on without a space, so a name need not end at one; a Latin name ends with its word. */
function longestNameAt(text: string, start: number, named: readonly string[]): string | null {
  const fitting = named.filter((name) => {
    const said = text.slice(start, start + name.length)
    const cutShort = /\w$/.test(said) && /^\w/.test(text.slice(start + name.length))
    return said.toLowerCase() === name.toLowerCase() && !cutShort
  })
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null
}

function plain(text: string): Piece[] {
  return text === '' ? [] : [{ kind: 'text', text }]
}
