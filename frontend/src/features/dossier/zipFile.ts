import { BlobReader, ZipReader, type FileEntry } from '@zip.js/zip.js'
import { Refusal } from './finding'

/** Text is packed to a twentieth; what packs a hundredfold is there to fill a disk. */
const MOST_PER_PACKED_BYTE = 100
/** A dossier of a few events is small, and may be packed better. */
const ALWAYS_ALLOWED = 16 * 2 ** 20
/** A million events and more. */
const MOST_IN_MEMORY = 256 * 2 ** 20

// Control characters are what is looked for.
// eslint-disable-next-line no-control-regex
const unsafe = /[\\:\u0000-\u001f\u007f]|^\/|\/\/|\/$|^$|(^|\/)\.{1,2}(\/|$)/

/** A ZIP file that somebody handed over: nothing in it is believed. */
export type ZipFile = Map<string, FileEntry>

/** Reads the directory alone. Rejects with a Refusal. */
export async function openZip(file: Blob): Promise<ZipFile> {
  const reading = { useWebWorkers: false, filenameValidation: 'tolerant' } as const
  const all = await new ZipReader(new BlobReader(file), reading).getEntries().catch(() => {
    throw new Refusal({ kind: 'unreadable' })
  })
  const entries: ZipFile = new Map()
  let room = ALWAYS_ALLOWED + file.size * MOST_PER_PACKED_BYTE
  for (const entry of all) {
    const name = entry.filename
    if (entry.directory || unsafe.test(name)) throw new Refusal({ kind: 'unsafe_name', file: name })
    if (entries.has(name)) throw new Refusal({ kind: 'name_twice', file: name })
    room -= entry.uncompressedSize
    if (room < 0) throw new Refusal({ kind: 'too_large', file: name })
    entries.set(name, entry)
  }
  return entries
}

/** Piece by piece. Rejects if the entry is damaged, or not of the size it says. */
export async function readPieces(entry: FileEntry, take: (piece: Uint8Array) => void): Promise<void> {
  let left = entry.uncompressedSize
  const pieces = new WritableStream<Uint8Array>({
    write: (piece) => {
      left -= piece.length
      if (left < 0) throw new Error('not of the size it says')
      take(piece)
    },
  })
  await entry.getData(pieces, { useWebWorkers: false })
  if (left !== 0) throw new Error('not of the size it says')
}

/** All of an entry. Rejects with a Refusal. */
export async function readWhole(entry: FileEntry): Promise<Uint8Array<ArrayBuffer>> {
  if (entry.uncompressedSize > MOST_IN_MEMORY) throw new Refusal({ kind: 'too_large', file: entry.filename })
  const whole = new Uint8Array(entry.uncompressedSize)
  let length = 0
  await readPieces(entry, (piece) => {
    whole.set(piece, length)
    length += piece.length
  }).catch(() => {
    throw new Refusal({ kind: 'unreadable', file: entry.filename })
  })
  return whole
}
