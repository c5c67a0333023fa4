import { Blob as NodeBlob } from 'node:buffer'
import { webcrypto } from 'node:crypto'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import text from '../../../../dossier/src/test/resources/cases.json?raw'
import { checkDossier } from './checkDossier'
import { isSigned, bytesOfKey } from './signature'

interface Step {
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
const cases = JSON.parse(text) as Cases

type Entries = Map<string, string | Uint8Array>

function sample(): Entries {
  return new Map<string, string | Uint8Array>([
    ['events.jsonl', cases.events.map((line) => `${line}\n`).join('')],
    ...cases.files.map(({ name, text: content }): [string, string] => [name, content]),
    ['manifest.json', cases.manifest],
    ['manifest.sig', hexToBytes(cases.signature)],
  ])
}

function changedLines(all: string, { op, at = 1, text: line = '', with: other = 1 }: Step): string {
  const lines = all.trimEnd().split('\n')
  if (op === 'line') lines[at - 1] = line
  if (op === 'drop_line') lines.splice(at - 1, 1)
  if (op === 'insert_line') lines.splice(at - 1, 0, line)
  if (op === 'swap_lines') [lines[at - 1], lines[other - 1]] = [lines[other - 1] ?? '', lines[at - 1] ?? '']
  return `${lines.join('\n')}\n`
}

function change(entries: Entries, step: Step): void {
  const { op, file = 'events.jsonl', text: given = '' } = step
  const before = entries.get(file)
  if (op.includes('line')) entries.set(file, changedLines(before as string, step))
  if (op === 'content' || op === 'add') entries.set(file, given)
  if (op === 'add_zeros') entries.set(file, new Uint8Array((step.mebibytes ?? 0) * 2 ** 20))
  if (op === 'remove') entries.delete(file)
  if (op === 'hex') entries.set(file, hexToBytes(given))
  if (op === 'replace') entries.set(file, (before as string).replaceAll(given, step.by ?? ''))
}

async function zipped(entries: Entries): Promise<Buffer> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false })
  for (const [name, content] of entries) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    await zip.add(name, new Uint8ArrayReader(Uint8Array.from(bytes)))
  }
  return Buffer.from(await zip.close())
}

/** What no ZIP library would do. */
function changedRaw(zip: Buffer, { op, from = '', to = '', keep = 0 }: Step): Buffer {
  if (op === 'truncate') return zip.subarray(0, keep)
  return op === 'rename_raw' ? Buffer.from(zip.toString('latin1').replaceAll(from, to), 'latin1') : zip
}

async function dossier(steps: Step[]): Promise<Blob> {
  const entries = sample()
  for (const step of steps) change(entries, step)
  const zip = steps.reduce(changedRaw, await zipped(entries))
  // jsdom's cannot be read.
  return new NodeBlob([Uint8Array.from(zip)]) as unknown as Blob
}

test.each(cases.cases)('$name', async ({ steps, outcome, findings }) => {
  const verdict = await checkDossier(await dossier(steps), [cases.public_key])

  expect(verdict.findings).toEqual(findings)
  expect(verdict.outcome).toBe(outcome)
})

test('without keys nobody can tell whose it is', async () => {
  expect((await checkDossier(await dossier([]), null)).outcome).toBe('consistent')
})

test.each([
  ['the browser itself', webcrypto.subtle as SubtleCrypto],
  ['the library', undefined],
])('%s checks the signature', async (_, subtle) => {
  const key = bytesOfKey(cases.public_key) ?? new Uint8Array()
  const manifest = new TextEncoder().encode(cases.manifest)
  const signature = Uint8Array.from(hexToBytes(cases.signature))

  expect(await isSigned(manifest, signature, key, subtle)).toBe(true)
  manifest[20] = 0
  expect(await isSigned(manifest, signature, key, subtle)).toBe(false)
})
