import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'

hashes.sha512 = sha512

const KEY_BYTES = 32

/** Null if it is not one. */
export function bytesOfKey(x: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(x)) return null
  const text = atob(x.replaceAll('-', '+').replaceAll('_', '/'))
  return text.length === KEY_BYTES ? Uint8Array.from(text, (each) => each.charCodeAt(0)) : null
}

/** The key's thumbprint (RFC 7638). */
export function thumbprint(x: string): string {
  const hash = sha256(new TextEncoder().encode(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** Null without HTTPS. */
function browsersOwn(): SubtleCrypto | null {
  return 'subtle' in crypto ? crypto.subtle : null
}

/** By the browser's own Ed25519, where it has one. */
export async function isSigned(
  content: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  key: Uint8Array<ArrayBuffer>,
  subtle = browsersOwn(),
): Promise<boolean> {
  try {
    if (subtle !== null) {
      const imported = await subtle.importKey('raw', key, 'Ed25519', false, ['verify'])
      return await subtle.verify('Ed25519', imported, signature, content)
    }
  } catch {
    // It does not know the algorithm, or the key is no point of the curve: the library tells which.
  }
  try {
    return verify(signature, content, key, { zip215: false })
  } catch {
    return false
  }
}
