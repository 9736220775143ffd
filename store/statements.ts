import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type Database from 'libsql'

const KEPT = 500
/** Statements with a row of parameters for each of many rows are seldom asked twice, and are long. */
const LONGEST_KEPT = 4_000

/**
 * The database as the query builder wants it, with the statements that were asked lately kept ready. Without this each query
 * makes a native statement that is only given back when the garbage collector comes by: 100,000 reads held 450 MB.
 */
export function withKeptStatements(file: Database.Database): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  const prepare = (query: string): SqliteStatement => {
    if (query === 'rollback') return rollback(file)
    const ready = kept.get(query)
    kept.delete(query)
    const statement = ready ?? file.prepare(query)
    if (query.length <= LONGEST_KEPT) kept.set(query, statement)
    if (kept.size > KEPT) kept.delete(kept.keys().next().value ?? '')
    return statement
  }
  const close = () => {
    kept.clear()
    emptyLog(file)
    file.close()
  }
  return { prepare, close }
}

/**
 * Undoes the transaction if it is still there: on a full disk SQLite has undone it already, and the complaint that there is
 * none would stand in place of the news that the disk is full.
 */
function rollback(file: Database.Database): SqliteStatement {
  const statement = file.prepare('rollback')
  const nothing = { changes: 0, lastInsertRowid: 0 }
  return {
    reader: false,
    run: () => (file.inTransaction ? statement.run() : nothing),
    all: () => [],
    iterate: () => [].values(),
  }
}

/** Brings the log into the file, so that a folder at rest is whole in one file. A log that stays is read at the next start. */
function emptyLog(file: Database.Database): void {
  try {
    file.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // Something is still being read or written, or the disk is full: nothing is lost, the log is kept.
  }
}
