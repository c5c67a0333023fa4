import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import type { Finding, Manifest } from './finding'

type Events = Manifest['events']

/** A message has 64 KiB at the most, and its line some more. */
const MOST_PER_LINE = 8 * 2 ** 20
const LINE_FEED = 10

/** Holds the manifest's chain against itself; a room's numbers have no gap, so that what was left out is seen too. */
export function checkChain({ entries, count, last_chain: lastChain }: Events): Finding[] {
  const findings: Finding[] = []
  let chain = new Uint8Array(32)
  let expected = 1
  for (const entry of entries) {
    const event = entry.sequence_number
    if (event > expected) findings.push({ kind: 'event_missing', event: expected })
    chain = sha256(concatBytes(chain, hexToBytes(entry.sha256)))
    if (event < expected || bytesToHex(chain) !== entry.chain) {
      findings.push({ kind: 'chain_broken', event })
      return findings
    }
    expected = event + 1
  }
  if (bytesToHex(chain) !== lastChain || entries.length !== count) findings.push({ kind: 'chain_broken' })
  return findings
}

/** Holds events, as they come, against the manifest. */
export class EventsCheck {
  private readonly events: Events
  private readonly missing: Map<number, string>
  private readonly changed: Finding[] = []
  private readonly added: Finding[] = []
  private readonly found: number[] = []
  private begun: Uint8Array[] = []
  private begunLength = 0
  private lines = 0

  constructor(events: Events) {
    this.events = events
    this.missing = new Map(events.entries.map((entry) => [entry.sequence_number, entry.sha256]))
  }

  take(piece: Uint8Array): void {
    let from = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      this.keep(piece.subarray(from, end + 1))
      this.endLine()
      from = end + 1
    }
    this.keep(piece.subarray(from))
  }

  private keep(part: Uint8Array): void {
    if (part.length === 0) return
    this.begun.push(part.slice())
    this.begunLength += part.length
    if (this.begunLength > MOST_PER_LINE) throw new Error('a line is too long')
  }

  private endLine(): void {
    const line = concatBytes(...this.begun)
    this.begun = []
    this.begunLength = 0
    this.lines += 1
    const event = numberOf(line)
    const sealed = event === null ? undefined : this.missing.get(event)
    if (event === null || sealed === undefined) {
      this.added.push({ kind: 'event_added', line: this.lines })
      return
    }
    this.missing.delete(event)
    this.found.push(event)
    if (sealed !== bytesToHex(sha256(line))) this.changed.push({ kind: 'event_changed', event })
  }

  end(): Finding[] {
    if (this.begunLength > 0) this.endLine()
    const removed = [...this.missing.keys()].map((event): Finding => ({ kind: 'event_removed', event }))
    return [...this.changed, ...removed, ...this.added, ...this.moved()]
  }

  /** Those that stand where another one stood. */
  private moved(): Finding[] {
    const order = [...new Set(this.events.entries.map((entry) => entry.sequence_number))]
    return order
      .filter((event) => !this.missing.has(event))
      .filter((event, index) => event !== this.found[index])
      .map((event) => ({ kind: 'event_moved', event }))
  }
}

function numberOf(line: Uint8Array): number | null {
  try {
    const event: unknown = JSON.parse(new TextDecoder().decode(line))
    const number = typeof event === 'object' && event !== null && 'sequence_number' in event && event.sequence_number
    return Number.isSafeInteger(number) ? (number as number) : null
  } catch {
    return null
  }
}
