import { expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import {
  appendLeaf,
  EMPTY_RANGE,
  readTilePath,
  rootOf,
  signCheckpoint,
  signerFrom,
  tileBytes,
  type Hash,
  type TreeHead,
} from '@corroborate/ledger'
import { lookAt, type LedgerRead } from './look-at.ts'

const ORIGIN = 'corroborate.invalid/watched'
const signer = signerFrom({ name: ORIGIN, type: 'note', seed: new Uint8Array(32).fill(7) })
const key = signer.key

/** A ledger of leaves that say which history they are of. */
function ledgerOf(size: number, history: (index: number) => number) {
  const nodes = new Map<string, Hash>()
  let range = EMPTY_RANGE
  for (let i = 0; i < size; i++) {
    const grown = appendLeaf(range, new Uint8Array(32).fill(history(i)))
    for (const { level, index, hash } of grown.nodes) nodes.set(`${level}/${index}`, hash)
    range = grown.range
  }
  const head: TreeHead = { size: BigInt(size), root: rootOf(range) }
  const note = signCheckpoint({ origin: ORIGIN, ...head, extensions: [] }, signer)
  const hashAt = (level: number, index: number) => nodes.get(`${level}/${index}`) ?? null
  const read: LedgerRead = {
    checkpoint: () => Promise.resolve(note),
    key: () => Promise.resolve(null),
    tile: (path) => {
      const bytes = tileBytes(valueOf(readTilePath(path)), hashAt)
      return Promise.resolve(bytes.ok ? bytes.value : null)
    },
  }
  return { head, note, read }
}

const one = (size: number) => ledgerOf(size, () => 1)
const other = (size: number) => ledgerOf(size, (i) => (i < 3 ? 1 : 2))

test.each([
  [1, 2],
  [255, 256],
  [256, 257],
  [300, 700],
  [700, 700],
])('a ledger that grew from %i to %i entries is as it was seen', async (before, now) => {
  expect(await lookAt(one(now).read, { key, last: one(before).head })).toMatchObject({ ok: true })
})

test('a ledger that shrank is said: last week was put back', async () => {
  expect(await lookAt(one(280).read, { key, last: one(300).head })).toMatchObject({
    reason: 'shrunk',
    detail:
      'The ledger has shrunk: 300 entries were signed, and now only 280. An older copy was put back, or the end was cut off.',
  })
})

test.each([
  [300, 300],
  [300, 520],
])(
  'two forks shown to two monitors are found when one looks with what the other saw (%i, %i)',
  async (a, b) => {
    const [first, second] = [one(a), other(b)]
    expect((await lookAt(first.read, { key, last: null })).ok).toBe(true)
    expect((await lookAt(second.read, { key, last: null })).ok).toBe(true)
    expect(await lookAt(second.read, { key, last: first.head })).toMatchObject({
      reason: 'fork',
      detail:
        'The ledger has forked: the first 300 entries are not those that were signed before. Keep both checkpoints: together they prove it.',
    })
  },
)

test('one flipped bit in a tile is told from a fork, with the tile', async () => {
  const { read } = one(700)
  const tile: LedgerRead['tile'] = async (path) => {
    const bytes = await read.tile(path)
    if (path === 'tile/0/001' && bytes) bytes[44 * 32] = (bytes[44 * 32] ?? 0) ^ 1
    return bytes
  }
  expect(await lookAt({ ...read, tile }, { key, last: one(300).head })).toMatchObject({
    reason: 'wrong-tile',
    detail: expect.stringContaining('tile/0/001 is not what was signed') as string,
  })
})

test('one flipped bit in a checkpoint, another key, and nothing at all are said', async () => {
  const { read, note } = one(5)
  const root = note.split('\n')[2] ?? ''
  const flipped = note.replace(root, (root.startsWith('A') ? 'B' : 'A') + root.slice(1))
  const asked = { key, last: null }
  expect(await lookAt({ ...read, checkpoint: () => Promise.resolve(flipped) }, asked)).toMatchObject({
    reason: 'not-trusted',
    detail: expect.stringContaining('text or signature was changed') as string,
  })
  const stranger = signerFrom({ name: ORIGIN, type: 'note', seed: new Uint8Array(32).fill(8) }).key
  expect(await lookAt(read, { key: stranger, last: null })).toMatchObject({ reason: 'not-trusted' })
  expect(await lookAt({ ...read, checkpoint: () => Promise.resolve(null) }, asked)).toMatchObject({
    reason: 'not-there',
  })
})
