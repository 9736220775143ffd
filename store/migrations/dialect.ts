import { sql } from 'kysely'
import type { Db } from '../tables.ts'

export type Engine = 'sqlite' | 'postgres'

/** One step from one shape of the tables to the next. Never changed once it was released; the next change is another. */
export interface Migration {
  readonly name: string
  readonly statements: (engine: Engine) => readonly string[]
  /** What has to be reckoned for the rows that are there; asked after the statements, in their transaction. */
  readonly fill?: (db: Db) => Promise<void>
}

/**
 * A statement in the words of one engine, from one text for both. Columns are text, integer, real or blob; text is compared
 * byte by byte on both, so that both give one order whatever language their machine speaks.
 */
export function inDialect(engine: Engine, statement: string): string {
  if (engine === 'sqlite') return statement
  return statement
    .replaceAll(/\bTEXT\b/g, 'text collate "C"')
    .replaceAll(/\bBLOB\b/g, 'bytea')
    .replaceAll(/\bREAL\b/g, 'double precision')
}

/** Rows of these tables are never changed and never taken out. Leans on `refuse_change` of the first step, on PostgreSQL. */
export function appendOnly(engine: Engine, tables: readonly string[]): readonly string[] {
  return engine === 'sqlite'
    ? tables.flatMap((table) => [
        `create trigger ${table}_no_update before update on ${table} begin select raise(abort, '${table} is append-only'); end`,
        `create trigger ${table}_no_delete before delete on ${table} begin select raise(abort, '${table} is append-only'); end`,
      ])
    : tables.map(
        (table) =>
          `create trigger ${table}_append_only before update or delete on ${table} for each row execute function refuse_change()`,
      )
}

export async function run(db: Db, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
