import type { ReportId } from '@corroborate/base'
import { reportById, sealedOfEach } from '@corroborate/store'
import type { SealedRecord } from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'

export interface OpenNamesToCheck extends InInvestigation {
  /** What is to be checked. */
  readonly report: ReportId
}

/**
 * Hands a custodian every sealed name as it lies here, so that their browser can look for it in what would leave, and writes that into the ledger.
 * No second custodian is asked: the names are compared and not shown, and a custodian's key opens them in any case.
 */
export const openNamesToCheck = act(
  'identities.opened-to-check',
  ['identity-custodian'],
  async (desk, { investigation, report }: OpenNamesToCheck) => {
    const { db } = desk.store
    if (!(await reportById(db, investigation, report))) return NOT_FOUND
    const names = await sealedOfEach(db, investigation, 'name')
    return done<readonly SealedRecord[]>(names, { subject: report, content: { report, names: names.length } })
  },
)
