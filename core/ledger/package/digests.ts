import { md5, sha1 } from '@noble/hashes/legacy.js'
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Digests that a manifest may be of (RFC 8493, section 2.4). A package of ours has `sha256` and `sha512`; old bags have the others. */
export type DigestName = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512'

/** Several digests of one stream of bytes, each in lower-case hexadecimal. */
export interface Digesting {
  readonly add: (bytes: Uint8Array) => void
  readonly end: () => ReadonlyMap<DigestName, string>
}

/**
 * How bytes are digested as they come: an argument, because a machine's own digests are several times faster than those in script
 * (docs/decisions/0060-the-hash-is-an-argument.md). Which ones are used changes no result.
 */
export type Digests = (names: readonly DigestName[]) => Digesting

const HEX_LETTERS: Readonly<Record<DigestName, number>> = {
  ...{ md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 },
}
const IN_SCRIPT = { md5, sha1, sha224, sha256, sha384, sha512 }

/** In script, by @noble/hashes: the same in Node and in the browser. */
export const DIGESTS_IN_SCRIPT: Digests = (names) => {
  const running = names.map((name) => [name, IN_SCRIPT[name].create()] as const)
  return {
    add: (bytes) => running.forEach(([, digest]) => digest.update(bytes)),
    end: () => new Map(running.map(([name, digest]) => [name, bytesToHex(digest.digest())])),
  }
}

/** The digest of a manifest's name, or null when nobody here knows it. */
export function digestNamed(name: string): DigestName | null {
  return isDigestName(name) ? name : null
}

export function isDigestText(text: string, name: DigestName): boolean {
  return text.length === HEX_LETTERS[name] && /^[0-9a-f]+$/.test(text)
}

function isDigestName(name: string): name is DigestName {
  return Object.hasOwn(HEX_LETTERS, name)
}
