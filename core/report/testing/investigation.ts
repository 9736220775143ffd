import { derivedId, digestOf, valueOf, whenFrom, type Locale, type Words } from '@corroborate/base'
import type { Claim, Rate } from '@corroborate/claims'
import { USUAL_THRESHOLDS, type Finding } from '@corroborate/findings'
import type { Consent, Passage, Purpose, Recipient, Source, Text } from '@corroborate/testimony'
import type { Investigation } from '../investigation.ts'
import type { Block, Figure, Ground, Part, Report, Sentence } from '../report.ts'

/**
 * A small invented investigation for tests: two witnesses who saw, a report, a press article that repeats the report.
 * Everything in it is invented; each test changes what it is about.
 */
export const TODAY = '2026-01-15'
export const ASK = { today: TODAY, software: 'corroborate test' }

export const id = {
  source: (code: string) => derivedId('source', code),
  text: (code: string) => derivedId('text', code),
  passage: (code: string) => derivedId('passage', code),
  claim: (code: string) => derivedId('claim', code),
  finding: (code: string) => derivedId('finding', code),
  estimate: (code: string) => derivedId('estimate', code),
  report: (code: string) => derivedId('report', code),
}

export function source(code: string, kind: Source['kind'], role: Source['role']): Source {
  return {
    id: id.source(code),
    code,
    kind,
    role,
    title: { en: `Source ${code}`, ar: `المصدر ${code}` },
    reliability: 'F',
    credibility: 6,
  }
}

export function text(code: string, from: string, content: string): Text {
  return {
    id: id.text(code),
    code,
    source: id.source(from),
    title: { en: `Text ${code}` },
    language: 'en',
    kind: 'transcript',
    translationOf: null,
    version: 1,
    content,
    sha256: digestOf(content),
    turns: [],
  }
}

export function passage(code: string, within: Text): Passage {
  const { content } = within
  return {
    id: id.passage(code),
    code,
    text: within.id,
    sha256: within.sha256,
    start: 0,
    end: content.length,
    exact: content,
    prefix: '',
    suffix: '',
  }
}

export function claim(code: string, from: string, more: Partial<Claim> = {}): Claim {
  return {
    id: id.claim(code),
    code,
    source: id.source(from),
    passages: [id.passage(`${from}.1`)],
    mode: 'pattern',
    topic: code,
    proposition: { en: `What ${from} says in ${code}`, ar: `ما يقوله ${from} في ${code}` },
    roles: [],
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    basis: { kind: 'saw', chain: [], vantage: null },
    certainty: 'certain',
    polarity: 'affirmed',
    coder: 'coder',
    secondCoder: null,
    status: 'accepted',
    ...more,
  }
}

export function patternOf(said: {
  readonly window: string
  readonly rate: Rate
  readonly size: { min: number; max: number }
}) {
  return {
    rate: said.rate,
    weekdays: [],
    weekdayConfidence: null,
    partOfDay: null,
    window: valueOf(whenFrom(said.window)),
    size: said.size,
    exceptions: null,
    observed: 'told',
    said: 'as written',
  } as const
}

export function finding(code: string, claimsFor: readonly string[], more: Partial<Finding> = {}): Finding {
  return {
    id: id.finding(code),
    code,
    kind: { kind: 'pattern' },
    proposition: { en: `Proposition ${code}`, ar: `القضية ${code}` },
    claimsFor: claimsFor.map(id.claim),
    claimsAgainst: [],
    standardOfProof: null,
    reasons: null,
    signer: null,
    version: 1,
    elements: [],
    ...more,
  }
}

/** What a named person adds to a finding. */
export const SIGNED = {
  signer: 'A. Reviewer (invented)',
  standardOfProof: 'reasonable-grounds',
  reasons: { en: 'Two saw it.' },
} as const

export function consent(witness: string, more: Partial<Consent> = {}): Consent {
  return {
    id: derivedId('consent', witness, '1'),
    witness: id.source(witness),
    version: 1,
    allows: [allow('analysis', 'own-team'), allow('quotation', 'public'), allow('details', 'public')],
    conceal: ['name'],
    explainedBy: 'interviewer',
    language: 'en',
    givenAt: '2020-01-01',
    withdrawnAt: null,
    ...more,
  }
}

