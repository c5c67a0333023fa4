import * as v from 'valibot'

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))

/** What a dossier says of itself: `docs/dossier.md`. */
export const Manifest = v.object({
  format: v.literal('andon-dossier'),
  version: v.literal(1),
  room: v.object({ room_id: v.string(), title: v.string() }),
  made_at: v.string(),
  made_by: v.object({ user_id: v.string(), display_name: v.string() }),
  key: v.object({ x: v.string() }),
  events: v.object({
    entries: v.array(v.object({ sequence_number: v.number(), sha256: hash, chain: v.string() })),
    count: v.number(),
    last_chain: v.string(),
  }),
  files: v.array(v.object({ name: v.string(), size: v.number(), sha256: v.string() })),
  deleted_files: v.array(v.object({ file_id: v.string(), file_name: v.nullish(v.string(), null) })),
})
export type Manifest = v.InferOutput<typeof Manifest>

/** The same as of `./andon verify-dossier`: a test holds the two together. */
export type Finding =
  | { kind: 'not_a_dossier' | 'signature_wrong' | 'key_unknown' }
  | { kind: 'unreadable'; file?: string }
  | { kind: 'unsafe_name' | 'name_twice' | 'too_large'; file: string }
  | { kind: 'chain_broken'; event?: number }
  | { kind: 'event_missing' | 'event_changed' | 'event_removed' | 'event_moved'; event: number }
  | { kind: 'event_added'; line: number }
  | { kind: 'file_changed' | 'file_removed' | 'file_added'; file: string }

/** A file that is not looked into any further. */
export class Refusal extends Error {
  readonly finding: Finding

  constructor(finding: Finding) {
    super(finding.kind)
    this.finding = finding
  }
}

export interface Verdict {
  /** `consistent`: as it was sealed, by whomever; `refused`: not looked into. */
  outcome: 'proven' | 'broken' | 'consistent' | 'refused'
  findings: Finding[]
  /** Null if there was none to be read, as `keyId`. */
  manifest: Manifest | null
  /** The thumbprint of the key inside. */
  keyId: string | null
}
