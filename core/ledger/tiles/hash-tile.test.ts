import { valueOf } from '@corroborate/base'
import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { rangeAt, rootOf } from '../merkle/compact-range.ts'
import { consistencyPlan, consistencyProof, inclusionPlan, inclusionProof } from '../merkle/prove.ts'
import { keptTree, numberedLeaves } from '../merkle/testing/kept-tree.ts'
import { RFC_6962 } from '../merkle/tree-hasher.ts'
import { readBundle, verifyBundle, writeBundle } from './entry-bundle.ts'
import { hashAtOfTiles, hashesOf, tileBytes, verifyTile, type ReadTile } from './hash-tile.ts'
import { tilePath, type Tile } from './tile-path.ts'
import { tilesOfPlan, tilesOfTree } from './tiles-of-tree.ts'

/** Past one full tile of level 1: three levels, partial on each. */
const MOST = 66_000
const LEAVES = numberedLeaves(MOST)
const TREE = keptTree(LEAVES)
const headOf = (size: number) => ({ size: BigInt(size), root: rootOf(valueOf(rangeAt(size, TREE.hashAt))) })

/** The folder of tiles that a mirror of a tree of this size holds. */
function folderOf(size: number): Map<string, Uint8Array> {
  return new Map(
    Array.from(tilesOfTree(size), (tile) => [tilePath(tile), valueOf(tileBytes(tile, TREE.hashAt))]),
  )
}
const readerOf =
  (folder: ReadonlyMap<string, Uint8Array>): ReadTile =>
  (tile) =>
    folder.get(tilePath(tile)) ?? null
const WHOLE = folderOf(MOST)

test.each([1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 66_000])(
  'every proof out of a tree of %i leaves is made from its tiles alone',
  (size) => {
    const hashAt = hashAtOfTiles(readerOf(folderOf(size)), size)
    expect(rootOf(valueOf(rangeAt(size, hashAt)))).toEqual(headOf(size).root)
    for (const index of new Set([0, 1, 255, 256, 300, size >> 1, size - 1].filter((i) => i < size)))
      expect(inclusionProof({ index, size }, hashAt)).toEqual(inclusionProof({ index, size }, TREE.hashAt))
    for (const earlier of new Set([1, 255, 256, 257, size >> 1, size].filter((i) => i > 0 && i <= size)))
      expect(consistencyProof({ earlier, later: size }, hashAt)).toEqual(
        consistencyProof({ earlier, later: size }, TREE.hashAt),
      )
  },
)

prop.prop([fc.nat({ max: MOST - 1 }), fc.integer({ min: 1, max: MOST })])(
  'few tiles are read for a proof, and they are named before',
  (index, earlier) => {
    const read = new Set<string>()
    const hashAt = hashAtOfTiles(
      (tile) => (read.add(tilePath(tile)), WHOLE.get(tilePath(tile)) ?? null),
      MOST,
    )
    const plan = valueOf(inclusionPlan(index, MOST))
    valueOf(inclusionProof({ index, size: MOST }, hashAt))
    expect(read).toEqual(new Set(tilesOfPlan(plan, MOST).map(tilePath)))
    expect(read.size).toBeLessThanOrEqual(6)
    expect(tilesOfPlan(valueOf(consistencyPlan(earlier, MOST)), MOST).length).toBeLessThanOrEqual(6)
  },
)

test('every tile of a tree is verified against its signed head', () => {
  for (const size of [1, 255, 256, 300, 66_000]) {
    const hashAt = hashAtOfTiles(readerOf(folderOf(size)), size)
    for (const tile of tilesOfTree(size)) {
      if (tile.level === 0 && tile.index % 37 !== 0 && tile.width === 256) continue
      const bytes = valueOf(tileBytes(tile, TREE.hashAt))
      expect(verifyTile({ tile, bytes }, headOf(size), hashAt), tilePath(tile)).toMatchObject({ ok: true })
    }
  }
})

test('a partial tile of an earlier size is a part of the later tree', () => {
  const tile: Tile = { level: 0, index: 3, width: 100 }
  const bytes = valueOf(tileBytes(tile, TREE.hashAt))
  expect(verifyTile({ tile, bytes }, headOf(MOST), hashAtOfTiles(readerOf(WHOLE), MOST))).toMatchObject({
    ok: true,
  })
})