export function allow(purpose: Purpose, recipient: Recipient) {
  return { purpose, recipient }
}

export const words = (text: string): Part => ({ kind: 'words', text })
export const figure = (asked: Figure): Part => ({ kind: 'figure', figure: asked })
export const published = {
  kind: 'estimate',
  estimate: id.estimate('E1'),
  show: 'published',
} as const satisfies Figure
export const onFinding = (code: string): Ground => ({ kind: 'finding', finding: id.finding(code) })
export const onClaim = (code: string): Ground => ({ kind: 'claim', claim: id.claim(code) })
export const onEstimate: Ground = { kind: 'estimate', estimate: id.estimate('E1') }

export function sentence(parts: readonly [Part, ...Part[]], ...grounds: readonly Ground[]): Sentence {
  return { parts, grounds, own: false, at: { file: 'report.en.md', line: 7 } }
}

export function reportOf(
  sentences: readonly Sentence[],
  locale: Locale = 'en',
  blocks: readonly Block[] = [],
): Report {
  return {
    id: id.report(`report.${locale}`),
    code: 'report',
    locale,
    title: 'Taken by night, 2012–2013',
    subtitle: null,
    authors: ['The team'],
    dated: '2026-01-10',
    blocks: [...blocks, { kind: 'paragraph', sentences, at: { file: `report.${locale}.md`, line: 5 } }],
  }
}

const NOTICE: Words = { en: 'Invented, for tests.', ar: 'مختلق للاختبار.' }

export function investigation(
  sentences: readonly Sentence[] = [],
  more: Partial<Investigation> = {},
): Investigation {
  const texts = ['W1', 'W2', 'D1', 'D2'].map((code) =>
    text(`${code}.text`, code, `What ${code} says, in words.`),
  )
  return {
    id: derivedId('investigation', 'test'),
    code: 'test',
    title: { en: 'A test' },
    notice: NOTICE,
    nature: 'invented',
    thresholds: USUAL_THRESHOLDS,
    sources: [
      source('W1', 'witness', 'former-detainee'),
      source('W2', 'witness', 'former-guard'),
      source('D1', 'document', 'report'),
      source('D2', 'document', 'press'),
    ],
    originLinks: [
      {
        from: id.source('D2'),
        to: id.source('D1'),
        kind: 'derived-from',
        decision: 'dependent',
        reason: null,
      },
    ],
    interviews: [],
    consents: [consent('W1'), consent('W2')],
    places: [],
    persons: [],
    units: [],
    lists: [],
    linkages: [],
    texts,
    passages: texts.map((one) => passage(one.code.replace('.text', '.1'), one)),
    claims: [
      claim('C1', 'W1', { topic: 'taken' }),
      claim('C2', 'W2', { topic: 'taken' }),
      claim('C3', 'D1', {
        topic: 'groups',
        basis: { kind: 'document', chain: [], vantage: null },
        pattern: patternOf({
          window: '2012-01/2013-12',
          rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
          size: { min: 20, max: 50 },
        }),
      }),
      claim('C4', 'D2', { topic: 'repeated', basis: { kind: 'document', chain: [], vantage: null } }),
    ],
    resolutions: [],
    findings: [
      finding('strong', ['C1', 'C2'], SIGNED),
      finding('secondary', ['C4']),
      finding('attributed', ['C3'], {
        kind: { kind: 'attribution', to: id.source('D1'), beneath: { en: 'What was said' } },
      }),
    ],
    runs: [],
    estimates: [
      {
        id: id.estimate('E1'),
        code: 'E1',
        question: { en: 'How many were taken?', ar: 'كم شخصًا أُخذ؟' },
        unit: { en: 'people' },
        periods: [
          {
            code: 'P1',
            window: id.claim('C3'),
            rate: id.claim('C3'),
            size: id.claim('C3'),
            reading: { weeks: 'four-per-month', rate: 'ends' },
          },
        ],
        rounding: { kind: 'down-to', unit: 1000 },
        assumptions: [{ code: 'once', words: { en: 'Nobody was taken twice.' } }],
        alternatives: [],
        checks: [],
      },
    ],
    reports: [reportOf(sentences)],
    ...more,
  }
}
