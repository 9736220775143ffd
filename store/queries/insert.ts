import { sql, type InsertObject } from 'kysely'
import type { InvestigationId } from '@corroborate/base'
import type { Db, Tables } from '../tables.ts'

/** Below what either engine takes in one statement (SQLite 32,766, PostgreSQL 65,535). */
const PARAMETERS_AT_ONCE = 30_000

/**
 * Writes rows in as few statements as the engines take. Writes nothing of a chunk when one of its rows is refused; who
 * wants all or nothing opens a transaction.
 */
export async function insertAll<Name extends keyof Tables>(
  db: Db,
  table: Name,
  rows: readonly InsertObject<Tables, Name>[],
): Promise<void> {
  for (const row of rows) assertStorable(table, row)
  const width = Math.max(1, Object.keys(rows[0] ?? {}).length)
  for (const chunk of chunksOf(rows, Math.floor(PARAMETERS_AT_ONCE / width)))
    await db.insertInto(table).values(chunk).execute()
}

/** The place in the order of writing that the next row of an investigation takes. */
export async function nextOrdinal(
  db: Db,
  table: keyof Tables,
  investigation: InvestigationId,
): Promise<number> {
  const found = await sql<{ next: number }>`
    select coalesce(max(ordinal), 0) + 1 as next from ${sql.table(table)} where investigation = ${investigation}
  `.execute(db)
  return found.rows[0]?.next ?? 1
}

export function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = []
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size))
  return chunks
}

/**
 * Throws on text that an engine would change without a word: SQLite cuts it at a zero character, PostgreSQL refuses it,
 * and a lone surrogate becomes a question mark in both. Texts are cleaned of these where they come in.
 */
export function assertStorable(table: string, row: object): void {
  for (const [column, value] of Object.entries<unknown>({ ...row }))
    if (typeof value === 'string' && (value.includes('\0') || !value.isWellFormed()))
      throw new Error(`${table}.${column} holds a zero character or a lone surrogate, which no store keeps`)
}
