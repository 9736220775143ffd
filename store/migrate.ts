import { sql } from 'kysely'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { theHouse } from './migrations/0001-the-house.ts'
import { publication } from './migrations/0002-publication.ts'
import { linkage } from './migrations/0003-linkage.ts'
import { estimateRuns } from './migrations/0004-estimate-runs.ts'
import { ledgerTree } from './migrations/0005-ledger-tree.ts'
import { listsAndLinks } from './migrations/0006-lists-and-links.ts'
import { linkagesExplained } from './migrations/0007-linkages-explained.ts'
import { exhibits } from './migrations/0008-exhibits.ts'
import { textsRead } from './migrations/0010-texts-read.ts'
import { sealing } from './migrations/0011-sealing.ts'
import { coding } from './migrations/0012-coding.ts'
import { conflicts } from './migrations/0009-conflicts.ts'
import { timeStamps } from './migrations/0013-time-stamps.ts'
import { release } from './migrations/0014-release.ts'
import { passkeys } from './migrations/0015-passkeys.ts'
import { passphrases } from './migrations/0016-passphrases.ts'
import { elements } from './migrations/0018-elements.ts'
import { interviewsPlanned } from './migrations/0019-interviews-planned.ts'
import { search } from './migrations/0020-search.ts'
import { listened } from './migrations/0021-listened.ts'
import { withdrawals } from './migrations/0022-withdrawals.ts'
import { tablesShown } from './migrations/0023-tables-shown.ts'
import { confinedRows, CONFINE_TABLES } from './migrations/0024-confined.ts'
import { codersElsewhere } from './migrations/0026-coders-elsewhere.ts'
import { recordings } from './migrations/0027-recordings.ts'
import { translations } from './migrations/0028-translations.ts'
import { releasesOfPackages } from './migrations/0029-releases-of-packages.ts'
import { actTables } from './migrations/0031-act-tables.ts'
import { explanations } from './migrations/0032-explanations.ts'
import { promisesElsewhere } from './migrations/0033-promises-elsewhere.ts'
import { inDialect, run, type Engine, type Migration } from './migrations/dialect.ts'
import type { Db } from './tables.ts'

/** Every step there ever was, in order. */
export const MIGRATIONS: readonly Migration[] = [
  theHouse,
  publication,
  linkage,
  estimateRuns,
  ledgerTree,
  listsAndLinks,
  linkagesExplained,
  exhibits,
  conflicts,
  textsRead,
  sealing,
  coding,
  timeStamps,
  release,
  passkeys,
  passphrases,
  elements,
  interviewsPlanned,
  search,
  listened,
  withdrawals,
  tablesShown,
  confinedRows,
  codersElsewhere,
  recordings,
  translations,
  releasesOfPackages,
  actTables,
  explanations,
  promisesElsewhere,
]

/**
 * Brings the tables to the shape that this program knows: all of it or nothing. Two processes that come at once wait for
 * each other. `newer-version` when the store took a step that we do not know; then nothing is touched.
 */
export async function migrate(
  db: Db,
  engine: Engine,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<Outcome<readonly string[], 'newer-version'>> {
  return db.transaction().execute(async (at) => {
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${LOCK})`.execute(at)
    await sql
      .raw(
        inDialect(
          engine,
          'create table if not exists migration (name TEXT not null primary key, applied_at TEXT not null)',
        ),
      )
      .execute(at)
    const taken = new Set((await at.selectFrom('migration').select('name').execute()).map((row) => row.name))
    const unknown = [...taken].filter((name) => !migrations.some((migration) => migration.name === name))
    if (unknown.length > 0)
      return refuse(
        'newer-version',
        `it took the steps ${unknown.sort().join(', ')}, which are not known here`,
      )
    const due = migrations.filter((migration) => !taken.has(migration.name))
    for (const migration of due) await apply(at, engine, migration)
    if (engine === 'postgres' && due.length > 0) await run(at, [CONFINE_TABLES])
    return ok(due.map((migration) => migration.name))
  })
}

/** "corrobor" as a number: a lock of our own among those of a shared PostgreSQL server. */
const LOCK = 0x636f7272

async function apply(at: Db, engine: Engine, migration: Migration): Promise<void> {
  await run(at, migration.statements(engine))
  await migration.fill?.(at)
  await at
    .insertInto('migration')
    .values({ name: migration.name, applied_at: new Date().toISOString() })
    .execute()
}
