import { beforeAll, describe, expect, test } from 'vitest'
import { derivedId, digestOf, valueOf, type ListId, type Outcome } from '@corroborate/base'
import { verifyChain } from '@corroborate/ledger'
import { resultText } from '@corroborate/estimate'
import type { ListMapping, PackageScope } from '@corroborate/interchange'
import {
  chainOf,
  claimRun,
  contentsOf,
  giveRole,
  ledgerHead,
  membersOfRun,
  takeRole,
  type Chain,
} from '@corroborate/store'
import { smallListRequest, smallStudy } from '../core/estimate/lists/testing/small-study.ts'
import { eachEngine } from '../store/testing/engines.ts'
import * as acts from './acts.ts'
import {
  claimedLinkage,
  filedList,
  linkageOfLists,
  linkedOutcome,
  linkedRun,
  listFile,
  waitingLinkage,
} from './testing/linked-runs.ts'
import { NOT_FOUND, type Act } from './act.ts'
import type { Desk } from './desk.ts'
import { MEMBER_ROLES, rolesNamed, type MemberRole } from './permission.ts'
import { CODING_TRIALS } from './testing/coding-trials.ts'
import { ELEMENT_TRIALS } from './testing/element-trials.ts'
import { PACKAGE_TRIALS } from './testing/package-trials.ts'
import { signCheckpoint } from './sign-checkpoint.ts'
import { signingForTest } from './testing/packages.ts'
import { smallInvestigation } from './testing/small-investigation.ts'
import { RELEASE_TRIALS } from './testing/release-trials.ts'
import { SEARCH_TRIALS } from './testing/search-trials.ts'
import { SEALING_TRIALS } from './testing/sealing-trials.ts'
import { nobody, SIGN_IN_TRIALS } from './testing/sign-in-trials.ts'
import { FILE_TAKEN, receivedExhibit } from './testing/small-exhibit.ts'
import { buildHouse, consented, everythingIn, plainClaim, plainReport, type House } from './testing/house.ts'

/** How one act is tried: an input that it takes, and one that it refuses, and why. */
interface Trial {
  readonly by?: (house: House) => Desk
  readonly valid: (house: House) => object | Promise<object>
  readonly refused: (house: House) => object | Promise<object>
  readonly reason: string
  /** Where its entry stands; in the investigation's chain when it is not said. */
  readonly chain?: 'house' | 'own'
  /** How many lines it writes, where that is not one: each file has one of its own. */
  readonly lines?: number
  /** Whom the entry names, when it is neither whoever tries nor the member of the house. */
  readonly actor?: string
}

const operator = (house: House) => house.operator

const rated = { reliability: 'F', credibility: 6 } as const
const source = { kind: 'witness', role: 'relative', title: { en: 'A pseudonym' }, ...rated }
const text = {
  code: null,
  title: { en: 'x' },
  language: 'en',
  kind: 'transcript',
  translationOf: null,
  speakers: [],
}
const interview = {
  ...{
    code: null,
    date: '2026-01-03',
    place: { en: 'abroad' },
    remote: false,
    interviewer: 'A',
    interpreter: null,
  },
  ...{ languages: ['en'], others: [], priorAccounts: [], distress: null, referralOffered: true },
  ...{ plan: null, promises: [] },
}
const QUESTION = { words: 'Who else saw it?', because: 'own' } as const
const consent = {
  ...{ allows: [], conceal: [], explainedBy: 'A. Researcher', language: 'en', givenAt: '2026-01-03' },
}
const estimate = (house: House) => ({ code: null, asked: question(house) })
const question = (house: House) => ({
  ...{ question: { en: 'How many?' }, unit: { en: 'people' }, rounding: { kind: 'none' } },
  periods: [
    {
      ...{ code: 'P1', window: house.pattern, rate: house.pattern, size: house.pattern },
      reading: { weeks: 'calendar', rate: 'ends' },
    },
  ],
  ...{ assumptions: [{ code: 'A1', words: { en: 'One.' } }], alternatives: [], checks: [] },
})

/** A question of three invented lists that somebody else counted. */
const ofLists = () => {
  const { id, code, ...asked } = smallListRequest()
  return { id, code, asked }
}

