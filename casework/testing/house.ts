import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import {
  valueOf,
  type ClaimId,
  type ConsentId,
  type FindingId,
  type InvestigationId,
  type MemberId,
  type PassageId,
  type ReportId,
  type SourceId,
  type TextId,
} from '@corroborate/base'
import { USUAL_THRESHOLDS } from '@corroborate/findings'
import type { Store } from '@corroborate/store'
import {
  addText,
  enrolMember,
  markPassage,
  openInvestigation,
  reachFinding,
  recordConsent,
  recordSource,
  stateClaim,
  writeReport,
  type StateClaim,
} from '../acts.ts'
import type { Desk } from '../desk.ts'

/** When the tests take place, unless they say otherwise. */
export const NOON = Date.parse('2026-01-05T12:00:00.000Z')

/** A store with an investigation in it that was made by acts alone, a member who works in it and one who does not. */
export interface House {
  readonly store: Store
  readonly investigation: InvestigationId
  readonly member: MemberId
  /** The desk of the member who opened the investigation. */
  readonly desk: Desk
  /** The desk of a member who has no part in it. */
  readonly stranger: Desk
  readonly strangerId: MemberId
  readonly operator: Desk
  readonly witness: SourceId
  readonly second: SourceId
  readonly document: SourceId
  readonly consent: ConsentId
  readonly text: TextId
  readonly passage: PassageId
  readonly secondPassage: PassageId
  /** Said by the first witness and denied by the second. */
  readonly claim: ClaimId
  readonly denial: ClaimId
  /** How often, how many and for how long, by the first witness. */
  readonly pattern: ClaimId
  readonly finding: FindingId
  readonly report: ReportId
}

export function deskIn(store: Store, member: Desk['member'], clock = () => NOON): Desk {
  return { store, member, provedAt: clock(), clock, random: randomBytes, software: 'Corroborate (test)' }
}

/** The words of the first witness in every house. Invented. */
export const TESTIMONY = 'I: What did you see?\nW1: Twenty men were led out on a Monday. It was so each week.'

export async function buildHouse(store: Store): Promise<House> {
  const operator = deskIn(store, 'operator')
  const member = valueOf(await enrolMember(operator, { name: 'A. Researcher' }))
  const strangerId = valueOf(await enrolMember(operator, { name: 'B. Stranger' }))
  const desk = deskIn(store, member)
  const investigation = valueOf(
    await openInvestigation(desk, {
      code: `mill-${randomBytes(4).toString('hex')}`,
      title: { en: 'The mill' },
      notice: { en: 'Invented for a test.' },
      nature: 'own',
      thresholds: USUAL_THRESHOLDS,
    }),
  )
  const people = {
    store,
    operator,
    member,
    desk,
    investigation,
    strangerId,
    stranger: deskIn(store, strangerId),
  }
  return { ...people, ...(await fill(desk, investigation)) }
}

async function fill(desk: Desk, investigation: InvestigationId) {
  const witness = await recordedSource(desk, investigation, 'witness')
  const second = await recordedSource(desk, investigation, 'witness')
  const document = await recordedSource(desk, investigation, 'document')
  const consent = await consented(desk, investigation, witness)
  await consented(desk, investigation, second)
  const text = await heard(desk, investigation, witness, TESTIMONY)
  const passage = await marked(desk, { investigation, text }, [25, 60])
  const secondText = await heard(desk, investigation, second, 'W2: Nobody was led out.')
  const secondPassage = await marked(desk, { investigation, text: secondText }, [4, 23])
  const said = { investigation, source: witness, passages: [passage] as const }
  const claim = valueOf(await stateClaim(desk, { ...plainClaim, ...said }))
  const denial = valueOf(
    await stateClaim(desk, {
      ...{ ...plainClaim, investigation, polarity: 'denied' },
      ...{ source: second, passages: [secondPassage] },
    }),
  )
  const pattern = valueOf(await stateClaim(desk, { ...patternClaim, ...said }))
  const finding = valueOf(
    await reachFinding(desk, {
      ...{ investigation, code: null, kind: { kind: 'incident' }, elements: [] },
      ...{ proposition: { en: 'Men were led out.' }, claimsFor: [claim], claimsAgainst: [] },
    }),
  )
  const report = valueOf(await writeReport(desk, { ...plainReport, investigation, report: null }))
  return {
    ...{ witness, second, document, consent, text, passage, secondPassage },
    ...{ claim, denial, pattern, finding, report },
  }
}

