import {
  refuse,
  type ClaimId,
  type ConsentId,
  type InvestigationId,
  type PassageId,
  type ReportId,
} from '@corroborate/base'
import {
  claimIdsOfSource,
  consentById,
  passagesOf,
  reports,
  textsOf,
  withdrawConsent as withdraw,
  type Db,
} from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { InInvestigation } from './desk.ts'
import { quotedIn } from './quoted-in.ts'
import { restand, type Fallen } from './restand.ts'
import { dayAt } from './time.ts'

export interface WithdrawConsent extends InInvestigation {
  readonly consent: ConsentId
}

/** Everything that a witness's words were used for, so that a person can go to each of them. */
export interface Uses {
  readonly claims: readonly ClaimId[]
  /** Quotations of the witness in reports: which report, which passage. */
  readonly quotations: readonly { readonly report: ReportId; readonly passage: PassageId }[]
  /** Findings that stand lower without the witness; those that were signed are open again. */
  readonly fallen: readonly Fallen[]
}

/**
 * Withdraws what a witness allowed. It takes effect at once: no claim of theirs counts and no word of theirs is published
 * from here on. What they said stays where it is, to be read by the team alone, until a person has decided about each use.
 */
export const withdrawConsent = act(
  'consent.withdrawn',
  ['researcher', 'identity-custodian'],
  async (desk, { investigation, consent: id }: WithdrawConsent) => {
    const { db } = desk.store
    const consent = await consentById(db, investigation, id)
    if (!consent) return NOT_FOUND
    const at = dayAt(desk.clock())
    if (!(await withdraw(db, investigation, { consent: id, at })))
      return refuse('withdrawn-before', 'this consent was withdrawn before')
    const fallen = await restand(desk, { investigation, moved: { kind: 'source', source: consent.witness } })
    const uses: Uses = { ...(await usesOf(db, investigation, consent)), fallen }
    return done<Uses>(uses, { subject: id, content: { consent: id, at, uses } })
  },
)

async function usesOf(
  db: Db,
  investigation: InvestigationId,
  { witness }: Consent,
): Promise<Omit<Uses, 'fallen'>> {
  const said = new Set<PassageId>()
  for (const text of await textsOf(db, investigation, witness))
    for (const passage of await passagesOf(db, investigation, text.id)) said.add(passage.id)
  const written = await reports(db, investigation)
  return {
    claims: await claimIdsOfSource(db, investigation, witness),
    quotations: written.flatMap((report) =>
      quotedIn(report)
        .filter((passage) => said.has(passage))
        .map((passage) => ({ report: report.id, passage })),
    ),
  }
}
