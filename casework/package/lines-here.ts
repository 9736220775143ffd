import type { InvestigationId } from '@corroborate/base'
import { keyOfRecord, KINDS, RECORD_KINDS, recordLine } from '@corroborate/interchange'
import type { Db } from '@corroborate/store'
import { packagedInvestigation } from './packaged-investigation.ts'
import type { Side } from './records-compared.ts'

/** Every record of an investigation as a package would write it, by kind and by what names it. */
export async function linesHere(db: Db, id: InvestigationId): Promise<Side['lines']> {
  const whole = await packagedInvestigation(db, id)
  if (!whole) throw new Error('an investigation that was just held is gone')
  return new Map(
    KINDS.map((kind) => {
      const records: readonly object[] = whole[RECORD_KINDS[kind]]
      return [kind, new Map(records.map((record) => [keyOfRecord(record), recordLine(record)]))]
    }),
  )
}
