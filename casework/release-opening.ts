import { refuse, type OpeningId } from '@corroborate/base'
import { insertSealed, openings, updateOpening } from '@corroborate/store'
import { COPY, type SealedRecord } from '@corroborate/vault/sealing'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { faultOfSealed } from './seal-identity.ts'
import { instant } from './time.ts'

export interface ReleaseOpening extends InInvestigation {
  readonly opening: OpeningId
  /** Sealed by the custodian to whoever asked, and to nobody else. */
  readonly copy: SealedRecord
}

/** A custodian other than whoever asked releases an opening: opens the value in their browser, and seals it again to the one who asked. */
export const releaseOpening = act(
  'identity.opening-released',
  ['identity-custodian'],
  async (desk, { investigation, opening, copy }: ReleaseOpening) => {
    const { db } = desk.store
    const [asked] = await openings(db, investigation, { id: opening })
    if (!asked) return NOT_FOUND
    const releasedBy = memberAtDesk(desk)
    if (asked.askedBy === releasedBy)
      return refuse('by-oneself', 'another custodian releases what you asked for')
    if (asked.releasedBy !== null) return refuse('released-before', 'it was released already')
    const fault = await faultOfSealed(desk, investigation, copy)
    if (fault) return fault
    const { record, field, version, recipients } = copy.statement
    if (record !== opening || field !== COPY || version !== 1)
      return refuse('wrong-context', 'the copy was sealed for another opening')
    if (recipients.length !== 1 || recipients[0]?.name !== asked.askedBy)
      return refuse('unlisted-recipient', 'the copy is sealed to somebody else than who asked')
    await insertSealed(db, investigation, copy)
    await updateOpening(
      db,
      { investigation, id: opening },
      { released_by: releasedBy, released_at: instant(desk.clock()) },
    )
    return done<null>(null, { subject: asked.record, content: { opening, copy: copy.statement } })
  },
)
