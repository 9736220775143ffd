import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { laidOut } from './laid-out.ts'
import { nameOfLeaving, subjectOf, type Leaving } from './leaving.ts'
import { sealedNames } from './sealed-names.ts'

export interface OpenNamesToCheck extends InInvestigation {
  /** What is to be checked. */
  readonly of: Leaving
}

/**
 * Hands a custodian every sealed name and what the tokens of every text stand for, as it lies here, so that their browser can look for them in what
 * would leave, and writes that into the ledger.
 * No second custodian is asked: the names are compared and not shown, and a custodian's key opens them in any case.
 */
export const openNamesToCheck = act(
  'identities.opened-to-check',
  ['identity-custodian'],
  async (desk, { investigation, of }: OpenNamesToCheck) => {
    const checked = await laidOut(desk, { investigation, of })
    if (!checked.ok) return checked
    const { sealed, counts } = await sealedNames(desk.store.db, investigation)
    return done(sealed, {
      subject: subjectOf(of, investigation),
      content: { output: nameOfLeaving(of), ...counts },
    })
  },
)
