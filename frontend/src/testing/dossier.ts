import { hexToBytes } from '@noble/hashes/utils.js'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import text from '../../../dossier/src/test/resources/cases.json?raw'

export interface Step {
  op: string
  file?: string
  text?: string
  by?: string
  from?: string
  to?: string
  at?: number
  with?: number
  keep?: number
  mebibytes?: number
}

interface Cases {
  public_key: string
  events: string[]
  files: { name: string; text: string }[]
  manifest: string
  signature: string
  cases: { name: string; steps: Step[]; outcome: string; findings: unknown[] }[]
}

/** What Java's tests read too: the one check is to say what the other does. */
export const cases = JSON.parse(text) as Cases

export type Entries = Map<string, string | Uint8Array>

/** What is in a dossier that nobody has touched. */
export function sample(): Entries {
  return new Map<string, string | Uint8Array>([
    ['events.jsonl', cases.events.map((line) => `${line}\n`).join('')],
    ...cases.files.map(({ name, text: content }): [string, string] => [name, content]),
    ['manifest.json', cases.manifest],
    ['manifest.sig', hexToBytes(cases.signature)],
  ])
}

export async function zipped(entries: Entries): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, content] of entries) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    await zip.add(name, new Uint8ArrayReader(Uint8Array.from(bytes)))
  }
  return zip.close()
}

/** jsdom has it for readers of files alone. */
export function readBlobs(): void {
  Object.assign(Blob.prototype, {
    arrayBuffer(this: Blob) {
      return new Promise((resolve) => {
        const reader = new FileReader()
        reader.onload = () => {
          resolve(reader.result)
        }
        reader.readAsArrayBuffer(this)
      })
    },
  })
}
