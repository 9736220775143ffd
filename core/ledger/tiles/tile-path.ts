import { ok, refuse, type Outcome } from '@corroborate/base'

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256
/** Levels of the tree in a tile. */
export const TILE_HEIGHT = 8
const HIGHEST_LEVEL = 63

/** A file of a tree: the hashes of a level of tiles, or the entries themselves. */
export interface Tile {
  /** Level l holds hashes of subtrees of 256^l leaves; `entries` holds what the hashes of level 0 are of. */
  readonly level: number | 'entries'
  readonly index: number
  /** 256 when full; fewer at the right edge of the tree. */
  readonly width: number
}

/**
 * Where a tile stands: `tile/0/x001/x234/067`, and with `.p/<width>` when it is partial. A plain file server serves it.
 * Throws at numbers that no tile has, which are a bug of the caller.
 * @see C2SP tlog-tiles (editor's copy, 0ad71eb), "Merkle Tree"
 */
export function tilePath({ level, index, width }: Tile): string {
  const isLevel = level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= HIGHEST_LEVEL)
  if (
    !isLevel ||
    !Number.isSafeInteger(index) ||
    index < 0 ||
    !Number.isInteger(width) ||
    width < 1 ||
    width > TILE_WIDTH
  )
    throw new Error(`no tile: level ${level}, index ${index}, width ${width}`)
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? []
  const place = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${place}${width < TILE_WIDTH ? `.p/${width}` : ''}`
}

/**
 * The tile that a path names. Strict: each tile has one path. An index above 2^53 - 1, which the specification would allow, is refused;
 * no tree has so many tiles.
 */
export function readTilePath(path: string): Outcome<Tile, 'not-a-tile-path'> {
  const parts = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/.exec(
    path,
  )
  const [, level = '', place = '', width = String(TILE_WIDTH)] = parts ?? []
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: Number(width),
  }
  // Whatever was written in another way than we would write it (zeros in front, "x000/", ".p/256") comes out differently.
  const isSound = parts && isWithin(tile) && tilePath(tile) === path
  return isSound ? ok(tile) : refuse('not-a-tile-path', `not the path of a tile: ${path.slice(0, 80)}`)
}

function isWithin({ level, index, width }: Tile): boolean {
  const high = level !== 'entries' && level > HIGHEST_LEVEL
  return !high && Number.isSafeInteger(index) && width >= 1 && width <= TILE_WIDTH
}
