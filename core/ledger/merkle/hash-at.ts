import { ok, refuse, type Outcome } from '@corroborate/base'
import type { NodePlace } from './perfect-subtrees.ts'
import type { Hash } from './tree-hasher.ts'

/**
 * Reads the hash of a perfect subtree that was kept when it was complete: out of a table, of tiles, of a list. Null where
 * there is none. Asked only for nodes that the tree of the size in question has.
 */
export type HashAt = (level: number, index: number) => Hash | null

export type HashMissing = 'hash-missing'

export function hashesAt(
  places: readonly NodePlace[],
  hashAt: HashAt,
): Outcome<readonly Hash[], HashMissing> {
  const hashes: Hash[] = []
  for (const { level, index } of places) {
    const hash = hashAt(level, index)
    if (!hash) return refuse('hash-missing', `the hash ${index} of level ${level} of the tree is not there`)
    hashes.push(hash)
  }
  return ok(hashes)
}
