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
  findingsCiting,
  insertTasks,
  passagesOf,
  publications,
  reports,
  textsOf,
  withdrawConsent as withdraw,
  type Db,
  type Task,
} from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { freshId } from './name-record.ts'
import { groundsIn, quotedIn } from './quoted-in.ts'
import { restand, type Fallen } from './restand.ts'
import { dayAt, instant } from './time.ts'

export interface WithdrawConsent extends InInvestigation {
  readonly consent: ConsentId
}

/** Everything that a witness's words were used for, so that a person can go to each of them. */
export interface Uses {
  readonly claims: readonly ClaimId[]
  /** Quotations of the witness in reports: which report, which passage. */
  readonly quotations: readonly { readonly report: ReportId; readonly passage: PassageId }[]
  /** Reports that are open to everybody and quote the witness: who received what. */
  readonly published: readonly { readonly report: ReportId; readonly recipient: 'public' }[]
  /** What a person has to do about each of them. */
  readonly tasks: readonly Pick<Task, 'id' | 'kind' | 'subject' | 'recipient'>[]
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
    const used = await usesOf(db, investigation, consent)
    const tasks = await tasksFor(desk, { investigation, consent: id, published: used.published })
    const uses: Uses = { ...used, tasks, fallen }
    return done<Uses>(uses, { subject: id, content: { consent: id, at, uses } })
  },
)

async function usesOf(
  db: Db,
  investigation: InvestigationId,
  { witness }: Consent,
): Promise<Omit<Uses, 'fallen' | 'tasks'>> {
  const said = new Set<PassageId>()
  for (const text of await textsOf(db, investigation, witness))
    for (const passage of await passagesOf(db, investigation, text.id)) said.add(passage.id)
  const claims = await claimIdsOfSource(db, investigation, witness)
  const resting = new Set<string>([...claims, ...(await findingsCiting(db, investigation, claims))])
  const written = await reports(db, investigation)
  const open = new Set((await publications(db)).map(({ report }) => report))
  const quotations = written.flatMap((report) =>
    quotedIn(report)
      .filter((passage) => said.has(passage))
      .map((passage) => ({ report: report.id, passage })),
  )
  const touched = written.filter(
    (report) =>
      quotations.some((one) => one.report === report.id) || groundsIn(report).some((id) => resting.has(id)),
  )
  return {
    claims,
    quotations,
    published: touched
      .filter(({ id }) => open.has(id))
      .map(({ id }) => ({ report: id, recipient: 'public' as const })),
  }
}

/** Two for each report that is out: it is corrected, and who received it is told. */
async function tasksFor(
  desk: Desk,
  of: InInvestigation & Pick<Uses, 'published'> & { readonly consent: ConsentId },
): Promise<Uses['tasks']> {
  const tasks = of.published.flatMap(({ report, recipient }) => [
    { id: freshId<'task'>(desk), kind: 'correct-edition' as const, subject: report, recipient: null },
    { id: freshId<'task'>(desk), kind: 'tell-recipient' as const, subject: report, recipient },
  ])
  const madeAt = instant(desk.clock())
  await insertTasks(
    desk.store.db,
    of.investigation,
    tasks.map((task) => ({ ...task, because: of.consent, due: null, words: null, madeAt })),
  )
  return tasks
}
