import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { migrate } from './migrate.ts'
import type { Store, StoreRefusal } from './store.ts'
import type { Db, Tables } from './tables.ts'
import { messageOf, troubleOf } from './trouble.ts'

const PATIENCE_MS = 10_000

/** Opens the store in a PostgreSQL database. Any number of processes may; the tables are shaped by the first. */
export async function openPostgres(where: { readonly url: string }): Promise<Outcome<Store, StoreRefusal>> {
  const connected = await connect(where.url)
  if (!connected.ok) return connected
  const db = connected.value
  try {
    if (await passesPolicies(db)) {
      await db.destroy()
      return refuse('unconfined', ADVICE_UNCONFINED)
    }
    const shaped = await migrate(db, 'postgres')
    if (shaped.ok) return ok({ db, engine: 'postgres', close: () => db.destroy() })
    await db.destroy()
    return refuse(
      'newer-version',
      `The database belongs to a later version of this program: ${shaped.detail}. Start that version; nothing was changed.`,
    )
  } catch (error) {
    await db.destroy()
    const reason = troubleOf(error)
    if (reason) return refuse(reason, `${ADVICE[reason] ?? ADVICE.unreachable} (${messageOf(error)})`)
    throw error
  }
}

async function connect(url: string): Promise<Outcome<Db, 'unreachable'>> {
  let db: Db | null = null
  try {
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: poolOf(url) }) })
    await sql`select 1`.execute(db)
    return ok(db)
  } catch (error) {
    await db?.destroy()
    return refuse('unreachable', `${ADVICE.unreachable} (${messageOf(error)})`)
  }
}

/** PostgreSQL asks a superuser for no policy: of what stands between two investigations there, nothing would hold. */
async function passesPolicies(db: Db): Promise<boolean> {
  const who = sql<{
    free: boolean
  }>`select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user`
  return (await who.execute(db)).rows[0]?.free ?? true
}

const ADVICE_UNCONFINED =
  'The user of DATABASE_URL is a superuser or passes row-level security, so that the database would keep no investigation from another. Make a role that is neither, and a database that it owns, and name that role in DATABASE_URL.'

/** `bigint`, the type of a count: text by default in this driver, because it may pass 2^53. Ours do not. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)

function poolOf(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    connectionTimeoutMillis: PATIENCE_MS,
    types,
    // What is not confined to an investigation is asked for the house; who comes by another program and does not say so sees nothing.
    options: '-c corroborate.scope=house',
  })
  // An idle connection that breaks is thrown away by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined)
  return pool
}

/** Never the address itself: it holds a password. */
const ADVICE: Readonly<Partial<Record<StoreRefusal, string>> & { readonly unreachable: string }> = {
  unreachable:
    'The PostgreSQL server cannot be reached or does not let us in. Check that it runs, and the host, port, database, user and password in DATABASE_URL.',
  'disk-full':
    'The disk of the PostgreSQL server is full. Make room and start again; what was acknowledged is kept.',
  'not-writable':
    'The database cannot be written. Connect to a primary server, as a user who may create tables in it.',
}
