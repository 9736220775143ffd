import { derivedId, valueOf } from '@corroborate/base'
import type { PackageScope } from '@corroborate/interchange'
import type { Act } from '../act.ts'
import * as acts from '../acts.ts'
import { signCheckpoint } from '../sign-checkpoint.ts'
import { CODING_TRIALS } from './coding-trials.ts'
import { COUNTING_TRIALS } from './counting-trials.ts'
import { ELEMENT_TRIALS } from './element-trials.ts'
import { EXHIBIT_TRIALS } from './exhibit-trials.ts'
import { consented, plainClaim, plainReport, type House } from './house.ts'
import { LINKAGE_TRIALS } from './linkage-trials.ts'
import { EXCHANGE_TRIALS } from './exchange-trials.ts'
import { PACKAGE_TRIALS } from './package-trials.ts'
import { signingForTest } from './packages.ts'
import { ITS_FILES } from './small-exhibit.ts'
import { RELEASE_TRIALS } from './release-trials.ts'
import { SEALING_TRIALS } from './sealing-trials.ts'
import { SEARCH_TRIALS } from './search-trials.ts'
import { SIGN_IN_TRIALS } from './sign-in-trials.ts'
import { smallInvestigation } from './small-investigation.ts'
import { at, operator, type Trials } from './trial.ts'

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

async function planned({ desk, investigation, witness }: House) {
  const plan = { investigation, witness, due: null, questions: [QUESTION] }
  return valueOf(await acts.planInterview(desk, plan))
}
const consent = {
  ...{ allows: [], conceal: [], explainedBy: 'A. Researcher', language: 'en', givenAt: '2026-01-03' },
}
const said = (house: House) => ({ source: house.witness, passages: [house.passage] })

async function packageAsked({ desk, investigation }: House, scope: PackageScope) {
  const signing = await signingForTest()
  valueOf(await signCheckpoint({ ...desk, signing }, investigation))
  return { investigation, scope, signing, script: 'none', files: ITS_FILES }
}

async function contested({ desk, investigation, claim, denial }: House) {
  const reached = await acts.reachFinding(desk, {
    ...{ investigation, code: null, kind: { kind: 'state' }, proposition: { en: 'So.' }, elements: [] },
    ...{ claimsFor: [claim], claimsAgainst: [denial] },
  })
  return { investigation, finding: valueOf(reached), claim: denial }
}

/** How every act is tried. */
export const TRIALS: Trials = {
  ...SEALING_TRIALS,
  ...RELEASE_TRIALS,
  ...CODING_TRIALS,
  ...SEARCH_TRIALS,
  ...ELEMENT_TRIALS,
  ...PACKAGE_TRIALS,
  ...EXCHANGE_TRIALS,
  ...SIGN_IN_TRIALS,
  ...COUNTING_TRIALS,
  ...LINKAGE_TRIALS,
  ...EXHIBIT_TRIALS,
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
    reason: 'not-found',
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
    valid: async (h) => ({
      ...{ investigation: h.investigation, ...interview, witness: h.witness, plan: await planned(h) },
      promises: [{ words: 'To tell them what came of it.', due: '2026-02-01' }],
    }),
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

export type AnyAct = Act<object, unknown, string>

function isAct(exported: unknown): exported is AnyAct {
  return typeof exported === 'function' && 'actName' in exported
}

/** Every act that this room exports. */
export const everyAct: readonly AnyAct[] = Object.values<unknown>(acts).filter(isAct)
