import { sql, type RawBuilder } from 'kysely'
import type { Json } from '@corroborate/base'
import { KEPT_TABLES, type KeptTable } from '../kept-tables.ts'
import type { Engine } from '../migrations/dialect.ts'
import type { Db } from '../tables.ts'

/** A row as plain data: bytes as `{ base64 }`. */
export type KeptRow = Readonly<Record<string, Json>>

const ROWS_AT_ONCE = 1_000
/** Below what either engine takes in one statement. */
const PARAMETERS_AT_ONCE = 30_000

/** Every row of a table, some at a time, in the order in which a restore may write them. */
export async function* keptRows(db: Db, table: KeptTable): AsyncGenerator<KeptRow> {
  const keys = KEPT_TABLES[table].map((column) => sql.ref(column))
  const order = sql.join(keys)
  let after: readonly unknown[] | null = null
  for (;;) {
    const from: RawBuilder<unknown> = after === null ? sql`` : sql`where (${order}) > (${sql.join(after)})`
    const { rows }: { readonly rows: Record<string, unknown>[] } = await sql<Record<string, unknown>>`
      select * from ${sql.table(table)} ${from} order by ${order} limit ${ROWS_AT_ONCE}
    `.execute(db)
    for (const row of rows)
      yield Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))
    if (rows.length < ROWS_AT_ONCE) return
    const last: Readonly<Record<string, unknown>> = rows.at(-1) ?? {}
    after = KEPT_TABLES[table].map((column) => last[column])
  }
}

/** Writes rows as they were kept. Throws on a column that the table has not. */
export async function insertKeptRows(db: Db, table: KeptTable, rows: readonly KeptRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const names = sql.join(columns.map((column) => sql.ref(column)))
  const atOnce = Math.max(1, Math.floor(PARAMETERS_AT_ONCE / columns.length))
  for (let start = 0; start < rows.length; start += atOnce) {
    const values = rows
      .slice(start, start + atOnce)
      .map((row) => sql`(${sql.join(columns.map((column) => stored(row[column] ?? null)))})`)
    await sql`insert into ${sql.table(table)} (${names}) values ${sql.join(values)}`.execute(db)
  }
}

/** Lets rows stand before those that they refer to, until the transaction ends: where the engine can, and the order of tables does the rest. */
export async function deferForeignKeys(db: Db, engine: Engine): Promise<void> {
  if (engine === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(db)
}

/** Is there anything in this store yet? */
export async function isEmptyStore(db: Db): Promise<boolean> {
  for (const table of ['ledger_chain', 'member', 'investigation'] as const)
    if ((await db.selectFrom(table).selectAll().limit(1).execute()).length > 0) return false
  return true
}

function plain(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (value instanceof Uint8Array || value instanceof ArrayBuffer)
    return { base64: Buffer.from(new Uint8Array(value)).toString('base64') }
  throw new Error(`a column of the store holds ${typeof value}, which no table of ours has`)
}

function stored(value: Json): unknown {
  if (value === null || typeof value !== 'object') return value
  if ('base64' in value && typeof value.base64 === 'string') return Buffer.from(value.base64, 'base64')
  throw new Error('a row of a backup holds what no column does')
}