const at = (more: (house: House) => object) => (house: House) => ({
  investigation: house.investigation,
  ...more(house),
})
const said = (house: House) => ({ source: house.witness, passages: [house.passage] })

const TRIALS: Readonly<Record<string, Trial>> = {
  ...SEALING_TRIALS,
  ...RELEASE_TRIALS,
  ...CODING_TRIALS,
  ...SEARCH_TRIALS,
  ...ELEMENT_TRIALS,
  ...PACKAGE_TRIALS,
  ...SIGN_IN_TRIALS,
  'investigation.opened': {
    valid: () => ({
      ...{ code: 'new', title: { en: 'New' }, notice: { en: 'Invented.' }, nature: 'own' },
      thresholds: { corroborated: { others: 1 }, strong: { primary: 2, eyewitnesses: 1 } },
    }),
    refused: () => ({
      code: 'new',
      title: {},
      notice: {},
      nature: 'own',
      thresholds: { corroborated: { others: 0 }, strong: { primary: 2, eyewitnesses: 1 } },
    }),
    reason: 'thresholds-too-low',
    chain: 'own',
  },
  'investigation.imported': {
    valid: () => ({ whole: smallInvestigation(`small-${Math.random()}`) }),
    refused: async ({ desk }) => {
      const whole = smallInvestigation(`small-${Math.random()}`)
      valueOf(await acts.importInvestigation(desk, { whole }))
      return { whole }
    },
    reason: 'already-here',
    chain: 'own',
  },
  'package.made': {
    valid: async (house) => packageAsked(house, { kind: 'investigation' }),
    refused: async (house) => packageAsked(house, { kind: 'report', report: derivedId('report', 'nowhere') }),
    reason: 'nothing-to-give',
  },
  'source.recorded': {
    valid: at(() => ({ ...source, code: 'W9' })),
    refused: at(() => ({ ...source, code: 'S-0001' })),
    reason: 'code-taken',
  },
  'origins.linked': {
    valid: at((h) => ({
      from: h.witness,
      to: h.second,
      kind: 'told-by',
      decision: 'dependent',
      reason: null,
    })),
    refused: at((h) => ({
      from: h.witness,
      to: h.witness,
      kind: 'told-by',
      decision: 'dependent',
      reason: null,
    })),
    reason: 'itself',
  },
  'interview.recorded': {
    valid: at((h) => ({ ...interview, witness: h.witness })),
    refused: at((h) => ({ ...interview, witness: h.document })),
    reason: 'not-a-witness',
  },
  'interview.planned': {
    valid: at((h) => ({ witness: h.witness, due: null, questions: [QUESTION] })),
    refused: at((h) => ({ witness: h.witness, due: null, questions: [] })),
    reason: 'no-questions',
  },
  'consent.recorded': {
    valid: at((h) => ({ ...consent, witness: h.witness })),
    refused: at((h) => ({ ...consent, witness: h.document })),
    reason: 'not-a-witness',
  },
  'consent.withdrawn': {
    valid: at((h) => ({ consent: h.consent, reason: 'He is afraid.' })),
    refused: async ({ desk, investigation, witness }) => {
      const consent = await consented(desk, investigation, witness)
      valueOf(await acts.withdrawConsent(desk, { investigation, consent, reason: '' }))
      return { investigation, consent, reason: '' }
    },
    reason: 'withdrawn-before',
  },
  'text.added': {
    valid: at((h) => ({ ...text, source: h.witness, content: 'W1: Yes.' })),
    refused: at((h) => ({ ...text, source: h.witness, content: ' \n' })),
    reason: 'empty',
  },
  'passage.marked': {
    valid: at((h) => ({ code: null, text: h.text, start: 0, end: 5 })),
    refused: at((h) => ({ code: null, text: h.text, start: 0, end: 5_000 })),
    reason: 'out-of-range',
  },
  'claim.stated': {
    valid: at((h) => ({ ...plainClaim, ...said(h) })),
    refused: at((h) => ({ ...plainClaim, ...said(h), source: h.second })),
    reason: 'words-of-another',
  },
  'contradiction.resolved': {
    valid: at((h) => ({ claims: [h.claim, h.denial], prefers: h.claim, reason: 'W2 was elsewhere.' })),
    refused: at((h) => ({ claims: [h.claim, h.pattern], prefers: null, reason: 'Different things.' })),
    reason: 'no-contradiction',
  },
  'finding.reached': {
    valid: at((h) => ({
      ...{ code: null, kind: { kind: 'state' }, proposition: { en: 'So.' }, elements: [] },
      ...{ claimsFor: [h.claim], claimsAgainst: [h.denial] },
    })),
    refused: at(() => ({
      ...{ code: null, kind: { kind: 'state' }, proposition: { en: 'So.' }, elements: [] },
      ...{ claimsFor: [], claimsAgainst: [] },
    })),
    reason: 'no-claims',
  },
  'finding.signed': {
    valid: at((h) => ({
      finding: h.finding,
      standardOfProof: 'reasonable-grounds',
      reasons: { en: 'Seen.' },
    })),
    refused: async ({ desk, investigation, claim, denial }) => ({
      ...{ investigation, standardOfProof: 'reasonable-grounds', reasons: { en: 'Seen.' } },
      finding: valueOf(
        await acts.reachFinding(desk, {
          ...{ investigation, code: null, kind: { kind: 'state' }, proposition: { en: 'So.' }, elements: [] },
          ...{ claimsFor: [claim], claimsAgainst: [denial] },
        }),
      ),
    }),
    reason: 'contradicted',
  },
  'contrary.dismissed': {
    valid: async (h) => ({ ...(await contested(h)), reason: 'W2 was elsewhere.' }),
    refused: async (h) => ({ ...(await contested(h)), reason: ' ' }),
    reason: 'no-reason',
  },
  'estimate.asked': {
    valid: at((h) => estimate(h)),
    refused: async (h) => {
      valueOf(
        await acts.askEstimate(h.desk, {
          ...estimate(h),
          investigation: h.investigation,
          code: 'E1',
        } as never),
      )
      return { ...estimate(h), investigation: h.investigation, code: 'E1' }
    },
    reason: 'code-taken',
  },
  'estimate.revised': {
    valid: async (h) => ({ ...(await askedOfLists(h)), asked: ofLists().asked }),
    refused: async (h) => ({
      ...(await askedOfLists(h)),
      asked: {
        ...ofLists().asked,
        overlap: { kind: 'table', lists: ['A'], source: { en: 'x' }, strata: [] },
      },
    }),
    reason: 'too-few-lists',
  },
  'run.asked': {
    valid: (h) => askedOfLists(h),
    refused: async (h) => {
      const asked = await askedOfLists(h)
      valueOf(await acts.askRun(h.desk, asked))
      return asked
    },
    reason: 'running-already',
  },
  'run.cancelled': {
    valid: (h) => waitingRun(h),
    refused: async (h) => {
      const waiting = await waitingRun(h)
      valueOf(await acts.cancelRun(h.desk, waiting))
      return waiting
    },
    reason: 'ended-before',
  },
  'run.ended': {
    valid: async (h) => ({ ...(await claimed(h)), end: FAILED }),
    refused: async (h) => ({ ...(await claimed(h)), runner: 'another', end: FAILED }),
    reason: 'not-running',
  },
  'run.given-up': {
    by: operator,
    valid: (h) => claimed(h),
    refused: async (h) => ({ ...(await claimed(h)), runner: 'another' }),
    reason: 'not-running',
  },
  'run.repeated': {
    valid: async (h) => {
      const running = await claimed(h)
      const result = resultText({ kind: 'lists', study: smallStudy() })
      const end = { kind: 'done', result, sha256: digestOf(result) } as const
      valueOf(await acts.endRun(h.desk, { ...running, end }))
      return running
    },
    refused: (h) => waitingRun(h),
    reason: 'not-done',
  },
  'report.written': {
    valid: at((h) => ({ ...plainReport, report: h.report, title: 'The mill, again' })),
    refused: at(() => ({ ...plainReport, report: null })),
    reason: 'code-taken',
  },
  'report.published': {
    valid: at((h) => ({ report: h.report })),
    refused: async ({ desk, investigation }) => ({
      investigation,
      report: valueOf(
        await acts.writeReport(desk, {
          ...{ ...plainReport, investigation, report: null, code: 'loose' },
          title: 'Exactly 317 people',
        }),
      ),
    }),
    reason: 'breaches',
  },
  'place.recorded': {
    valid: at(() => ({
      code: 'mill',
      name: { en: 'The mill' },
      kind: 'facility',
      within: null,
      aliases: [],
    })),
    refused: async ({ desk, investigation }) => {
      const place = {
        code: 'yard',
        name: { en: 'Yard' },
        kind: 'facility',
        within: null,
        aliases: [],
      } as const
      valueOf(await acts.recordPlace(desk, { investigation, ...place }))
      return { investigation, ...place }
    },
    reason: 'code-taken',
  },
  'person.recorded': {
    valid: at(() => ({ code: 'P1', name: { en: 'The miller' }, part: 'other' })),
    refused: async ({ desk, investigation }) => {
      const person = { code: 'P2', name: { en: 'A clerk' }, part: 'other' } as const
      valueOf(await acts.recordPerson(desk, { investigation, ...person }))
      return { investigation, ...person }
    },
    reason: 'code-taken',
  },
  'unit.recorded': {
    valid: at(() => ({ code: 'U1', name: { en: 'The guild' }, active: null })),
    refused: async ({ desk, investigation }) => {
      const unit = { code: 'U2', name: { en: 'The court' }, active: null }
      valueOf(await acts.recordUnit(desk, { investigation, ...unit }))
      return { investigation, ...unit }
    },
    reason: 'code-taken',
  },
  'list.received': {
    valid: at(() => ({ code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1']] })),
    refused: at(() => ({ code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1'], []] })),
    reason: 'crooked-row',
  },
  'linkage.received': {
    valid: async (h) => linkageOf(h.investigation, await receivedList(h), 1),
    refused: async (h) => linkageOf(h.investigation, await receivedList(h), 2),
    reason: 'row-unknown',
  },
  'list-file.received': {
    valid: async (h) => listFile(h, 'name,age\nA,1\n'),
    refused: async (h) => listFile(h, 'name,age\nA,1\nB,"2\n'),
    reason: 'quote-open',
  },
  'list.mapped': {
    valid: async (h) => ({
      investigation: h.investigation,
      ...(await filedList(h)),
      mapping: BY_NAME,
      clean: true,
    }),
    refused: async (h) => ({
      ...{ investigation: h.investigation, ...(await filedList(h)), clean: true },
      mapping: { ...BY_NAME, columns: BY_NAME.columns.slice(0, 1) },
    }),
    reason: 'column-missing',
  },
  'linkage-run.asked': {
    valid: async (h) => linkageOfLists(h),
    refused: async (h) => {
      const asked = await linkageOfLists(h)
      valueOf(await acts.askLinkageRun(h.desk, asked))
      return asked
    },
    reason: 'running-already',
  },
  'linkage-run.cancelled': {
    valid: (h) => waitingLinkage(h),
    refused: async (h) => {
      const waiting = await waitingLinkage(h)
      valueOf(await acts.cancelLinkageRun(h.desk, waiting))
      return waiting
    },
    reason: 'ended-before',
  },
  'linkage-run.ended': {
    valid: async (h) => ({ ...(await claimedLinkage(h)), end: await linkedOutcome(h) }),
    refused: async (h) => ({ ...(await claimedLinkage(h)), runner: 'another', end: FAILED }),
    reason: 'not-running',
  },
  'linkage-run.given-up': {
    by: operator,
    valid: (h) => claimedLinkage(h),
    refused: async (h) => ({ ...(await claimedLinkage(h)), runner: 'another' }),
    reason: 'not-running',
  },
  'linkage-run.repeated': {
    valid: (h) => linkedRun(h),
    refused: (h) => waitingLinkage(h),
    reason: 'not-done',
  },
  'linkage-run.grown': {
    valid: async (h) => ({ ...(await linkedRun(h)), lists: [(await filedList(h)).list], model: 'kept' }),
    refused: async (h) => ({ ...(await linkedRun(h)), lists: [], model: 'kept' }),
    reason: 'lists-crooked',
  },
  'linkage-run.accepted': {
    valid: async (h) => ({ ...(await linkedRun(h)), ...ACCEPTED }),
    refused: async (h) => ({ ...(await waitingLinkage(h)), ...ACCEPTED }),
    reason: 'not-done',
  },
  'pair.judged': {
    valid: async (h) => judged(h, 1, 2),
    refused: async (h) => judged(h, 1, 1),
    reason: 'same-record',
  },
  'cluster.judged': {
    valid: async (h) => clusterOf(await linkedRun(h), h, 2),
    refused: async (h) => clusterOf(await linkedRun(h), h, 1),
    reason: 'records-differ',
  },
  'judgement.taken-back': {
    valid: async (h) => {
      const pair = await judged(h, 1, 2)
      valueOf(await acts.judgePair(h.desk, pair))
      return pair
    },
    refused: async (h) => {
      const pair = await judged(h, 1, 2)
      valueOf(await acts.judgePair(h.desk, pair))
      valueOf(await acts.takeBackJudgement(h.desk, pair))
      return pair
    },
    reason: 'nothing-to-take-back',
  },
  'exhibit.received': {
    valid: at(() => ({ ...exhibit, file: FILE_TAKEN })),
    refused: at(() => ({ ...exhibit, file: FILE_TAKEN, collected: { ...exhibit.collected, reason: ' ' } })),
    reason: 'no-reason',
    lines: 2,
  },
  'working-copy.linked': {
    valid: (h) => copyOf(h),
    refused: async (h) => ({ ...(await copyOf(h)), made: (await copyOf(h)).made }),
    reason: 'of-another-exhibit',
    lines: 2,
  },
  'custody.recorded': {
    valid: async (h) => ({ ...(await transferred(h)), recipient: 'An expert' }),
    refused: (h) => transferred(h),
    reason: 'no-recipient',
  },
  'exhibit.opened': {
    valid: async ({ desk, investigation }) => {
      const { file } = await receivedExhibit(desk, investigation)
      return { investigation, file, reason: 'To read it.' }
    },
    refused: async ({ desk, operator, investigation }) => {
      const { file } = await receivedExhibit(desk, investigation)
      const check = { ...CHECK, faults: [{ kind: 'missing', file } as const] }
      valueOf(await acts.recordFixity(operator, { investigation, check }))
      return { investigation, file, reason: 'To read it.' }
    },
    reason: 'missing',
  },
  'fixity.checked': {
    by: operator,
    valid: at(() => ({ check: CHECK })),
    refused: at(() => ({
      check: { ...CHECK, faults: [{ kind: 'missing', file: derivedId('exhibit-file', 'nowhere') }] },
    })),
    reason: 'unknown-file',
  },
  'member.enrolled': {
    by: operator,
    valid: () => ({ name: 'C. New' }),
    refused: () => ({ name: ' ' }),
    reason: 'no-name',
    chain: 'house',
  },
  'role.granted': {
    by: operator,
    valid: at((h) => ({ member: h.strangerId, role: 'reviewer' })),
    refused: at((h) => ({ member: h.member, role: 'administrator' })),
    reason: 'administrator-reads-nothing',
  },
  'role.taken': {
    by: operator,
    valid: at((h) => ({ member: h.member, role: 'statistician' })),
    refused: at((h) => ({ member: h.strangerId, role: 'reviewer' })),
    reason: 'not-found',
  },
}

const linkageOf = (investigation: House['investigation'], list: ListId, row: number) => ({
  ...{ investigation, code: null, title: { en: 'By hand' }, madeBy: { en: 'A. Researcher, by name.' } },
  links: [{ list, row, person: 'p1', draw: null }],
})

const exhibit = {
  ...{ code: null, title: { en: 'A photograph' }, source: null, generation: 'copy', whereabouts: null },
  collected: { actor: 'A. Researcher', at: '2026-01-02', place: null, reason: 'Handed over by its maker.' },
}
const MADE = { tool: 'convert', toolVersion: '7.1', changes: 'Made smaller.' }
const CHECK = {
  ...{ startedAt: '2026-01-05T11:00:00.000Z', endedAt: '2026-01-05T12:00:00.000Z', files: 1, bytes: 3 },
  faults: [],
}

async function copyOf({ desk, investigation }: House) {
  const { exhibit: id, file: from } = await receivedExhibit(desk, investigation)
  return { investigation, exhibit: id, made: { ...MADE, from }, file: FILE_TAKEN }
}

async function transferred({ desk, investigation }: House) {
  const { exhibit: id } = await receivedExhibit(desk, investigation)
  return {
    ...{ investigation, exhibit: id, file: null, kind: 'transferred', actor: 'A. Researcher' },
    ...{ recipient: null, at: '2026-01-04', place: null, reason: 'To have it looked at.' },
  }
}

const FAILED = { kind: 'failed', reason: 'too-few-lists', detail: 'Lists are missing.' } as const

async function askedOfLists({ desk, investigation }: House) {
  const asked = await acts.askEstimate(desk, { investigation, code: null, asked: ofLists().asked })
  return { investigation, estimate: valueOf(asked) }
}

async function waitingRun(house: House) {
  const run = valueOf(await acts.askRun(house.desk, await askedOfLists(house)))
  return { investigation: house.investigation, run }
}

/** A run that this test runs as a process would: whichever waited longest, until it is ours. */
async function claimed(house: House) {
  const { run } = await waitingRun(house)
  const runner = 'a process'
  for (;;) {
    const found = await claimRun(house.store, { runner, at: '2026-01-05T12:00:00.000Z' })
    if (found?.run.id === run) return { investigation: house.investigation, run, runner }
    if (found === null) throw new Error('the run waited and was not claimed')
  }
}

async function receivedList({ desk, investigation }: House): Promise<ListId> {
  const list = { code: null, title: { en: 'L' }, holder: 'A', columns: ['a'], rows: [['1']] }
  return valueOf(await acts.receiveList(desk, { investigation, ...list }))
}

const BY_NAME: ListMapping = {
  columns: [
    { column: 'name', into: { field: 'name', kind: 'full-name' } },
    { column: 'age', into: { field: 'age', kind: 'age' } },
  ],
  dateOrder: 'day-first',
}
const ACCEPTED = {
  code: null,
  title: { en: 'By the machine' },
  madeBy: { en: 'A rule; A. Researcher answers for it.' },
}

async function judged(house: House, left: number, right: number) {
  const { list } = await filedList(house)
  const pair = { left: { list, row: left }, right: { list, row: right } }
  return { investigation: house.investigation, ...pair, verdict: 'same', why: null, run: null } as const
}

async function clusterOf(of: Awaited<ReturnType<typeof linkedRun>>, { store }: House, records: number) {
  const [member] = await membersOfRun(store.db, of)
  if (member === undefined) throw new Error('the linkage has no cluster')
  const { list, cluster } = member
  const rows = Array.from({ length: records }, (_, i) => ({ list, row: i + 1 }))
  return { ...of, cluster, people: [rows], why: null }
}

async function packageAsked({ desk, investigation }: House, scope: PackageScope) {
  const signing = await signingForTest()
  valueOf(await signCheckpoint({ ...desk, signing }, investigation))
  return { investigation, scope, signing, script: 'none' }
}

async function contested({ desk, investigation, claim, denial }: House) {
  const reached = await acts.reachFinding(desk, {
    ...{ investigation, code: null, kind: { kind: 'state' }, proposition: { en: 'So.' }, elements: [] },
    ...{ claimsFor: [claim], claimsAgainst: [denial] },
  })
  return { investigation, finding: valueOf(reached), claim: denial }
}

type AnyAct = Act<object, unknown, string>

function isAct(exported: unknown): exported is AnyAct {
  return typeof exported === 'function' && 'actName' in exported
}

const exported: readonly unknown[] = Object.values(acts)
const everyAct = exported.filter(isAct)

test('every act that this room exports is tried here, and nothing else is', () => {
  expect(Object.keys(TRIALS).sort()).toEqual(everyAct.map((one) => one.actName).sort())
})

/** What a store holds is compared whole before and after, so no store holds the houses of more acts than this. */
const ACTS_OF_A_STORE = 12

const groups = Array.from({ length: Math.ceil(everyAct.length / ACTS_OF_A_STORE) }, (_, n) =>
  everyAct.slice(n * ACTS_OF_A_STORE, (n + 1) * ACTS_OF_A_STORE).map((one) => ({ name: one.actName, one })),
)

eachEngine((_engine, open) => {
  const inOneStore = groups.flatMap((group) => {
    const opened = once(open)
    return group.map((named) => ({ ...named, opened }))
  })
  describe.each(inOneStore)('$name', ({ one, opened }) => {
    const trial = TRIALS[one.actName]
    if (!trial) throw new Error('no trial')
    const by = trial.by ?? ((house: House) => house.desk)
    let house: House
    beforeAll(async () => {
      house = await buildHouse(await opened())
    })

    test('asks for a permission, and who lacks it is told what is told of nothing', async () => {
      if (one.permission === 'anyone') return
      const input = await trial.valid(house)
      const before = await everythingIn(house.store)
      const without = one.permission === 'any-member' ? nobody(house) : house.stranger
      expect(await one(without, input)).toEqual(NOT_FOUND)
      if (Array.isArray(one.permission)) expect(await one(without, elsewhere(input))).toEqual(NOT_FOUND)
      expect(await everythingIn(house.store)).toBe(before)
    })

    test('is not done by any role that is not named for it, and who tries is told the same', async () => {
      const named = rolesNamed(one.permission)
      if (named.length === 0) return
      const input = await trial.valid(house)
      const before = await everythingIn(house.store)
      for (const role of MEMBER_ROLES.filter((other) => !named.includes(other)))
        await asOnly(house, role, async (desk) => expect(await one(desk, input), role).toEqual(NOT_FOUND))
      expect(await everythingIn(house.store)).toBe(before)
    })

    test('writes one entry of its own, and the chain with its contents stays whole', async () => {
      const input = await trial.valid(house)
      const before = await lengthOf(house, trial.chain === 'house' ? 'house' : house.investigation)
      const value = valueOf(await one(by(house), input))
      const chain = chainOfTrial(house, trial, value)
      const entries = await entriesIn(house, chain)
      expect(entries.at(-1)).toMatchObject({ act: one.actName, actor: actorOf(house, one) })
      if (trial.chain !== 'own') expect(entries).toHaveLength(before + (trial.lines ?? 1))
      const { db } = house.store
      expect(await verifyChain(chainOf(db, chain), contentsOf(db, chain))).toMatchObject({
        ok: true,
        value: { count: entries.length, contents: entries.length },
      })
    })

    test('refuses with its reason, and writes nothing', async () => {
      const input = await trial.refused(house)
      const before = await everythingIn(house.store)
      const outcome: Outcome<unknown> = await one(by(house), input)
      expect(outcome).toMatchObject({ ok: false, reason: trial.reason })
      expect(await everythingIn(house.store)).toBe(before)
    })
  })
})

/** Somebody who has this one role in the house, for as long as they try something. */
async function asOnly(
  { store, investigation, stranger, strangerId: member }: House,
  role: MemberRole,
  tries: (desk: Desk) => Promise<void>,
): Promise<void> {
  await giveRole(store.db, { investigation, member, role, endsAt: null })
  await tries(stranger)
  await takeRole(store.db, { investigation, member, role })
}

/** The same promise for whoever asks, made when the first asks. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null
  return () => (made ??= make())
}

function elsewhere(input: object): object {
  return { ...input, investigation: derivedId('investigation', 'nowhere') }
}

function actorOf(house: House, one: AnyAct): string {
  const said = TRIALS[one.actName]?.actor
  if (said !== undefined) return said
  return String((TRIALS[one.actName]?.by ?? (() => house.desk))(house).member ?? house.member)
}

function chainOfTrial(house: House, { chain }: Trial, value: unknown): Chain {
  if (chain === 'house') return 'house'
  if (chain !== 'own') return house.investigation
  return (typeof value === 'string' ? value : (value as { investigation: string }).investigation) as Chain
}

async function lengthOf({ store }: House, chain: Chain): Promise<number> {
  return (await ledgerHead(store.db, chain))?.sequence ?? 0
}

async function entriesIn({ store }: House, chain: Chain) {
  const entries = []
  for await (const entry of chainOf(store.db, chain)) entries.push(entry)
  return entries
}
