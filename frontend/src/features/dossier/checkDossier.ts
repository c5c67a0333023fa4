import type { FileEntry } from '@zip.js/zip.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { checkChain, EventsCheck } from './eventsCheck'
import { Manifest, Refusal, type Finding, type Verdict } from './finding'
import { bytesOfKey, isSigned, thumbprint } from './signature'
import { openZip, readPieces, readWhole, type ZipFile } from './zipFile'

const MANIFEST = 'manifest.json'
const SIGNATURE = 'manifest.sig'
const EVENTS = 'events.jsonl'

/**
 * Whether a dossier is as it was sealed, and what was done to it. Nothing leaves the browser.
 *
 * @param trusted the `x` of the keys that are known to be this installation's; null if that cannot be told
 */
export async function checkDossier(file: Blob, trusted: readonly string[] | null): Promise<Verdict> {
  try {
    return await checkZip(await openZip(file), trusted)
  } catch (failure) {
    if (failure instanceof Refusal) {
      return { outcome: 'refused', findings: [failure.finding], manifest: null, keyId: null }
    }
    throw failure
  }
}

async function checkZip(zip: ZipFile, trusted: readonly string[] | null): Promise<Verdict> {
  const sealed = zip.get(MANIFEST)
  if (sealed === undefined) throw new Refusal({ kind: 'not_a_dossier' })
  const bytes = await readWhole(sealed)
  const manifest = parse(bytes)
  const findings = [
    ...(await checkSeal(zip, manifest, bytes, trusted)),
    ...checkChain(manifest.events),
    ...(await checkEvents(zip.get(EVENTS), manifest)),
    ...(await checkFiles(zip, manifest)),
  ]
  const right = trusted === null ? 'consistent' : 'proven'
  return { outcome: findings.length > 0 ? 'broken' : right, findings, manifest, keyId: thumbprint(manifest.key.x) }
}

function parse(bytes: Uint8Array): Manifest {
  try {
    return v.parse(Manifest, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    throw new Refusal({ kind: 'not_a_dossier' })
  }
}

async function checkSeal(
  zip: ZipFile,
  manifest: Manifest,
  bytes: Uint8Array<ArrayBuffer>,
  trusted: readonly string[] | null,
): Promise<Finding[]> {
  const signature = zip.get(SIGNATURE)
  if (signature === undefined) return [{ kind: 'file_removed', file: SIGNATURE }]
  const key = bytesOfKey(manifest.key.x)
  if (key === null || !(await isSigned(bytes, await readWhole(signature), key))) return [{ kind: 'signature_wrong' }]
  return trusted === null || trusted.includes(manifest.key.x) ? [] : [{ kind: 'key_unknown' }]
}

async function checkEvents(entry: FileEntry | undefined, manifest: Manifest): Promise<Finding[]> {
  if (entry === undefined) return [{ kind: 'file_removed', file: EVENTS }]
  const check = new EventsCheck(manifest.events)
  await readPieces(entry, (piece) => {
    check.take(piece)
  }).catch(() => {
    throw new Refusal({ kind: 'unreadable', file: EVENTS })
  })
  return check.end()
}

async function checkFiles(zip: ZipFile, { files }: Manifest): Promise<Finding[]> {
  const findings: Finding[] = []
  const added = new Set([...zip.keys()].filter((name) => ![MANIFEST, SIGNATURE, EVENTS].includes(name)))
  for (const { name, sha256: hash } of files) {
    added.delete(name)
    const entry = zip.get(name)
    if (entry === undefined) findings.push({ kind: 'file_removed', file: name })
    else if ((await hashOf(entry)) !== hash) findings.push({ kind: 'file_changed', file: name })
  }
  return [...findings, ...[...added].sort().map((file): Finding => ({ kind: 'file_added', file }))]
}

/** Null if it is damaged, which is changed too. */
async function hashOf(entry: FileEntry): Promise<string | null> {
  const hash = sha256.create()
  return readPieces(entry, (piece) => {
    hash.update(piece)
  }).then(
    () => bytesToHex(hash.digest()),
    () => null,
  )
}
