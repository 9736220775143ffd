import { refuse, type ConsentId, type InvestigationId, type PassageId } from '@corroborate/base'
import {
  claimIdsOfSource,
  consentById,
  consentsOf,
  findingsCiting,
  insertTasks,
  insertWithdrawal,
  NOT_DONE,
  passagesOf,
  reports,
  withdrawConsent as withdraw,
  type Db,
  type PastUse,
  type Task,
  type Uses,
} from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'
import { act, done, NOT_FOUND } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { memberAtDesk } from './member-keys.ts'
import { freshId } from './name-record.ts'
import { pastUses } from './past-uses.ts'
import { groundsIn, quotedIn } from './quoted-in.ts'
import { restand } from './restand.ts'
import { dayAt, instant } from './time.ts'
import { wordsOfWitness } from './words-of-witness.ts'

export interface WithdrawConsent extends InInvestigation {
  readonly consent: ConsentId
  /** As far as the witness gave one, without names; a witness owes none. */
  readonly reason: string
}

/** What a withdrawal brings about: where the words were used, and what a person has to do about each use. */
export interface Withdrawn extends Uses {
  readonly tasks: readonly Pick<Task, 'id' | 'kind' | 'subject' | 'recipient'>[]
}

/**
 * Withdraws what a witness allowed. It takes effect at once: no claim of theirs counts and no word of theirs is published
 * from here on. What they said stays where it is, to be read by the team alone, until a person has decided about each use.
 */
export const withdrawConsent = act(
  'consent.withdrawn',
  ['researcher', 'identity-custodian'],
  async (desk, { investigation, consent: id, reason }: WithdrawConsent) => {
    const { db } = desk.store
    const consent = await consentById(db, investigation, id)
    if (!consent) return NOT_FOUND
    const given = await consentsOf(db, investigation, consent.witness)
    const [day, at] = [dayAt(desk.clock()), instant(desk.clock())]
    if (!(await withdraw(db, investigation, { consent: id, at: day })))
      return refuse('withdrawn-before', 'this consent was withdrawn before')
    const fallen = await restand(desk, { investigation, moved: { kind: 'source', source: consent.witness } })
    const uses: Uses = { ...(await usesOf(db, investigation, { ...consent, given })), fallen }
    const withdrawn = { consent: id, reason: reason.trim(), at, uses }
    await insertWithdrawal(db, investigation, { ...withdrawn, by: memberAtDesk(desk) })
    const tasks = await tasksFor(desk, { investigation, consent: id, past: uses.past })
    return done<Withdrawn>(
      { ...uses, tasks },
      { subject: id, content: { ...withdrawn, tasks, records: [{ ...consent, withdrawnAt: day }] } },
    )
  },
)

async function usesOf(
  db: Db,
  investigation: InvestigationId,
  { witness, given: consents }: Consent & { readonly given: readonly Consent[] },
): Promise<Omit<Uses, 'fallen'>> {
  const said = new Set<PassageId>()
  for (const text of await wordsOfWitness(db, investigation, witness))
    for (const passage of await passagesOf(db, investigation, text)) said.add(passage.id)
  const claims = await claimIdsOfSource(db, investigation, witness)
  const findings = new Set<string>(await findingsCiting(db, investigation, claims))
  const resting = new Set<string>([...claims, ...findings])
  const written = await reports(db, investigation)
  const quotations = written.flatMap((report) =>
    quotedIn(report)
      .filter((passage) => said.has(passage))
      .map((passage) => ({ report: report.id, passage })),
  )
  const touched = written.filter(
    (report) =>
      quotations.some((one) => one.report === report.id) || groundsIn(report).some((id) => resting.has(id)),
  )
  const at = { reports: new Set<string>(touched.map(({ id }) => id)), findings }
  return { claims, quotations, past: await pastUses(db, investigation, { witness, touched: at, consents }) }
}

function nameOfUse(use: PastUse): string {
  switch (use.kind) {
    case 'publication':
      return use.report
    case 'package':
      return use.package
    case 'exchange':
      return use.file
  }
}

/** Whoever received something is told; an edition that is out is corrected too. */
async function tasksFor(
  desk: Desk,
  of: InInvestigation & Pick<Uses, 'past'> & { readonly consent: ConsentId },
): Promise<Withdrawn['tasks']> {
  const tasks = of.past.flatMap((use) => {
    const subject = nameOfUse(use)
    const tell = {
      id: freshId<'task'>(desk),
      kind: 'tell-recipient',
      subject,
      recipient: use.recipient,
    } as const
    if (use.kind !== 'publication') return [tell]
    return [{ id: freshId<'task'>(desk), kind: 'correct-edition', subject, recipient: null } as const, tell]
  })
  const madeAt = instant(desk.clock())
  await insertTasks(
    desk.store.db,
    of.investigation,
    tasks.map((task) => ({ ...task, because: of.consent, due: null, words: null, madeAt, ...NOT_DONE })),
  )
  return tasks
}
