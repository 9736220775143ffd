import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { derivedId, valueOf } from '@corroborate/base'
import { confined, confinedRead, type Confinement } from './confined.ts'
import { openStore } from './open-store.ts'
import { insertInvestigation } from './queries/investigation.ts'
import { insertMember, giveRole, takeRole } from './queries/member.ts'
import { insertSources } from './queries/source.ts'
import type { Store } from './store.ts'
import type { Db, Tables } from './tables.ts'
import { databases, folders } from './testing/engines.ts'
import { invented } from './testing/invented.ts'

const NOW = '2026-01-05T12:00:00.000Z'
const places = databases()
const inFolders = folders()
let store: Store
/** Another program of the same owner, which sets nothing. */
let bare: Kysely<Tables>
const [ours, theirs] = ['ours', 'theirs'].map((code) => invented({ code, witnesses: 2, passagesEach: 1 }))
const [amal, basma] = ['amal', 'basma'].map((name) => derivedId('member', name))
if (!ours || !theirs || !amal || !basma) throw new Error('two investigations, and somebody in each')

beforeAll(async () => {
  const where = await places.place()
  store = valueOf(await openStore(where))
  if (where.kind !== 'postgres') throw new Error('rows are confined on PostgreSQL')
  bare = new Kysely({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: where.url, max: 1 }) }),
  })
  for (const [whole, member] of [
    [ours, amal],
    [theirs, basma],
  ] as const) {
    await insertInvestigation(store.db, whole)
    await insertSources(store.db, whole.id, whole.sources)
    await insertMember(store.db, { id: member, name: member, createdAt: NOW })
    await giveRole(store.db, { investigation: whole.id, member, role: 'researcher', endsAt: null })
  }
})

afterAll(async () => {
  await bare.destroy()
  await store.close()
  await places.remove()
  await inFolders.remove()
})

const asked = (changes: Partial<Confinement> = {}): Confinement => ({
  ...{ investigation: ours.id, member: amal, now: NOW },
  ...changes,
})
const sources = async (db: Db) => (await db.selectFrom('source').select('investigation').execute()).length
const memberships = async (db: Db) => (await db.selectFrom('membership').selectAll().execute()).length

/** Every table whose rows belong to an investigation or to a ledger, and the column that says which. */
async function tablesOfOne(): Promise<readonly (readonly [string, string])[]> {
  const tables = await store.db.introspection.getTables()
  return tables.flatMap(({ name, columns }) => {
    const names = columns.map((column) => column.name)
    const owner = ['investigation', 'chain'].find((one) => names.includes(one))
    return name === 'investigation' ? [[name, 'id']] : owner ? [[name, owner]] : []
  })
}

/** Tables that no policy binds, and why. */
const OF_THE_HOUSE = {
  ...{ member: 'works in several investigations', member_key: 'the same keys in all of them' },
  key_comparison: 'one compares keys with a person, and not for an investigation',
  ...{ passkey: 'is looked up before anybody is signed in', passphrase: 'likewise' },
  ...{ challenge: 'likewise', sign_in_try: 'likewise', sign_in_link: 'likewise', link_release: 'likewise' },
  session: 'says who asks, before it is known where',
  ...{ house_secret: 'belongs to the machine', migration: 'says which steps the store took' },
  search_posting: 'holds numbers of words, which are found through search_word alone',
}

