import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { valueOf } from '@corroborate/base'
import {
  appendLeaf,
  appendTo,
  commit,
  EMPTY_RANGE,
  readCheckpoint,
  openNote,
  parseNote,
  treeHash,
  type Entry,
} from '@corroborate/ledger'
import { chainOf, checkpointsOf, lastCheckpoint, type Chain, type Store } from '@corroborate/store'
import { ledgerKeyOf, makeSignedHeads, openSignedHeads, type SignedHeads } from '@corroborate/vault'
import { eachEngine } from '../store/testing/engines.ts'
import { enrolMember } from './acts.ts'
import { signCheckpoint, signFault, signWhatChanged, type SigningDesk } from './sign-checkpoint.ts'
import { makeSigning } from './signing.ts'
import { deskIn, NOON } from './testing/house.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-signing-'))
afterAll(() => rmSync(folder, { recursive: true }))
const SEED = randomBytes(32)

async function signingDesk(store: Store, more: { heads?: SignedHeads; clock?: () => number } = {}) {
  const heads = more.heads ?? (await makeSignedHeads(join(folder, randomBytes(6).toString('hex'))))
  const desk: SigningDesk = {
    ...{ store, random: randomBytes, clock: more.clock ?? (() => NOON) },
    signing: makeSigning({ key: ledgerKeyOf('corroborate.invalid/test', SEED), heads }),
  }
  return desk
}

const enrolled = (store: Store) => enrolMember(deskIn(store, 'operator'), { name: 'A. Member' }).then(valueOf)

async function entriesOf(store: Store, chain: Chain): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  for await (const entry of chainOf(store.db, chain)) entries.push(entry)
  return entries
}

eachEngine((engine, open) => {
  test('signs the tree over the entries as they stand, once for each size, by the key of that ledger', async () => {
    const store = await open()
    const desk = await signingDesk(store)
    expect(await signCheckpoint(desk, 'house')).toMatchObject({ ok: false, reason: 'nothing-to-sign' })
    for (let count = 1; count <= 3; count++) {
      await enrolled(store)
      const { head } = valueOf(await signCheckpoint(desk, 'house'))
      const note = valueOf(parseNote(head.note))
      const { key } = desk.signing.key.signerOf('house')
      expect(openNote(note, [key]).ok).toBe(true)
      const leaves = (await entriesOf(store, 'house')).map(({ hash }) => Buffer.from(hash, 'hex'))
      expect(valueOf(readCheckpoint(note.text))).toMatchObject({
        ...{ origin: key.name, size: BigInt(count) },
        root: new Uint8Array(treeHash(leaves)),
      })
    }
    expect(valueOf(await signCheckpoint(desk, 'house')).head).toEqual(await lastCheckpoint(store.db, 'house'))
    expect((await checkpointsOf(store.db, 'house')).map(({ size }) => size)).toEqual([1, 2, 3])
  })

  test('what changed is signed, what did not is left, and signatures of one moment do not overtake each other', async () => {
    const store = await open()
    const desk = await signingDesk(store)
    await enrolled(store)
    expect((await signWhatChanged(desk, { all: false })).heads).toHaveLength(1)
    expect((await signWhatChanged(desk, { all: false })).heads).toHaveLength(0)
    const acting = Array.from({ length: 6 }, async () => {
      await enrolled(store)
      return signCheckpoint(desk, 'house').then(valueOf)
    })
    await Promise.all(acting)
    expect(desk.signing.heads.last('house')?.size).toBe('7')
    expect((await lastCheckpoint(store.db, 'house'))?.size).toBe(7)
  })

  test('a signature that was cut off before it was kept in the store is made again, with the same bytes', async () => {
    const store = await open()
    const path = join(folder, `cut-${engine}`)
    const desk = await signingDesk(store, { heads: await makeSignedHeads(path) })
    await enrolled(store)
    const { head } = valueOf(await signCheckpoint(desk, 'house'))
    await unguarded(store, () => sql`delete from checkpoint`.execute(store.db))
    const again = await signingDesk(store, { heads: valueOf(await openSignedHeads(path)) })
    expect(valueOf(await signCheckpoint(again, 'house')).head).toEqual(head)
  })

  test('a clock that was set back is told, and what was signed is in the order of its entries', async () => {
    const store = await open()
    let now = NOON
    const desk = await signingDesk(store, { clock: () => now })
    await enrolled(store)
    await signWhatChanged(desk, { all: false })
    now -= 24 * 3_600_000
    await enrolled(store)
    const { heads, told } = await signWhatChanged(desk, { all: false })
    expect(heads[0]?.size).toBe(2)
    expect(told).toEqual([
      'The clock of this machine says 2026-01-04T12:00:00.000Z, and the last signature was made at 2026-01-05T12:00:00.000Z: it was set back. The order of entries does not depend on it.',
    ])
  })

  test('an older copy of the store that was put back is noticed, and not signed', async () => {
    // Two stores that have the same beginning would need one backup of the other: the older one here has fewer entries.
    const [newer, older] = [await open(), await open()]
    const desk = await signingDesk(newer)
    for (let i = 0; i < 3; i++) await enrolled(newer)
    valueOf(await signCheckpoint(desk, 'house'))
    await enrolled(older)
    const back = await signingDesk(older, { heads: desk.signing.heads })
    const { heads, told } = await signWhatChanged(back, { all: true })
    expect(heads).toEqual([])
    expect(told).toEqual([
      'The ledger house ends at entry 1, and 3 were signed on 2026-01-05T12:00:00.000Z: an older copy of the store was put back, or the end was cut off. It is not signed until those entries are there again.',
    ])
    expect(await signFault(back, 'house')).toMatchObject({ reason: 'smaller' })
    expect(await lastCheckpoint(older.db, 'house')).toBeNull()
  })

  test('a row that was taken out with its leaf, and the chain reckoned anew, is not signed', async () => {
    const store = await open()
    const desk = await signingDesk(store)
    for (let i = 0; i < 5; i++) await enrolled(store)
    valueOf(await signCheckpoint(desk, 'house'))
    await rewriteWithout(store, 2)
    await enrolled(store)
    await enrolled(store)
    expect(await signCheckpoint(desk, 'house')).toMatchObject({
      ok: false,
      reason: 'fork',
      detail:
        'The first 5 entries of the ledger house are not those that were signed on 2026-01-05T12:00:00.000Z: its past was rewritten. It is not signed; hold it against a copy that somebody else has.',
    })
  })
})