prop.prop([fc.nat(), fc.nat()], { numRuns: 60 })('one flipped bit in any tile is found', (which, bit) => {
  const tiles = [...tilesOfTree(MOST)]
  const tile = tiles[which % tiles.length]
  if (!tile) return
  const bytes = valueOf(tileBytes(tile, TREE.hashAt))
  const at = (bit >> 3) % bytes.length
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7))
  const folder = new Map(WHOLE).set(tilePath(tile), bytes)
  expect(verifyTile({ tile, bytes }, headOf(MOST), hashAtOfTiles(readerOf(folder), MOST))).toMatchObject({
    ok: false,
    reason: 'wrong-hash',
  })
})

test('a tile that is too short, that the tree has not, or that is not there is refused', () => {
  const hashAt = hashAtOfTiles(readerOf(WHOLE), MOST)
  const tile: Tile = { level: 0, index: 257, width: 208 }
  const bytes = valueOf(tileBytes(tile, TREE.hashAt))
  expect(verifyTile({ tile, bytes: bytes.slice(1) }, headOf(MOST), hashAt)).toMatchObject({
    reason: 'wrong-width',
  })
  expect(verifyTile({ tile, bytes }, headOf(65_900), hashAt)).toMatchObject({ reason: 'not-in-tree' })
  const none = hashAtOfTiles(() => null, MOST)
  expect(verifyTile({ tile, bytes }, headOf(MOST), none)).toMatchObject({ ok: false, reason: 'hash-missing' })
  const short = hashAtOfTiles(() => new Uint8Array(100), MOST)
  expect(inclusionProof({ index: 5, size: MOST }, short)).toMatchObject({ ok: false, reason: 'hash-missing' })
})

test('where a partial tile is gone because it has filled, the full one is read', () => {
  const full = WHOLE.get('tile/0/000') ?? new Uint8Array(0)
  const hashAt = hashAtOfTiles(({ level }) => (level === 0 ? full : null), 200)
  expect(inclusionProof({ index: 7, size: 200 }, hashAt)).toEqual(
    inclusionProof({ index: 7, size: 200 }, TREE.hashAt),
  )
})

const bundles = fc.array(fc.uint8Array({ maxLength: 400 }), { maxLength: 256 })

prop.prop([bundles])('reads the bundle that it wrote, and its entries are those of the tile', (entries) => {
  const bytes = valueOf(writeBundle(entries))
  expect(valueOf(readBundle(bytes))).toEqual(entries)
  expect(
    verifyBundle(
      entries,
      entries.map((entry) => RFC_6962.leaf(entry)),
    ),
  ).toEqual({ ok: true, value: true })
})

test('a bundle is written as the specification says: two bytes of length, then the entry', () => {
  expect(
    valueOf(writeBundle([Uint8Array.of(7, 8), new Uint8Array(0), new Uint8Array(258).fill(1)])).slice(0, 9),
  ).toEqual(Uint8Array.of(0, 2, 7, 8, 0, 0, 1, 2, 1))
})

test('a bundle that is cut, too wide, or of other entries is refused', () => {
  const entries = [Uint8Array.of(1, 2, 3), Uint8Array.of(4)]
  const bytes = valueOf(writeBundle(entries))
  for (const end of [1, 2, 4, 6, bytes.length - 1])
    expect(readBundle(bytes.slice(0, end))).toMatchObject({ ok: false, reason: 'malformed-bundle' })
  expect(readBundle(new Uint8Array(2 * 257))).toMatchObject({ reason: 'bundle-too-wide' })
  expect(writeBundle(Array.from({ length: 257 }, () => new Uint8Array(0)))).toMatchObject({
    reason: 'bundle-too-wide',
  })
  expect(writeBundle([new Uint8Array(65_536)])).toMatchObject({ reason: 'entry-too-long' })
  const hashes = entries.map((entry) => RFC_6962.leaf(entry))
  expect(verifyBundle(entries.toReversed(), hashes)).toMatchObject({
    reason: 'wrong-entry',
    detail: expect.stringContaining('entry 0') as string,
  })
  expect(verifyBundle(entries.slice(1), hashes)).toMatchObject({ reason: 'wrong-entry' })
})

test('the hashes of a tile are its bytes, 32 by 32', () => {
  expect(hashesOf(valueOf(tileBytes({ level: 0, index: 0, width: 2 }, TREE.hashAt)))).toEqual(
    LEAVES.slice(0, 2),
  )
})
