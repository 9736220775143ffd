import type { NodePlace } from '../merkle/perfect-subtrees.ts'
import type { ProofPlan } from '../merkle/prove.ts'
import { TILE_HEIGHT, TILE_WIDTH, tilePath, type Tile } from './tile-path.ts'

/** How many hashes the tile has in a tree of a size: 0 when it has none yet. */
export function widthAt(size: number, { level, index }: Pick<Tile, 'level' | 'index'>): number {
  const hashes = Math.floor(size / leavesUnder(level === 'entries' ? 0 : level))
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH))
}

/**
 * Every tile of a tree, level by level, without those of entries.
 * @param after a size that was written before: only tiles that are new or fuller since then
 */
export function* tilesOfTree(size: number, after = 0): Generator<Tile> {
  for (let level = 0; size >= leavesUnder(level); level++) {
    const [before, now] = [Math.floor(after / leavesUnder(level)), Math.floor(size / leavesUnder(level))]
    if (before === now) continue
    for (let index = Math.floor(before / TILE_WIDTH); index * TILE_WIDTH < now; index++)
      yield { level, index, width: Math.min(TILE_WIDTH, now - index * TILE_WIDTH) }
  }
}

/** The tiles that the nodes of a proof are read from or reckoned from, each once: at most three levels for 16,777,216 leaves. */
export function tilesOfPlan(plan: ProofPlan, size: number): readonly Tile[] {
  const tiles = new Map<string, Tile>()
  for (const place of plan.flat()) {
    const { tile } = spotOf(place, size)
    tiles.set(tilePath(tile), tile)
  }
  return [...tiles.values()]
}

/** Where in which tile the hashes stand that a node of the tree is over. */
export function spotOf(
  place: NodePlace,
  size: number,
): { readonly tile: Tile; readonly from: number; readonly count: number } {
  const level = Math.floor(place.level / TILE_HEIGHT)
  const count = 2 ** (place.level % TILE_HEIGHT)
  const first = place.index * count
  const index = Math.floor(first / TILE_WIDTH)
  return { tile: { level, index, width: widthAt(size, { level, index }) }, from: first % TILE_WIDTH, count }
}

/** Leaves under one hash of a tile of a level. */
export function leavesUnder(level: number): number {
  return TILE_WIDTH ** level
}
