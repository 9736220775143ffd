import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import {
  appendTo,
  commit,
  rootOf,
  treeHash,
  verifyConsistency,
  verifyInclusion,
  type Entry,
} from '@corroborate/ledger'
import { migrate } from '../migrate.ts'
import { openStore } from '../open-store.ts'
import type { Chain } from '../ledger-tables.ts'
import type { Db } from '../tables.ts'
import { eachEngine } from '../testing/engines.ts'
import { holdHead, insertEntries } from './ledger.ts'
import { consistencyIn, inclusionIn, rangeIn, tileIn } from './ledger-tree.ts'

const newChain = (): Chain => derivedId('investigation', randomBytes(8).toString('hex'))

async function writeEntries(db: Db, chain: Chain, count: number): Promise<readonly Entry[]> {
  return db.transaction().execute(async (within) => {
    let head = await holdHead(within, chain)
    const written = Array.from({ length: count }, (_, i) => {
      const salt = randomBytes(32)
      const entry = appendTo(head, {
        ...{ time: '2026-01-01T00:00:00.000Z', actor: 'a member', act: 'thing.done', subject: 'a thing' },
        commitment: commit(i, salt),
      })
      head = entry
      return { entry, content: i, salt }
    })
    await insertEntries(within, chain, written)
    return written.map(({ entry }) => entry)
  })
}

const leafOf = (entry: Entry | undefined) => new Uint8Array(Buffer.from(entry?.hash ?? '', 'hex'))

eachEngine((engine, open, { place }) => {
  test('the tree in the table is the tree over the entries, however they were written', async () => {
    const { db } = await open()
    const chain = newChain()
    const entries: Entry[] = []
    for (const count of [1, 1, 5, 250, 1, 260]) entries.push(...(await writeEntries(db, chain, count)))
    for (const size of [0, 1, 2, 3, 7, 255, 256, 257, 518])
      expect(rootOf(await rangeIn(db, chain, size)), `${size}`).toEqual(
        treeHash(entries.slice(0, size).map(leafOf)),
      )
  })

  test('every proof from the table verifies, and a proof of what is not there is refused', async () => {
    const { db } = await open()
    const chain = newChain()
    const entries = await writeEntries(db, chain, 70)
    const root = rootOf(await rangeIn(db, chain, 70))
    for (const index of [0, 1, 31, 63, 64, 69]) {
      const proof = valueOf(await inclusionIn(db, chain, { index, size: 70 }))
      const leaf = leafOf(entries[index])
      expect(verifyInclusion({ leaf, index: BigInt(index), size: 70n, proof, root })).toMatchObject({
        ok: true,
      })
    }
    for (const earlier of [1, 32, 63, 64, 69, 70]) {
      const proof = valueOf(await consistencyIn(db, chain, { earlier, later: 70 }))
      const before = { size: BigInt(earlier), root: rootOf(await rangeIn(db, chain, earlier)) }
      expect(verifyConsistency({ earlier: before, later: { size: 70n, root }, proof })).toMatchObject({
        ok: true,
      })
    }
    expect(await inclusionIn(db, chain, { index: 70, size: 70 })).toMatchObject({
      reason: 'index-out-of-range',
    })
    expect(await consistencyIn(db, chain, { earlier: 0, later: 70 })).toMatchObject({
      reason: 'from-nothing',
    })
    expect(await consistencyIn(db, chain, { earlier: 71, later: 70 })).toMatchObject({ reason: 'smaller' })
  })

  test('a tile is the hashes of the table, whole or in part; one that the tree has not is not there', async () => {
    const { db } = await open()
    const chain = newChain()
    const entries = await writeEntries(db, chain, 300)
    const hashes = (from: number, to: number) =>
      Uint8Array.from(Buffer.concat(entries.slice(from, to).map(leafOf)))
    expect(await tileIn(db, chain, { level: 0, index: 0, width: 256 })).toEqual(hashes(0, 256))
    expect(await tileIn(db, chain, { level: 0, index: 1, width: 44 })).toEqual(hashes(256, 300))
    expect(await tileIn(db, chain, { level: 1, index: 0, width: 1 })).toHaveLength(32)
    for (const tile of [
      { level: 0, index: 1, width: 45 },
      { level: 1, index: 0, width: 2 },
      { level: 63, index: 0, width: 1 },
      { level: 0, index: Number.MAX_SAFE_INTEGER, width: 256 },
      { level: 'entries', index: 0, width: 256 } as const,
    ])
      expect(await tileIn(db, chain, tile)).toBeNull()
  })

  test('a refused act leaves no node behind, and no node can be changed or taken out', async () => {
    const { db } = await open()
    const chain = newChain()
    await writeEntries(db, chain, 3)
    const nodes = () => db.selectFrom('ledger_node').selectAll().execute()
    const before = await nodes()
    const failing = db.transaction().execute(async (within) => {
      await writeEntriesIn(within, chain)
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    expect(await nodes()).toEqual(before)
    for (const change of [
      sql`update ledger_node set hash = ${Buffer.alloc(32)}`,
      sql`delete from ledger_node`,
      sql`insert into ledger_node (chain, level, place, hash) values (${chain}, 0, 0, ${Buffer.alloc(32)})`,
    ])
      await expect(change.execute(db)).rejects.toThrow(/append-only|duplicate key/)
  })

  test('a store of the version before has its trees when it is opened by this one', async () => {
    const where = await place()
    const store = valueOf(await openStore(where))
    const chains = [newChain(), newChain()]
    const entries = await Promise.all(chains.map((chain, i) => writeEntries(store.db, chain, 7 + 300 * i)))
    const wanted = await nodesOf(store.db)
    await asBefore(store.db)
    expect((await migrate(store.db, engine)).ok).toBe(true)
    await store.close()
    const again = valueOf(await openStore(where))
    expect(await nodesOf(again.db)).toEqual(wanted)
    const more = await writeEntries(again.db, chains[0] ?? 'house', 5)
    expect(rootOf(await rangeIn(again.db, chains[0] ?? 'house', 12))).toEqual(
      treeHash([...(entries[0] ?? []), ...more].map(leafOf)),
    )
    await again.close()
  })
})

async function writeEntriesIn(within: Db, chain: Chain): Promise<void> {
  const salt = randomBytes(32)
  const entry = appendTo(await holdHead(within, chain), {
    ...{ time: '2026-01-01T00:00:00.000Z', actor: 'a member', act: 'thing.done', subject: 'a thing' },
    commitment: commit('x', salt),
  })
  await insertEntries(within, chain, [{ entry, content: 'x', salt }])
}

async function nodesOf(db: Db): Promise<readonly string[]> {
  const rows = await db.selectFrom('ledger_node').selectAll().execute()
  return rows
    .map(({ chain, level, place, hash }) => `${chain} ${level} ${place} ${Buffer.from(hash).toString('hex')}`)
    .sort()
}

/** Takes a store back to the shape that it had before the trees: the entries stay. */
async function asBefore(db: Db): Promise<void> {
  for (const table of ['cosignature', 'checkpoint', 'ledger_node'])
    await sql`drop table ${sql.table(table)}`.execute(db)
  await db.deleteFrom('migration').where('name', '=', '0005-ledger-tree').execute()
}
