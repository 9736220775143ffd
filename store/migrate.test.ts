import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Migration } from './migrations/dialect.ts'
import { migrate, MIGRATIONS } from './migrate.ts'
import { openStore } from './open-store.ts'
import type { Store } from './store.ts'
import { databases, eachEngine, folders } from './testing/engines.ts'
import { valueOf } from '@corroborate/base'
import { afterAll } from 'vitest'

const made = [folders(), databases()]
afterAll(async () => {
  for (const places of made) await places.remove()
})

test('the tables of both engines have the same columns, kinds of column and indexes', async () => {
  const [file, server] = await Promise.all(made.map(async (places) => openStore(await places.place())))
  if (!file || !server) throw new Error('two stores were opened')
  const [one, other] = [valueOf(file), valueOf(server)]
  const shape = await columnsOf(one)
  expect(shape).toEqual(await columnsOf(other))
  expect(shape).toContain('claim.topic text, not null')
  expect(shape).toContain('ledger_content.salt blob, not null')
  expect(await indexesOf(one)).toEqual(await indexesOf(other))
  await one.close()
  await other.close()
})

eachEngine((engine, open, { place }) => {
  test('a store is brought up to date once', async () => {
    const store = await open()
    expect(await migrate(store.db, engine)).toEqual({ ok: true, value: [] })
    const names = await store.db.selectFrom('migration').select('name').execute()
    expect(names.map((row) => row.name)).toEqual(MIGRATIONS.map((migration) => migration.name))
  })

  test('a store of a later version is refused and left as it was', async () => {
    const where = await place()
    const store = valueOf(await openStore(where))
    const later: Migration = {
      name: '9999-from-the-future',
      statements: () => ['create table future (id integer)'],
    }
    expect(await migrate(store.db, engine, [...MIGRATIONS, later])).toMatchObject({ ok: true })
    await store.close()
    const refused = await openStore(where)
    expect(refused).toMatchObject({ ok: false, reason: 'newer-version' })
    expect(refused.ok ? '' : refused.detail).toContain('9999-from-the-future')
  })

  test('a step that breaks half-way leaves nothing behind', async () => {
    const store = await open()
    const broken: Migration = {
      name: '9999-broken',
      statements: () => ['create table half_made (id integer)', 'create nonsense'],
    }
    await expect(migrate(store.db, engine, [...MIGRATIONS, broken])).rejects.toThrow('syntax')
    const tables = (await store.db.introspection.getTables()).map((table) => table.name)
    expect(tables).toContain('claim')
    expect(tables).not.toContain('half_made')
  })

  test('a reference to what is not there is refused', async () => {
    const store = await open()
    const astray = sql`insert into membership (investigation, member, role) values ('none', 'none', 'none')`
    await expect(astray.execute(store.db)).rejects.toThrow(/foreign key/i)
  })
})

/** What the two engines call the five kinds of column. */
const KINDS: Readonly<Record<string, string>> = {
  text: 'text',
  integer: 'integer',
  int4: 'integer',
  real: 'real',
  float8: 'real',
  blob: 'blob',
  bytea: 'blob',
}

async function columnsOf(store: Store): Promise<readonly string[]> {
  const tables = await store.db.introspection.getTables()
  return tables
    .flatMap((table) =>
      table.columns.map((column) => {
        const kind = KINDS[column.dataType.toLowerCase()] ?? `unknown: ${column.dataType}`
        return `${table.name}.${column.name} ${kind}, ${column.isNullable ? 'or null' : 'not null'}`
      }),
    )
    .sort()
}

async function indexesOf(store: Store): Promise<readonly string[]> {
  const query =
    store.engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'index' and sql is not null`
      : sql<{ name: string }>`select indexname as name from pg_indexes where schemaname = 'public'
          and indexname not in (select conname from pg_constraint)`
  return (await query.execute(store.db)).rows.map((row) => row.name).sort()
}
