import { hexToBytes } from '@noble/hashes/utils.js'
import { beforeAll, expect, test } from 'vitest'
import { cases, type Entries, readBlobs, sample, type Step, zipped } from '../../testing/dossier'
import { checkDossier } from './checkDossier'
import { isSigned, bytesOfKey } from './signature'

beforeAll(readBlobs)

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

/** What no ZIP library would do. */
function changedRaw(zip: Uint8Array<ArrayBuffer>, { op, from = '', to = '', keep = 0 }: Step) {
  if (op === 'truncate') return zip.slice(0, keep)
  if (op !== 'rename_raw') return zip
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join('')
  return Uint8Array.from(text.replaceAll(from, to), (character) => character.charCodeAt(0))
}

async function dossier(steps: Step[]): Promise<Blob> {
  const entries = sample()
  for (const step of steps) change(entries, step)
  return new Blob([steps.reduce(changedRaw, await zipped(entries))])
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
  ['the browser itself', globalThis.crypto.subtle],
  ['the library', null],
])('%s checks the signature', async (_, subtle) => {
  const key = bytesOfKey(cases.public_key) ?? new Uint8Array()
  const manifest = new TextEncoder().encode(cases.manifest)
  const signature = Uint8Array.from(hexToBytes(cases.signature))

  expect(await isSigned(manifest, signature, key, subtle)).toBe(true)
  manifest[20] = 0
  expect(await isSigned(manifest, signature, key, subtle)).toBe(false)
})
