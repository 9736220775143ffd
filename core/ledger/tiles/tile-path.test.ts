import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readTilePath, tilePath, type Tile } from './tile-path.ts'
import { tilesOfTree, widthAt } from './tiles-of-tree.ts'

/** C2SP tlog-tiles (0ad71eb) and transparency-dev/tessera, api/layout, tests of its paths. */
test.each([
  [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
  [{ level: 0, index: 1234067, width: 89 }, 'tile/0/x001/x234/067.p/89'],
  [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
  [{ level: 0, index: 1, width: 256 }, 'tile/0/001'],
  [{ level: 1, index: 1000, width: 256 }, 'tile/1/x001/000'],
  [{ level: 15, index: 123456789, width: 256 }, 'tile/15/x123/x456/789'],
  [{ level: 63, index: 999999, width: 255 }, 'tile/63/x999/999.p/255'],
  [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
] satisfies readonly (readonly [Tile, string])[])('the tile %j stands at %s', (tile, path) => {
  expect(tilePath(tile)).toBe(path)
  expect(readTilePath(path)).toEqual({ ok: true, value: tile })
})

const tiles: fc.Arbitrary<Tile> = fc.record(
  {
    level: fc.oneof(fc.nat({ max: 63 }), fc.constant('entries' as const)),
    index: fc.maxSafeNat(),
    width: fc.integer({ min: 1, max: 256 }),
  },
  { noNullPrototype: true },
)

prop.prop([tiles])('reads the path that it wrote', (tile) => {
  expect(readTilePath(tilePath(tile))).toEqual({ ok: true, value: tile })
})

/** Those of tessera that must fail, and more. */
test.each([
  'tile/0/x001/x234/067.p/',
  'tile/0/x001/x234/067.p',
  'tile/0/x001/x234/',
  'tile/0/x001/x234',
  'tile/0/001/234/067',
  'tile/0/x001/x234/x067',
  'tile/0/1',
  'tile/0/0001',
  'tile/0/x000/001',
  'tile/00/001',
  'tile/07/001',
  'tile/64/001',
  'tile/-1/001',
  'tile/0/001.p/0',
  'tile/0/001.p/256',
  'tile/0/001.p/01',
  'tile/0/001.p/999',
  'tile/0/x999/x999/x999/x999/x999/999',
  '/tile/0/001',
  'tile/0/001/',
  'tile/0/../001',
  'tile/data/001',
  'checkpoint',
  '',
])('refuses the path %j', (path) => {
  expect(readTilePath(path)).toMatchObject({ ok: false, reason: 'not-a-tile-path' })
})

test('a path of no tile is a bug', () => {
  expect(() => tilePath({ level: 64, index: 0, width: 1 })).toThrow('no tile')
  expect(() => tilePath({ level: 0, index: -1, width: 1 })).toThrow('no tile')
  expect(() => tilePath({ level: 0, index: 0, width: 0 })).toThrow('no tile')
})

test('a tree of 70,000 leaves has the tiles that the specification counts', () => {
  const counted = Map.groupBy(tilesOfTree(70_000), ({ level, width }) => `${level} ${width}`)
  expect(Object.fromEntries(Array.from(counted, ([kind, all]) => [kind, all.length]))).toEqual({
    '0 256': 273,
    '0 112': 1,
    '1 256': 1,
    '1 17': 1,
    '2 1': 1,
  })
})

test('a tree of 256 leaves has a full tile and one of width 1 above it', () => {
  expect([...tilesOfTree(256)].map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1'])
  expect([...tilesOfTree(0)]).toEqual([])
})

prop.prop([fc.nat({ max: 200_000 }), fc.nat({ max: 3_000 })])(
  'after some more leaves only the tiles that grew are written',
  (after, more) => {
    const grown = new Set(Array.from(tilesOfTree(after + more, after), tilePath))
    for (const tile of tilesOfTree(after + more))
      expect(grown.has(tilePath(tile))).toBe(widthAt(after, tile) !== tile.width)
  },
)
