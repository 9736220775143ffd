import { ok, refuse, type Outcome } from '@corroborate/base'
import { RFC_6962, sameHash, type Hash, type TreeHasher } from '../merkle/tree-hasher.ts'
import { TILE_WIDTH } from './tile-path.ts'

/** Two bytes say how long an entry is. */
const LONGEST_ENTRY = 0xffff

export type BundleFault = 'entry-too-long' | 'bundle-too-wide' | 'malformed-bundle' | 'wrong-entry'

/**
 * Up to 256 entries as one file: each behind its length, big-endian, in two bytes.
 * @see C2SP tlog-tiles (editor's copy, 0ad71eb), "Log entries"
 */
export function writeBundle(entries: readonly Uint8Array[]): Outcome<Uint8Array, BundleFault> {
  if (entries.length > TILE_WIDTH)
    return refuse('bundle-too-wide', `a bundle has at most ${TILE_WIDTH} entries, found ${entries.length}`)
  const long = entries.findIndex((entry) => entry.length > LONGEST_ENTRY)
  if (long >= 0)
    return refuse('entry-too-long', `entry ${long} of the bundle has more than ${LONGEST_ENTRY} bytes`)
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    bytes.set([entry.length >> 8, entry.length & 0xff], at)
    bytes.set(entry, at + 2)
    at += 2 + entry.length
  }
  return ok(bytes)
}

export function readBundle(bytes: Uint8Array): Outcome<readonly Uint8Array[], BundleFault> {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length;) {
    const [high, low] = bytes.subarray(at, at + 2)
    const end = at + 2 + (high ?? 0) * 256 + (low ?? 0)
    if (low === undefined || end > bytes.length)
      return refuse('malformed-bundle', `entry ${entries.length} of the bundle goes on after its end`)
    if (entries.length === TILE_WIDTH)
      return refuse('bundle-too-wide', `a bundle has at most ${TILE_WIDTH} entries`)
    entries.push(bytes.slice(at + 2, end))
    at = end
  }
  return ok(entries)
}

/** Whether the entries of a bundle are those that the tile of level 0 beside it has the hashes of; look at the tile first (`verifyTile`). */
export function verifyBundle(
  entries: readonly Uint8Array[],
  hashes: readonly Hash[],
  hasher: TreeHasher = RFC_6962,
): Outcome<true, BundleFault> {
  if (entries.length !== hashes.length)
    return refuse(
      'wrong-entry',
      `the bundle has ${entries.length} entries, and its tile ${hashes.length} hashes`,
    )
  const wrong = entries.findIndex((entry, i) => !sameHash(hasher.leaf(entry), hashes[i] ?? hasher.empty))
  return wrong < 0
    ? ok(true)
    : refuse('wrong-entry', `entry ${wrong} of the bundle is not what its tile has the hash of`)
}
