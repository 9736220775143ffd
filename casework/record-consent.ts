import { refuse, type ConsentId } from '@corroborate/base'
import { consentsOf, insertConsents, sourceById } from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { freshId } from './name-record.ts'
import { restand } from './restand.ts'

export type RecordConsent = InInvestigation & Omit<Consent, 'id' | 'version' | 'withdrawnAt'>

/** Enters what a witness allows. A new version takes the place of the one before, and is in force at once. */
export const recordConsent = act(
  'consent.recorded',
  ['researcher'],
  async (desk, { investigation, ...what }: RecordConsent) => {
    const { db } = desk.store
    const witness = await sourceById(db, investigation, what.witness)
    if (!witness) return NOT_FOUND
    if (witness.kind !== 'witness')
      return refuse('not-a-witness', `${witness.code} is a ${witness.kind}; only a witness consents`)
    const before = await consentsOf(db, investigation, what.witness)
    const version = Math.max(0, ...before.map((consent) => consent.version)) + 1
    const id: ConsentId = freshId(desk)
    const consent: Consent = { ...what, id, version, withdrawnAt: null }
    await insertConsents(db, investigation, [consent])
    await restand(desk, { investigation, moved: { kind: 'source', source: what.witness } })
    return done<ConsentId>(id, { subject: id, content: consent })
  },
)
