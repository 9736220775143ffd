import { refuse, type ClaimId, type FindingId } from '@corroborate/base'
import type { Finding } from '@corroborate/findings'
import { findingById, updateFinding } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'
import { restand } from './restand.ts'

export interface DismissContrary extends InInvestigation {
  readonly finding: FindingId
  readonly claim: ClaimId
  readonly reason: string
}

/** Sets a claim against a finding aside, by name and with a reason. It stays where it is, and the reason beside it. */
export const dismissContrary = act(
  'contrary.dismissed',
  ['reviewer'],
  async (desk, input: DismissContrary) => {
    const { investigation, claim, reason } = input
    const { db } = desk.store
    const finding = await findingById(db, investigation, input.finding)
    if (!finding?.claimsAgainst.some((contrary) => contrary.claim === claim)) return NOT_FOUND
    if (reason.trim() === '') return refuse('no-reason', 'who sets a claim aside says why')
    const dismissed = { by: await signature(desk), reason }
    const claimsAgainst = finding.claimsAgainst.map((contrary) =>
      contrary.claim === claim ? { claim, dismissed } : contrary,
    )
    const now: Finding = { ...finding, claimsAgainst, version: finding.version + 1 }
    await updateFinding(db, investigation, now)
    await restand(desk, { investigation, moved: { kind: 'findings', findings: [finding.id] } })
    return done<null>(null, { subject: finding.id, content: { claim, dismissed } })
  },
)