export const plainReport = {
  code: 'report',
  locale: 'en',
  title: 'The mill',
  subtitle: null,
  authors: ['A. Researcher'],
  dated: '2026-01-05',
  blocks: [],
} as const

export const plainClaim: Omit<StateClaim, 'investigation' | 'source' | 'passages'> = {
  ...{
    code: null,
    mode: 'incident',
    topic: 'led-out',
    roles: [],
    place: null,
    quantity: null,
    pattern: null,
  },
  proposition: { en: 'Men were led out on a Monday.' },
  when: { edtf: '2013-05-06', said: null, earliest: '2013-05-06', latest: '2013-05-06' },
  basis: { kind: 'saw', chain: [], vantage: null },
  ...{ certainty: 'certain', polarity: 'affirmed' },
}

export const patternClaim: typeof plainClaim = {
  ...plainClaim,
  ...{ mode: 'pattern', topic: 'weekly', when: null },
  pattern: {
    rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
    ...{ weekdays: ['MO'], weekdayConfidence: 'usually', partOfDay: null, exceptions: null },
    window: { edtf: '2013-01/2013-12', said: null, earliest: '2013-01-01', latest: '2013-12-31' },
    ...{ size: { min: 20, max: 30 }, observed: 'each', said: 'each week' },
  },
}

export function recordedSource(
  desk: Desk,
  investigation: InvestigationId,
  kind: 'witness' | 'document',
): Promise<SourceId> {
  const rated = { reliability: 'F', credibility: 6, title: { en: 'A pseudonym' }, code: null } as const
  const role = kind === 'witness' ? 'former-detainee' : 'report'
  return recordSource(desk, { investigation, kind, role, ...rated }).then(valueOf)
}

export function consented(desk: Desk, investigation: InvestigationId, witness: SourceId): Promise<ConsentId> {
  return recordConsent(desk, {
    ...{ investigation, witness, conceal: ['name'], explainedBy: 'A. Researcher', language: 'en' },
    ...{ givenAt: '2026-01-02' },
    allows: [
      { purpose: 'analysis', recipient: 'own-team' },
      { purpose: 'quotation', recipient: 'public' },
    ],
  }).then(valueOf)
}

export function heard(
  desk: Desk,
  investigation: InvestigationId,
  source: SourceId,
  content: string,
): Promise<TextId> {
  return addText(desk, {
    ...{ investigation, source, content, code: null, title: { en: 'An interview' }, language: 'en' },
    ...{ kind: 'transcript', translationOf: null, speakers: ['I', 'W1', 'W2'] },
  }).then(valueOf)
}

export function marked(
  desk: Desk,
  at: { readonly investigation: InvestigationId; readonly text: TextId },
  [start, end]: readonly [number, number],
): Promise<PassageId> {
  return markPassage(desk, { ...at, code: null, start, end }).then((made) => valueOf(made).id)
}

/** Every row of every table, to see that nothing was written. */
export async function everythingIn(store: Store): Promise<string> {
  const all: unknown[] = []
  for (const name of await tablesOf(store)) {
    const rows = await sql<object>`select * from ${sql.table(name)}`.execute(store.db)
    all.push([name, rows.rows.map((row) => JSON.stringify(row)).sort()])
  }
  return JSON.stringify(all)
}

const tablesKnown = new WeakMap<Store, Promise<readonly string[]>>()

/** No test makes another table, and to ask which there are costs a third of reading them all. */
function tablesOf(store: Store): Promise<readonly string[]> {
  const known = tablesKnown.get(store) ?? namesOfTables(store)
  tablesKnown.set(store, known)
  return known
}

async function namesOfTables({ db }: Store): Promise<readonly string[]> {
  return (await db.introspection.getTables()).map(({ name }) => name).sort()
}
