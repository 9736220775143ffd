import { refuse, type ClaimId, type FindingId } from '@corroborate/base'
import type { Finding } from '@corroborate/findings'
import { claimsById, insertFindings, sourceById } from '@corroborate/store'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { nameRecord, type ChosenCode } from './name-record.ts'
import { restand } from './restand.ts'

export interface ReachFinding
  extends InInvestigation, Pick<Finding, 'kind' | 'proposition' | 'claimsFor' | 'elements'> {
  readonly code: ChosenCode
  readonly claimsAgainst: readonly ClaimId[]
}

/** Puts a finding over its claims. Its standing is computed; nobody has signed it yet. */
export const reachFinding = act('finding.reached', ['reviewer'], async (desk, input: ReachFinding) => {
  const { investigation, code, kind, proposition, claimsFor, claimsAgainst, elements } = input
  const { db } = desk.store
  if (claimsFor.length === 0) return refuse('no-claims', 'a finding rests on one claim at least')
  const cited = new Set([...claimsFor, ...claimsAgainst])
  if (cited.size < claimsFor.length + claimsAgainst.length)
    return refuse('claim-twice', 'a claim speaks for or against a finding, and once')
  if ((await claimsById(db, investigation, [...cited])).length < cited.size) return NOT_FOUND
  if (kind.kind === 'attribution' && (await sourceById(db, investigation, kind.to)) === null) return NOT_FOUND
  const named = await nameRecord(desk, { investigation, kind: 'finding', code })
  if (!named.ok) return named
  const finding: Finding = {
    ...named.value,
    ...{ kind, proposition, claimsFor, elements },
    claimsAgainst: claimsAgainst.map((claim) => ({ claim, dismissed: null })),
    ...{ standardOfProof: null, reasons: null, signer: null, version: 1 },
  }
  await insertFindings(db, investigation, [finding])
  await restand(desk, { investigation, moved: { kind: 'findings', findings: [finding.id] } })
  return done<FindingId>(finding.id, { subject: finding.id, content: finding })
})
