import { refuse, type FindingId, type Words } from '@corroborate/base'
import { canBeSigned, type Finding, type StandardOfProof } from '@corroborate/findings'
import { findingById, standingsBefore, updateFinding } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { signature } from './name-record.ts'

export interface SignFinding extends InInvestigation {
  readonly finding: FindingId
  readonly standardOfProof: StandardOfProof
  readonly reasons: Words
}

/** Signs a finding: a named person chooses its standard of proof and writes why. What cannot stand cannot be signed. */
export const signFinding = act(
  'finding.signed',
  ['reviewer', 'legal-adviser'],
  async (desk, input: SignFinding) => {
    const { investigation, standardOfProof, reasons } = input
    const { db } = desk.store
    const finding = await findingById(db, investigation, input.finding)
    const standing = (await standingsBefore(db, investigation, [input.finding])).get(input.finding)
    if (finding === null || standing === undefined) return NOT_FOUND
    const fit = canBeSigned(finding, standing)
    if (!fit.ok) return fit
    if ([reasons.en, reasons.ar].every((words) => (words ?? '').trim() === ''))
      return refuse('no-reasons', 'who signs a finding writes why')
    const signer = await signature(desk)
    const signed: Finding = { ...finding, standardOfProof, reasons, signer, version: finding.version + 1 }
    await updateFinding(db, investigation, signed)
    return done<null>(null, { subject: finding.id, content: signed })
  },
)
