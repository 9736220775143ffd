import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Kysely, SqliteDialect } from 'kysely'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { readKeyFile, unlockStoreKey } from '@corroborate/vault'
import { MIGRATIONS } from './migrate.ts'
import { openDatabase } from './open-file.ts'
import { openPostgres } from './open-postgres.ts'
import { withKeptStatements } from './statements.ts'
import type { Store, Where } from './store.ts'
import type { Tables } from './tables.ts'

export type ReadRefusal = 'nothing-there' | 'wrong-passphrase' | 'other-version' | 'unreachable'

/**
 * Opens a store beside the process that has it, to read it alone: it takes no lock, and writes nothing. What it sees within one
 * transaction is one moment, whatever is written meanwhile.
 */
export async function openToRead(where: Where): Promise<Outcome<Store, ReadRefusal>> {
  if (where.kind === 'postgres') {
    const opened = await openPostgres(where)
    return opened.ok ? opened : refuse('unreachable', opened.detail)
  }
  const [path, keyFile] = [join(where.folder, 'store.db'), join(where.folder, 'store.json')]
  if (!existsSync(path) || !existsSync(keyFile))
    return refuse('nothing-there', `There is no store in ${where.folder}.`)
  const file = readKeyFile(await readFile(keyFile, 'utf8'))
  if (!file.ok)
    return refuse('other-version', `The key file in ${where.folder} cannot be read: ${file.detail}.`)
  const key = await unlockStoreKey(where.passphrase, file.value)
  if (!key.ok) return refuse('wrong-passphrase', `The passphrase does not open the store in ${where.folder}.`)
  const database = openDatabase(path, key.value)
  database.pragma('query_only = ON')
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: withKeptStatements(database) }) })
  const store = { db, engine: 'sqlite' as const, close: () => db.destroy() }
  const taken = await db.selectFrom('migration').select('name').orderBy('name').execute()
  if (String(taken.map(({ name }) => name)) === String(MIGRATIONS.map(({ name }) => name).sort()))
    return ok(store)
  await store.close()
  return refuse(
    'other-version',
    `The store in ${where.folder} belongs to another version of this program: start that one, or this one's server first.`,
  )
}
