import { PostgresAdapter, sql } from 'kysely'
import type { InvestigationId, MemberId } from '@corroborate/base'
import type { Db } from './tables.ts'

/** Who asks, in which investigation, and when: PostgreSQL looks up itself what they may see there. */
export interface Confinement {
  readonly investigation: InvestigationId
  /** `operator`, who is the machine itself, is kept to the investigation and to nothing within it. */
  readonly member: MemberId | 'operator'
  /** ISO 8601: roles end. */
  readonly now: string
}

/** To what each transaction is confined now. One that is not in here asks for the house. */
const confinements = new WeakMap<Db, Confinement>()

/**
 * Does a part of a transaction with nothing in sight but one investigation, on PostgreSQL: whatever a query forgets to ask for, rows of
 * another are not there to be read, changed or added. Null asks for the house, as nothing at all does. What was before holds again
 * afterwards; where the part is undone, the engine undoes this with it. On a store in a file nothing is confined.
 * @see docs/decisions/0083-rows-that-are-not-there.md
 */
export async function confined<Answer>(
  db: Db,
  to: Confinement | null,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const before = confinements.get(db) ?? null
  if (to === before || !isPostgres(db)) return work()
  await confine(db, to)
  try {
    const answer = await work()
    await confine(db, before)
    return answer
  } finally {
    remember(db, before)
  }
}

/** Answers a question about one investigation likewise, all of it as one moment has it. */
export async function confinedRead<Answer>(
  db: Db,
  to: Confinement,
  ask: (at: Db) => Promise<Answer>,
): Promise<Answer> {
  if (!isPostgres(db)) return ask(db)
  if (db.isTransaction) return confined(db, to, () => ask(db))
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (at) => {
      await confine(at, to)
      return ask(at)
    })
}

async function confine(db: Db, to: Confinement | null): Promise<void> {
  const { investigation, member, now } = to ?? { investigation: '', member: '', now: '' }
  await sql`select set_config('corroborate.scope', ${to === null ? 'house' : 'member'}, true),
    set_config('corroborate.investigation', ${investigation}, true),
    set_config('corroborate.member', ${member}, true), set_config('corroborate.now', ${now}, true)`.execute(
    db,
  )
  remember(db, to)
}

function remember(db: Db, to: Confinement | null): void {
  if (to === null) confinements.delete(db)
  else confinements.set(db, to)
}

export function isPostgres(db: Db): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter
}