describe('on PostgreSQL', () => {
  test('every table of an investigation or a ledger is confined, for its owner too', async () => {
    const { rows } = await sql<{ name: string }>`select relname as name from pg_class
      where relrowsecurity and relforcerowsecurity and relnamespace = current_schema()::regnamespace`.execute(
      store.db,
    )
    const expected = (await tablesOfOne()).map(([name]) => name)
    expect(expected.length).toBeGreaterThan(60)
    expect(rows.map(({ name }) => name).sort()).toEqual(expected.toSorted())
  })

  test('every other table is of the house, for a reason, and neither engine has one that the other lacks', async () => {
    const names = async ({ db }: Pick<Store, 'db'>) =>
      (await db.introspection.getTables()).map(({ name }) => name).sort()
    const ofOne = new Set((await tablesOfOne()).map(([name]) => name))
    const all = await names(store)
    expect(all.filter((name) => !ofOne.has(name))).toEqual(Object.keys(OF_THE_HOUSE).sort())
    const inFile = valueOf(await openStore(await inFolders.place()))
    expect(await names(inFile)).toEqual(all)
    await inFile.close()
  })

  test('who sets nothing, and whoever has no part in the investigation, sees no row of any table and adds none', async () => {
    const stranger = asked({ member: basma })
    for (const [name, owner] of await tablesOfOne())
      for (const within of [
        <Answer>(ask: (db: Db) => Promise<Answer>) => bare.transaction().execute(ask),
        <Answer>(ask: (db: Db) => Promise<Answer>) => confinedRead(store.db, stranger, ask),
      ]) {
        const seen = (db: Db) => sql`select from ${sql.table(name)}`.execute(db)
        expect((await within(seen)).rows, name).toEqual([])
        const removed = (db: Db) => sql`delete from ${sql.table(name)}`.execute(db)
        expect((await within(removed)).numAffectedRows, name).toBe(0n)
        const added = (db: Db) =>
          sql`insert into ${sql.table(name)} (${sql.ref(owner)}) values (${ours.id})`.execute(db)
        await expect(within(added), name).rejects.toThrow('row-level security')
      }
    expect(await sources(store.db)).toBe(4)
  })

  test('a member sees what is of their own investigation, and a query that forgets to say which finds no more', async () => {
    expect(await confinedRead(store.db, asked(), sources)).toBe(2)
    expect(await confinedRead(store.db, asked(), memberships)).toBe(1)
    const moved = confinedRead(store.db, asked(), (db) =>
      db.updateTable('membership').set({ investigation: theirs.id }).execute(),
    )
    await expect(moved).rejects.toThrow('row-level security')
  })

  test.each(['administrator', 'monitor', 'family-liaison'])(
    'a %s sees who is of it, and none of its content',
    async (role) => {
      const given = { investigation: ours.id, member: basma, role }
      await giveRole(store.db, { ...given, endsAt: null })
      expect(await confinedRead(store.db, asked({ member: basma }), memberships)).toBe(2)
      expect(await confinedRead(store.db, asked({ member: basma }), sources)).toBe(0)
      await takeRole(store.db, given)
    },
  )

  test('the operator is kept to the investigation, and a role that ended is none', async () => {
    expect(await confinedRead(store.db, asked({ member: 'operator' }), sources)).toBe(2)
    const given = { investigation: ours.id, member: basma, role: 'reviewer' }
    await giveRole(store.db, { ...given, endsAt: NOW })
    expect(await confinedRead(store.db, asked({ member: basma }), sources)).toBe(0)
    expect(
      await confinedRead(store.db, asked({ member: basma, now: '2026-01-04T00:00:00.000Z' }), sources),
    ).toBe(2)
    await takeRole(store.db, given)
  })

  test('a part within a part is confined to its own, and what was before holds again, also when it was undone', async () => {
    const counts = await store.db.transaction().execute(async (db) => {
      const other = asked({ investigation: theirs.id, member: basma })
      const inner = () => confined(db, null, () => sources(db))
      const within = await confined(db, asked(), async () => [
        await sources(db),
        await inner(),
        await sources(db),
      ])
      await sql`savepoint part`.execute(db)
      const broken = confined(db, other, () => Promise.reject(new Error('in the middle')))
      await expect(broken).rejects.toThrow('in the middle')
      await sql`rollback to savepoint part`.execute(db)
      return [...within, await sources(db)]
    })
    expect(counts).toEqual([2, 4, 2, 4])
    expect(await sources(store.db)).toBe(4)
  })

  test('a user whom no policy binds does not open a store', async () => {
    const refused = await openStore({ kind: 'postgres', url: inject('postgres') })
    expect(refused).toMatchObject({ ok: false, reason: 'unconfined' })
  })
})
