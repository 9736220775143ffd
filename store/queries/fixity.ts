import type { InvestigationId } from '@corroborate/base'
import type { FixityCheck, FixityFault } from '@corroborate/testimony'
import type { FixityCheckTable, FixityFaultTable } from '../exhibit-tables.ts'
import type { Db } from '../tables.ts'
import { insertAll, nextOrdinal } from './insert.ts'

export async function insertFixityCheck(
  db: Db,
  investigation: InvestigationId,
  check: FixityCheck,
): Promise<void> {
  const ordinal = await nextOrdinal(db, 'fixity_check', investigation)
  const { startedAt, endedAt, by, files, bytes, faults } = check
  await insertAll(db, 'fixity_check', [
    {
      ...{ investigation, ordinal, started_at: startedAt, ended_at: endedAt, checked_by: by, files, bytes },
    },
  ])
  await insertAll(
    db,
    'fixity_fault',
    faults.map((fault) => ({ investigation, fixity_check: ordinal, ...faultColumns(fault) })),
  )
}

/** Every check there was, with what each found: the last first. */
export async function fixityChecksOf(
  db: Db,
  investigation: InvestigationId,
): Promise<readonly FixityCheck[]> {
  const checks = await selectChecks(db, investigation).execute()
  const faults = await db
    .selectFrom('fixity_fault')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('fixity_check')
    .orderBy('file')
    .execute()
  const found = Map.groupBy(faults, (fault) => fault.fixity_check)
  return checks.map((check) => checkFrom(check, found.get(check.ordinal) ?? []))
}

/** When were the files of this investigation last read again, and what was found? Null when they never were. */
export async function lastFixityCheck(db: Db, investigation: InvestigationId): Promise<FixityCheck | null> {
  const check = await selectChecks(db, investigation).limit(1).executeTakeFirst()
  if (!check) return null
  const faults = await db
    .selectFrom('fixity_fault')
    .selectAll()
    .where('investigation', '=', investigation)
    .where('fixity_check', '=', check.ordinal)
    .orderBy('file')
    .execute()
  return checkFrom(check, faults)
}

/** Is there an investigation with files that were not read again since that moment? */
export async function fixityIsDue(db: Db, since: string): Promise<boolean> {
  const due = await db
    .selectFrom('exhibit_file')
    .select('exhibit_file.id')
    .where((at) =>
      at.not(
        at.exists(
          at
            .selectFrom('fixity_check')
            .select('fixity_check.ordinal')
            .whereRef('fixity_check.investigation', '=', 'exhibit_file.investigation')
            .where('fixity_check.ended_at', '>', since),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()
  return due !== undefined
}

function selectChecks(db: Db, investigation: InvestigationId) {
  return db
    .selectFrom('fixity_check')
    .selectAll()
    .where('investigation', '=', investigation)
    .orderBy('ordinal', 'desc')
}

function checkFrom(row: FixityCheckTable, faults: readonly FixityFaultTable[]): FixityCheck {
  const { started_at, ended_at, checked_by, files, bytes } = row
  return {
    ...{ startedAt: started_at, endedAt: ended_at, by: checked_by, files, bytes },
    faults: faults.map(faultFrom),
  }
}

function faultColumns(fault: FixityFault) {
  const { kind, file } = fault
  return kind === 'missing'
    ? { kind, file, sha256: null, bytes: null }
    : { kind, file, sha256: fault.sha256, bytes: fault.bytes }
}

function faultFrom({ kind, file, sha256, bytes }: FixityFaultTable): FixityFault {
  return kind === 'missing' ? { kind, file } : { kind, file, sha256: sha256 ?? '', bytes: bytes ?? 0 }
}