/** Does what triggers forbid, as somebody would who has the store's passphrase. */
async function unguarded(store: Store, work: () => Promise<unknown>): Promise<void> {
  if (store.engine === 'sqlite') {
    const rows = await sql<{ name: string; sql: string }>`
      select name, sql from sqlite_master where type = 'trigger'`.execute(store.db)
    for (const { name } of rows.rows) await sql.raw(`drop trigger ${name}`).execute(store.db)
    await work()
    for (const { sql: text } of rows.rows) await sql.raw(text).execute(store.db)
    return
  }
  const tables = ['ledger_entry', 'ledger_content', 'ledger_node', 'checkpoint']
  for (const table of tables) await sql.raw(`alter table ${table} disable trigger user`).execute(store.db)
  await work()
  for (const table of tables) await sql.raw(`alter table ${table} enable trigger user`).execute(store.db)
}

/** A forger at work: one entry goes, those after it are chained anew, and the tree is built over what is left. */
async function rewriteWithout(store: Store, sequence: number): Promise<void> {
  const { db } = store
  const kept = (await entriesOf(store, 'house')).filter((entry) => entry.sequence !== sequence)
  let head: Entry | null = null
  let range = EMPTY_RANGE
  await unguarded(store, async () => {
    await sql`delete from ledger_content`.execute(db)
    await sql`delete from ledger_entry`.execute(db)
    await sql`delete from ledger_node`.execute(db)
    for (const { time, actor, act, subject } of kept) {
      const entry: Entry = appendTo(head, {
        time,
        actor,
        act,
        subject,
        commitment: commit(0, randomBytes(32)),
      })
      head = entry
      await db
        .insertInto('ledger_entry')
        .values({ chain: 'house', ...entry })
        .execute()
      const grown = appendLeaf(range, Buffer.from(entry.hash, 'hex'))
      range = grown.range
      for (const { level, index, hash } of grown.nodes)
        await db
          .insertInto('ledger_node')
          .values({ chain: 'house', level, place: index, hash: Buffer.from(hash) })
          .execute()
    }
  })
}
