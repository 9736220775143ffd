import { refuse } from '@corroborate/base'
import { holdsSealed } from '@corroborate/store'
import { act, done } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { sealedNames } from './sealed-names.ts'

/**
 * Hands a custodian every sealed name and what the tokens of every text stand for, as it lies here, so that their browser can find these names in texts
 * that are about to come in and give them the tokens that they have; and writes that into the ledger. No second custodian is asked, as for a check.
 */
export const openNamesToProtect = act(
  'identities.opened-to-protect',
  ['identity-custodian'],
  async (desk, { investigation }: InInvestigation) => {
    const { db } = desk.store
    if (!(await holdsSealed(db, investigation)))
      return refuse('nothing-sealed', 'nothing is sealed in this investigation yet')
    const { sealed, counts } = await sealedNames(db, investigation)
    return done(sealed, { subject: investigation, content: counts })
  },
)
