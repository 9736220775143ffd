import { refuse, type OpeningId } from '@corroborate/base'
import { openings, sealedAt, updateOpening } from '@corroborate/store'
import { COPY, type SealedRecord } from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { instant } from './time.ts'

export interface NoteOpened extends InInvestigation {
  readonly opening: OpeningId
}

/**
 * Hands the released copy to whoever asked, and writes into the ledger that they have it: the ciphertext leaves by this act alone. Handed
 * out again, it is written again.
 */
export const noteOpened = act(
  'identity.opened',
  ['researcher', 'reviewer', 'legal-adviser', 'identity-custodian'],
  async (desk, { investigation, opening }: NoteOpened) => {
    const { db } = desk.store
    const [asked] = await openings(db, investigation, { id: opening })
    const member = memberAtDesk(desk)
    if (asked?.askedBy !== member) return NOT_FOUND
    const copy = await sealedAt(db, investigation, { record: opening, field: COPY })
    if (!copy) return refuse('not-released', 'no second custodian has released it yet')
    await updateOpening(db, { investigation, id: opening }, { opened_at: instant(desk.clock()) })
    return done<SealedRecord>(copy, { subject: asked.record, content: { opening, by: member } })
  },
)
