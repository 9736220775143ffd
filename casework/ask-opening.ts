import { refuse, type OpeningId } from '@corroborate/base'
import { insertOpening, sealedAt } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { memberAtDesk, newestCard } from './member-keys.ts'
import { freshId } from './name-record.ts'
import { instant } from './time.ts'

export interface AskOpening extends InInvestigation {
  readonly record: string
  readonly field: string
  /** Without names: it is read by everybody who reads in the investigation, and by whoever seizes the server. */
  readonly reason: string
}

/** Asks to open a sealed value, with a reason. Nothing is opened by it. */
export const askOpening = act(
  'identity.opening-asked',
  ['researcher', 'reviewer', 'legal-adviser', 'identity-custodian'],
  async (desk, { investigation, record, field, reason }: AskOpening) => {
    const { db } = desk.store
    const sealed = await sealedAt(db, investigation, { record, field })
    if (!sealed) return NOT_FOUND
    if (reason.trim() === '') return refuse('no-reason', 'say why it must be opened')
    const askedBy = memberAtDesk(desk)
    if ((await newestCard(db, askedBy)) === null) return refuse('no-keys', 'you have not made your keys yet')
    const id: OpeningId = freshId(desk)
    const asked = { id, record, field, version: sealed.statement.version, reason: reason.trim() }
    await insertOpening(db, investigation, { ...asked, askedBy, askedAt: instant(desk.clock()) })
    return done<OpeningId>(id, { subject: record, content: { ...asked, askedBy } })
  },
)
