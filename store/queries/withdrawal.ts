import type { ConsentId, InvestigationId, MemberId, SourceId } from '@corroborate/base'
import { fromJson, toJson } from '../json.ts'
import type { Db } from '../tables.ts'
import type { Uses } from '../uses.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export type { Fallen, PastUse, Uses } from '../uses.ts'

/** A consent that was withdrawn, with the names of those who had a part in it. */
export interface Withdrawal {
  readonly consent: ConsentId
  readonly reason: string
  readonly by: string
  readonly at: string
  readonly uses: Uses
  /** When what the witness said was erased, and by whom; null where it stands. */
  readonly erased: { readonly by: string; readonly at: string } | null
}

export async function insertWithdrawal(
  db: Db,
  investigation: InvestigationId,
  withdrawn: Pick<Withdrawal, 'consent' | 'reason' | 'at' | 'uses'> & { readonly by: MemberId },
): Promise<void> {
  const { consent, reason, at, by, uses } = withdrawn
  const ordinal = await nextOrdinal(db, 'withdrawal', investigation)
  const what = { consent, reason, withdrawn_by: by, withdrawn_at: at, uses: toJson(uses) }
  await insertAll(db, 'withdrawal', [{ investigation, ordinal, ...what, erased_by: null, erased_at: null }])
}

/** What did this witness withdraw, and what came of it? The latest first. */
export async function withdrawalsOf(
  db: Db,
  investigation: InvestigationId,
  witness: SourceId,
): Promise<readonly Withdrawal[]> {
  const rows = await db
    .selectFrom('withdrawal as w')
    .innerJoin('consent as c', (join) =>
      join.onRef('c.investigation', '=', 'w.investigation').onRef('c.id', '=', 'w.consent'),
    )
    .innerJoin('member as m', 'm.id', 'w.withdrawn_by')
    .leftJoin('member as e', 'e.id', 'w.erased_by')
    .select(['w.consent', 'w.reason', 'w.uses', 'w.withdrawn_at', 'w.erased_at'])
    .select(['m.name as by', 'e.name as eraser'])
    .where('w.investigation', '=', investigation)
    .where('c.witness', '=', witness)
    .orderBy('w.ordinal', 'desc')
    .execute()
  return rows.map(({ uses, withdrawn_at: at, erased_at: erasedAt, eraser, ...row }) => ({
    ...{ ...row, at, uses: fromJson(uses) },
    erased: erasedAt === null ? null : { by: eraser ?? '', at: erasedAt },
  }))
}

/** Notes that what a witness said was erased. False where nothing of it was withdrawn here, or it was erased before. */
export async function noteErased(
  db: Db,
  { investigation, consent }: { readonly investigation: InvestigationId; readonly consent: ConsentId },
  erased: { readonly by: MemberId; readonly at: string },
): Promise<boolean> {
  const done = await db
    .updateTable('withdrawal')
    .set({ erased_by: erased.by, erased_at: erased.at })
    .where('investigation', '=', investigation)
    .where('consent', '=', consent)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
