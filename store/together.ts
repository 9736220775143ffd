import { sql } from 'kysely'
import type { Outcome } from '@corroborate/base'
import type { Db } from './tables.ts'

/**
 * All that `work` writes, or nothing of it when it refuses or throws. In a transaction already, only this part is undone
 * and the transaction goes on.
 */
export async function together<Value, Reason extends string>(
  db: Db,
  work: (within: Db) => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason>> {
  if (db.isTransaction) return savepoint(db, () => work(db))
  const transaction = await db.startTransaction().execute()
  try {
    const outcome = await work(transaction)
    await (outcome.ok ? transaction.commit() : transaction.rollback()).execute()
    return outcome
  } catch (error) {
    if (!transaction.isCommitted && !transaction.isRolledBack) await transaction.rollback().execute()
    throw error
  }
}

/** A part of a transaction that can be undone alone. Savepoints of one name nest: the innermost is meant. */
async function savepoint<Value, Reason extends string>(
  db: Db,
  work: () => Promise<Outcome<Value, Reason>>,
): Promise<Outcome<Value, Reason>> {
  await sql`savepoint part`.execute(db)
  try {
    const outcome = await work()
    await (outcome.ok ? release(db) : undo(db))
    return outcome
  } catch (error) {
    // On a full disk SQLite undoes all of the transaction, this part included: then there is nothing left to undo.
    await undo(db).catch(() => undefined)
    throw error
  }
}

async function release(db: Db): Promise<void> {
  await sql`release savepoint part`.execute(db)
}

async function undo(db: Db): Promise<void> {
  await sql`rollback to savepoint part`.execute(db)
  await release(db)
}
