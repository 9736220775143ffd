import { ok, refuse, type Outcome } from '@corroborate/base'
import { hashesAt, type HashAt, type HashMissing } from '../merkle/hash-at.ts'
import { perfectSubtrees, type NodePlace } from '../merkle/perfect-subtrees.ts'
import { inclusionPlan, proofOf } from '../merkle/prove.ts'
import { HASH_BYTES, RFC_6962, sameHash, type Hash, type TreeHasher } from '../merkle/tree-hasher.ts'
import type { TreeHead } from '../merkle/verify-consistency.ts'
import { rootFromInclusion } from '../merkle/verify-inclusion.ts'
import { TILE_HEIGHT, TILE_WIDTH, tilePath, type Tile } from './tile-path.ts'
import { spotOf, widthAt } from './tiles-of-tree.ts'

/** Reads a tile: a file, a download, a row. Null where it is not. A full one may stand in for the partial one that was asked for. */
export type ReadTile = (tile: Tile) => Uint8Array | null

/** A tile of hashes, from the hashes that were kept. */
export function tileBytes(tile: Tile, hashAt: HashAt): Outcome<Uint8Array, HashMissing> {
  const level = tile.level === 'entries' ? 0 : tile.level
  const places = Array.from({ length: tile.width }, (_, i) => ({
    level: level * TILE_HEIGHT,
    index: tile.index * TILE_WIDTH + i,
  }))
  const hashes = hashesAt(places, hashAt)
  if (!hashes.ok) return hashes
  const bytes = new Uint8Array(tile.width * HASH_BYTES)
  for (const [i, hash] of hashes.value.entries()) bytes.set(hash, i * HASH_BYTES)
  return ok(bytes)
}

/**
 * Reads the hashes of a tree of a size out of its tiles, so that every proof can be made from a folder of files, offline. Hashes
 * between the levels of tiles are reckoned: at most 128 leaves of a tile under one node. Nothing that is read is trusted: what
 * is made of it leads to the signed root or does not.
 */
export function hashAtOfTiles(readTile: ReadTile, size: number, hasher: TreeHasher = RFC_6962): HashAt {
  return (level, index) => {
    const { tile, from, count } = spotOf({ level, index }, size)
    const bytes = tile.width > 0 ? readTile(tile) : null
    if (!bytes || from + count > tile.width || !isTileOf(bytes, tile.width)) return null
    return joinedPairs(hashesOf(bytes).slice(from, from + count), hasher)
  }
}

export type TileFault = 'wrong-width' | 'not-in-tree' | 'wrong-hash' | HashMissing

/**
 * Whether a tile belongs to the tree with a signed head: every perfect subtree in it leads to the signed root.
 * @param tile at the width that its bytes have; a partial tile of an earlier size is a part of every later tree
 * @param hashAt for the hashes beside it, as from the other tiles
 */
export function verifyTile(
  { tile, bytes }: { readonly tile: Tile; readonly bytes: Uint8Array },
  head: TreeHead,
  hashAt: HashAt,
  hasher: TreeHasher = RFC_6962,
): Outcome<readonly Hash[], TileFault> {
  const { level, index, width } = tile
  const size = Number(head.size)
  if (bytes.length !== width * HASH_BYTES || level === 'entries')
    return refuse(
      'wrong-width',
      `${tilePath(tile)} is ${width} hashes of ${HASH_BYTES} bytes, and ${bytes.length} bytes were found`,
    )
  if (width > widthAt(size, tile))
    return refuse('not-in-tree', `a tree of ${size} leaves has no ${tilePath(tile)}`)
  const hashes = hashesOf(bytes)
  for (const part of perfectSubtrees(0, width)) {
    const leaves = 2 ** part.level
    const node = joinedPairs(hashes.slice(part.index * leaves, (part.index + 1) * leaves), hasher)
    const place = {
      level: level * TILE_HEIGHT + part.level,
      index: (index * TILE_WIDTH) / leaves + part.index,
    }
    const root = rootAbove({ place, node, size }, hashAt, hasher)
    if (!root.ok) return root
    if (!sameHash(root.value, head.root))
      return refuse(
        'wrong-hash',
        `${tilePath(tile)} does not lead to the signed root of ${size} leaves: the tile, or one above it, was changed`,
      )
  }
  return ok(hashes)
}

/** The root that a node leads to: the proof of its first leaf, without the part that lies inside of the node. */
function rootAbove(
  { place, node, size }: { readonly place: NodePlace; readonly node: Hash; readonly size: number },
  hashAt: HashAt,
  hasher: TreeHasher,
): Outcome<Hash, TileFault> {
  const leaves = 2 ** place.level
  const plan = inclusionPlan(place.index * leaves, size)
  if (!plan.ok) return refuse('not-in-tree', plan.detail)
  const proof = proofOf(plan.value.slice(place.level), hashAt, hasher)
  if (!proof.ok) return proof
  const nodes = BigInt(Math.floor((size - 1) / leaves)) + 1n
  const root = rootFromInclusion(
    { leaf: node, index: BigInt(place.index), size: nodes, proof: proof.value },
    hasher,
  )
  return root.ok ? root : refuse('wrong-hash', root.detail)
}

export function hashesOf(bytes: Uint8Array): readonly Hash[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  )
}

function isTileOf(bytes: Uint8Array, width: number): boolean {
  return bytes.length === width * HASH_BYTES || bytes.length === TILE_WIDTH * HASH_BYTES
}

/** The node over as many hashes as a power of two. */
function joinedPairs(hashes: readonly Hash[], hasher: TreeHasher): Hash {
  const [first, second] = hashes
  if (!first || !second) return first ?? hasher.empty
  const half = hashes.length / 2
  return hasher.node(joinedPairs(hashes.slice(0, half), hasher), joinedPairs(hashes.slice(half), hasher))
}
