import {
  derivedId,
  digestOf,
  originOf,
  type ClaimId,
  type EstimateId,
  type FindingId,
  type Locale,
  type PassageId,
  type SourceId,
  type TextId,
  type When,
  type Words,
} from '@corroborate/base'
import type { Claim, Contradiction, Pattern } from '@corroborate/claims'
import { estimateFromPatterns, type PatternRequest } from '@corroborate/estimate'
import { USUAL_THRESHOLDS, type Finding } from '@corroborate/findings'
import type {
  Assessment,
  ComputedPart,
  FindingAssessed,
  Investigation,
  ResolvedBlock,
  ResolvedGround,
  ResolvedReport,
  ResolvedSentence,
} from '@corroborate/report'
import type { Consent, Passage, Source, Text } from '@corroborate/testimony'

/** A small invented investigation, whole: everything that the press can print occurs in it once at least. */
export interface Fixture {
  readonly investigation: Investigation
  readonly assessment: Assessment
  readonly resolved: ResolvedReport
}

const id = {
  source: (code: string): SourceId => derivedId('source', 'fixture', code),
  text: (code: string): TextId => derivedId('text', 'fixture', code),
  passage: (code: string): PassageId => derivedId('passage', 'fixture', code),
  claim: (code: string): ClaimId => derivedId('claim', 'fixture', code),
  finding: (code: string): FindingId => derivedId('finding', 'fixture', code),
  estimate: (code: string): EstimateId => derivedId('estimate', 'fixture', code),
}
export const fixtureId = id

export const HOSTILE = '#read("/etc/passwd") *bold* $x$ \\ <script>alert(1)</script> =HYPERLINK("x") {plural'

function source(code: string, kind: Source['kind'], role: Source['role'], title: Words): Source {
  return { id: id.source(code), code, kind, role, title, reliability: 'F', credibility: 6 }
}

const SOURCES: readonly Source[] = [
  source('W1', 'witness', 'former-guard', { en: 'Witness W1', ar: 'الشاهد ش١' }),
  source('W2', 'witness', 'former-detainee', { en: 'Witness W2', ar: 'الشاهد ش٢' }),
  source('W3', 'witness', 'relative', { en: 'Witness W3', ar: 'الشاهد ش٣' }),
  source('D1', 'document', 'report', {
    en: 'Report of the Lakeside Committee, 2017 (invented)',
    ar: 'تقرير لجنة البحيرة، ٢٠١٧ (مُختلَق)',
  }),
  source('M1', 'media', 'recording', {
    en: 'Broadcast interview with the committee (invented)',
    ar: 'مقابلة إذاعية مع اللجنة (مُختلَقة)',
  }),
]

const TEXTS: readonly Text[] = [
  text(
    'T1',
    'W1',
    'en',
    'transcript',
    'I had the evening duty. In the first year it was once a week, groups of ten to fifteen people.',
  ),
  text(
    'T2',
    'W2',
    'ar',
    'transcript',
    'كنتُ أسمع الشاحنة تأتي مرة أو مرتين كل أسبوع، وفي كل مرة بين عشرين وثلاثين شخصًا.',
  ),
  text('T3', 'W3', 'en', 'transcript', 'My cousin told me that they were taken away at night.'),
  text(
    'T4',
    'D1',
    'en',
    'summary',
    'The committee reported groups of twenty to thirty people from 2013 to 2014, and at least 3,480 in all.',
  ),
  text(
    'T5',
    'M1',
    'en',
    'summary',
    'Asked about the method, its speaker spoke of groups of twenty to forty people.',
  ),
]

function text(code: string, from: string, language: string, kind: Text['kind'], content: string): Text {
  return {
    id: id.text(code),
    code,
    source: id.source(from),
    title: { en: `Text ${code}`, ar: `النص ${code}` },
    language,
    kind,
    translationOf: null,
    version: 1,
    content,
    sha256: digestOf(content),
    turns: [],
  }
}

function passage(code: string, of: string, exact: string): Passage {
  const whole = TEXTS.find((candidate) => candidate.code === of)
  const start = whole?.content.indexOf(exact) ?? -1
  if (!whole || start < 0) throw new Error(`the fixture's passage ${code} is not in its text`)
  return {
    id: id.passage(code),
    code,
    text: whole.id,
    sha256: whole.sha256,
    start,
    end: start + exact.length,
    exact,
    prefix: '',
    suffix: '',
  }
}

const PASSAGES: readonly Passage[] = [
  passage('Q1', 'T1', 'once a week, groups of ten to fifteen people'),
  passage('Q2', 'T2', 'مرة أو مرتين كل أسبوع، وفي كل مرة بين عشرين وثلاثين شخصًا'),
  passage('Q3', 'T3', 'they were taken away at night'),
  passage('Q4', 'T4', 'groups of twenty to thirty people from 2013 to 2014'),
  passage('Q5', 'T5', 'groups of twenty to forty people'),
  passage('Q6', 'T4', 'at least 3,480 in all'),
]

function when(edtf: string, earliest: string, latest: string): When {
  return { edtf, said: null, earliest, latest }
}

const PATTERN: Pattern = {
  rate: null,
  weekdays: [],
  weekdayConfidence: null,
  partOfDay: null,
  window: null,
  size: null,
  exceptions: null,
  observed: 'most',
  said: '',
}

function claim(
  code: string,
  from: string,
  quoted: string,
  proposition: Words,
  more: Partial<Claim> = {},
): Claim {
  return {
    id: id.claim(code),
    code,
    source: id.source(from),
    passages: [id.passage(quoted)],
    mode: 'pattern',
    topic: 'group-size',
    proposition,
    roles: [],
    when: null,
    place: null,
    quantity: null,
    pattern: null,
    basis: { kind: 'document', chain: [], vantage: null },
    certainty: 'certain',
    polarity: 'affirmed',
    coder: 'coder-a',
    secondCoder: null,
    status: 'accepted',
    ...more,
  }
}

const CLAIMS: readonly Claim[] = [
  claim(
    'C1',
    'W1',
    'Q1',
    {
      en: 'In 2012 groups of 10 to 15 people were taken once a week.',
      ar: 'في عام ٢٠١٢ كانت مجموعات من ١٠ إلى ١٥ شخصًا تُؤخذ مرة في الأسبوع.',
    },
    {
      basis: { kind: 'took-part', chain: [], vantage: 'evening duty at the gate' },
      pattern: {
        ...PATTERN,
        rate: { kind: 'times-per', times: { min: 1, max: 1 }, per: 'week' },
        window: when('2012-01/2012-12', '2012-01-01', '2012-12-31'),
        size: { min: 10, max: 15 },
      },
    },
  ),
  claim(
    'C2',
    'W2',
    'Q2',
    {
      en: 'A lorry came once or twice a week, for 20 to 30 people.',
      ar: 'كانت شاحنة تأتي مرة أو مرتين في الأسبوع لنقل ٢٠ إلى ٣٠ شخصًا.',
    },
    {
      basis: { kind: 'heard', chain: [], vantage: 'a cell on the ground floor' },
      pattern: {
        ...PATTERN,
        rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
        window: when('2013-01/2014-12', '2013-01-01', '2014-12-31'),
        size: { min: 20, max: 30 },
      },
    },
  ),
  claim(
    'C3',
    'W3',
    'Q3',
    {
      en: 'A cousin said that people were taken away at night.',
      ar: 'قال ابن عمّ إن أناسًا كانوا يُؤخذون ليلًا.',
    },
    {
      basis: { kind: 'told-by', chain: [id.source('W2')], vantage: null },
      certainty: 'reports-without-view',
    },
  ),
  claim(
    'C4',
    'D1',
    'Q4',
    { en: 'The report gives groups of 20 to 30 people.', ar: 'يذكر التقرير مجموعات من ٢٠ إلى ٣٠ شخصًا.' },
    {
      pattern: { ...PATTERN, size: { min: 20, max: 30 } },
    },
  ),
  claim(
    'C5',
    'M1',
    'Q5',
    {
      en: 'In a broadcast the committee spoke of groups of 20 to 40 people.',
      ar: 'تحدثت اللجنة في الإذاعة عن مجموعات من ٢٠ إلى ٤٠ شخصًا.',
    },
    { pattern: { ...PATTERN, size: { min: 20, max: 40 } } },
  ),
  claim(
    'C6',
    'D1',
    'Q6',
    { en: 'The report gives a minimum of 3,480.', ar: 'يذكر التقرير حدًّا أدنى قدره ٣٬٤٨٠.' },
    {
      topic: 'total',
      quantity: {
        min: 3480,
        max: 3480,
        best: null,
        said: '3,480',
        unit: 'people',
        how: 'estimated',
        per: 'all',
      },
    },
  ),
]

export const CONTRADICTION: Contradiction = {
  first: id.claim('C4'),
  second: id.claim('C5'),
  about: 'size',
  sameOrigin: true,
  resolution: {
    claims: [id.claim('C4'), id.claim('C5')],
    prefers: id.claim('C4'),
    by: 'A. Reviewer',
    reason: 'The printed text was checked by two readers; the spoken figure was not.',
  },
}

const REQUEST: PatternRequest = {
  id: id.estimate('E1'),
  code: 'E1',
  question: {
    en: 'How many people were taken from Lakeside prison in 2012 to 2014?',
    ar: 'كم عدد الذين أُخذوا من سجن البحيرة بين عامي ٢٠١٢ و٢٠١٤؟',
  },
  unit: { en: 'people', ar: 'شخص' },
  periods: [
    {
      code: 'P1',
      window: id.claim('C1'),
      rate: id.claim('C1'),
      size: id.claim('C1'),
      reading: { weeks: 'four-per-month', rate: 'mean' },
    },
    {
      code: 'P2',
      window: id.claim('C2'),
      rate: id.claim('C2'),
      size: id.claim('C4'),
      reading: { weeks: 'four-per-month', rate: 'mean' },
    },
  ],
  rounding: { kind: 'down-to', unit: 1000 },
  assumptions: [
    {
      code: 'one-place',
      words: { en: 'Nobody was taken twice.', ar: 'لم يُؤخذ أحد مرتين.' },
    },
  ],
  alternatives: [
    {
      code: 'literal',
      words: {
        en: '“Once or twice a week” is taken at its two ends, over calendar weeks.',
        ar: 'تُقرأ عبارة «مرة أو مرتين في الأسبوع» بطرفيها، على أسابيع التقويم.',
      },
      reading: { weeks: 'calendar', rate: 'ends' },
    },
  ],
  checks: [{ claim: id.claim('C6'), bound: 'min' }],
}

const PUBLIC: Consent['allows'] = [
  { purpose: 'analysis', recipient: 'own-team' },
  { purpose: 'quotation', recipient: 'public' },
  { purpose: 'details', recipient: 'public' },
]

function consent(witness: string, withdrawnAt: string | null): Consent {
  return {
    id: derivedId('consent', 'fixture', witness),
    witness: id.source(witness),
    version: 1,
    allows: PUBLIC,
    conceal: ['name'],
    explainedBy: 'interviewer-a',
    language: 'en',
    givenAt: '2016-03-01',
    withdrawnAt,
  }
}

function finding(code: string, more: Partial<Finding> & Pick<Finding, 'proposition' | 'kind'>): Finding {
  return {
    id: id.finding(code),
    code,
    claimsFor: [],
    claimsAgainst: [],
    standardOfProof: 'reasonable-grounds',
    reasons: null,
    signer: 'A. Reviewer',
    version: 1,
    elements: [],
    ...more,
  }
}

const FINDINGS: readonly Finding[] = [
  finding('F1', {
    kind: { kind: 'pattern' },
    proposition: {
      en: 'From 2012 to 2014 groups of people were taken from Lakeside prison every week.',
      ar: 'من عام ٢٠١٢ إلى عام ٢٠١٤ كانت مجموعات من الناس تُؤخذ من سجن البحيرة كل أسبوع.',
    },
    claimsFor: [id.claim('C1'), id.claim('C2'), id.claim('C3')],
    reasons: {
      en: 'A guard who took part and a detainee who heard it agree, and do not know each other.',
      ar: 'يتفق حارس شارك ومحتجَز سمع، ولا يعرف أحدهما الآخر.',
    },
  }),
  finding('F2', {
    kind: {
      kind: 'attribution',
      to: id.source('D1'),
      beneath: { en: 'Each group numbered 20 to 30 people.', ar: 'كان عدد كل مجموعة من ٢٠ إلى ٣٠ شخصًا.' },
    },
    proposition: {
      en: 'The committee reported that each group numbered 20 to 30 people.',
      ar: 'أفادت اللجنة بأن عدد كل مجموعة كان من ٢٠ إلى ٣٠ شخصًا.',
    },
    claimsFor: [id.claim('C4')],
    claimsAgainst: [
      {
        claim: id.claim('C5'),
        dismissed: { by: 'A. Reviewer', reason: 'Spoken without notes; the same origin.' },
      },
    ],
  }),
]

function investigationOf(): Investigation {
  return {
    id: derivedId('investigation', 'fixture'),
    code: 'lakeside',
    title: { en: 'Lakeside prison', ar: 'سجن البحيرة' },
    notice: {
      en: 'Invented, for training. The country, the prison and everybody in it are made up.',
      ar: 'مُختلَق لأغراض التدريب. البلد والسجن وكل من فيه من نسج الخيال.',
    },
    nature: 'invented',
    thresholds: USUAL_THRESHOLDS,
    sources: SOURCES,
    originLinks: [
      {
        from: id.source('M1'),
        to: id.source('D1'),
        kind: 'derived-from',
        decision: 'dependent',
        reason: null,
      },
    ],
    interviews: [],
    consents: [consent('W1', null), consent('W2', null), consent('W3', '2017-01-10')],
    places: [],
    persons: [],
    units: [],
    lists: [],
    linkages: [],
    texts: TEXTS,
    passages: PASSAGES,
    claims: CLAIMS,
    resolutions: CONTRADICTION.resolution === null ? [] : [CONTRADICTION.resolution],
    findings: FINDINGS,
    estimates: [REQUEST],
    runs: [],
    reports: [],
  }
}

function assessmentOf(investigation: Investigation): Assessment {
  const claims = new Map(investigation.claims.map((each) => [each.id, each]))
  const answer = estimateFromPatterns(REQUEST, claims, {
    contradictions: [CONTRADICTION],
    software: 'corroborate 0.1.0',
  })
  const origin = (code: string) => originOf(id.source(code))
  const standings: [FindingId, FindingAssessed][] = [
    [
      id.finding('F1'),
      {
        standing: { kind: 'corroborated', origins: [origin('W1'), origin('W2')] },
        robustness: { kind: 'falls-without', origins: [origin('W1')] },
      },
    ],
    [
      id.finding('F2'),
      {
        standing: { kind: 'attributed', beneath: { kind: 'secondary-only', origins: [origin('D1')] } },
        robustness: { kind: 'falls-without', origins: [origin('D1')] },
      },
    ],
  ]
  return {
    standings: new Map(standings),
    estimates: new Map([[REQUEST.id, answer]]),
    contradictions: [CONTRADICTION],
    breaches: [],
  }
}

const WORDS = {
  en: {
    title: 'Taken by night: Lakeside prison, 2012–2014',
    subtitle: 'What was said, by whom, and what it adds up to',
    heading: 'What happened',
    method: 'How the number was reached',
    sub: 'The arithmetic',
    own: 'This report sets out what an invented inquiry would hold.',
    finding: 'Between 2012 and 2014 groups of people were taken from the prison every week',
    attribution: 'The committee reported that each group numbered ',
    figure: 'On these claims, the number of people taken lies between ',
    standing: 'Corroborated',
    attributed: 'Attributed',
    open: '“',
    close: '”',
  },
  ar: {
    title: 'أُخذوا ليلًا: سجن البحيرة',
    subtitle: 'ما قيل، ومن قاله، وما محصّلته',
    heading: 'ما حدث',
    method: 'كيف جرى التوصل إلى العدد',
    sub: 'الحساب',
    own: 'يعرض هذا التقرير ما يمكن أن يخلص إليه تحقيق مُختلَق.',
    finding: 'بين عامي ٢٠١٢ و٢٠١٤ كانت مجموعات من الناس تُؤخذ من السجن كل أسبوع',
    attribution: 'أفادت اللجنة بأن عدد كل مجموعة كان ',
    figure: 'استنادًا إلى هذه الادعاءات، يقع عدد من أُخذوا في النطاق ',
    standing: 'معزَّز',
    attributed: 'منسوب',
    open: '«',
    close: '»',
  },
} as const

function resolvedOf(locale: Locale, investigation: Investigation): ResolvedReport {
  return {
    id: derivedId('report', 'fixture', locale),
    code: 'main',
    locale,
    title: WORDS[locale].title,
    subtitle: WORDS[locale].subtitle,
    authors: ['A. Researcher', 'B. Editor'],
    dated: '2017-02-07',
    notice: investigation.notice[locale] ?? '',
    nature: 'invented',
    blocks: blocksOf(locale),
  }
}

function blocksOf(locale: Locale): readonly ResolvedBlock[] {
  const words = WORDS[locale]
  const estimate = id.estimate('E1')
  const finding1: ResolvedGround = {
    kind: 'finding',
    id: id.finding('F1'),
    code: 'F1',
    label: words.finding,
    standing: words.standing,
  }
  const finding2: ResolvedGround = {
    kind: 'finding',
    id: id.finding('F2'),
    code: 'F2',
    label: words.attribution,
    standing: words.attributed,
  }
  const answer: ResolvedGround = {
    kind: 'estimate',
    id: estimate,
    code: 'E1',
    label: REQUEST.question[locale] ?? '',
  }
  const said: ResolvedGround = { kind: 'claim', id: id.claim('C4'), code: 'C4', label: 'C4' }
  const sentences: readonly ResolvedSentence[] = [
    { anchor: 's1', parts: [{ kind: 'words', text: words.own }], grounds: [], own: true },
    {
      anchor: 's2',
      parts: [
        { kind: 'words', text: `${words.finding}: ${words.open}` },
        { kind: 'quotation', text: PASSAGES[0]?.exact ?? '' },
        { kind: 'words', text: `${words.close}.` },
      ],
      grounds: [finding1],
      own: false,
    },
    {
      anchor: 's3',
      parts: [
        { kind: 'words', text: words.attribution },
        {
          kind: 'figure',
          text: locale === 'ar' ? 'من ٢٠ إلى ٣٠' : '20 to 30',
          value: { min: 20, max: 30 },
          from: said,
        },
        { kind: 'words', text: '.' },
      ],
      grounds: [finding2, said],
      own: false,
    },
    {
      anchor: 's4',
      parts: [
        { kind: 'words', text: words.figure },
        {
          kind: 'figure',
          text: locale === 'ar' ? 'من ٣٬٠٠٠ إلى ٥٬٠٠٠' : '3,000 to 5,000',
          value: { min: 3000, max: 5000 },
          from: answer,
        },
        { kind: 'words', text: '.' },
      ],
      grounds: [answer],
      own: false,
    },
  ]
  const computed = (anchor: string, what: ComputedPart): ResolvedBlock => ({ kind: 'computed', what, anchor })
  return [
    { kind: 'heading', level: 2, text: words.heading, anchor: 'h1' },
    { kind: 'paragraph', sentences: sentences.slice(0, 3) },
    { kind: 'chart', chart: { kind: 'pattern-timeline', estimate }, anchor: 'chart-1' },
    { kind: 'heading', level: 2, text: words.method, anchor: 'h2' },
    { kind: 'paragraph', sentences: sentences.slice(3) },
    { kind: 'chart', chart: { kind: 'intervals-by-period', estimate }, anchor: 'chart-2' },
    { kind: 'heading', level: 3, text: words.sub, anchor: 'h3' },
    computed('computed-1', { kind: 'derivation', estimate }),
    computed('computed-2', { kind: 'contradictions' }),
    computed('computed-3', { kind: 'slips', estimate }),
    computed('computed-4', { kind: 'alternatives', estimate }),
    computed('computed-5', { kind: 'standings' }),
    computed('computed-6', { kind: 'thresholds' }),
    computed('computed-7', { kind: 'sources' }),
  ]
}

export function fixture(locale: Locale): Fixture {
  const investigation = investigationOf()
  return {
    investigation,
    assessment: assessmentOf(investigation),
    resolved: resolvedOf(locale, investigation),
  }
}

/** The same with text in it that a page, a typesetter or a spreadsheet would take for its own commands. */
export function hostileFixture(locale: Locale): Fixture {
  const plain = fixture(locale)
  const both = { en: HOSTILE, ar: HOSTILE }
  const investigation: Investigation = {
    ...plain.investigation,
    title: both,
    notice: both,
    sources: plain.investigation.sources.map((each) => ({ ...each, title: both })),
    claims: plain.investigation.claims.map((each) => ({ ...each, proposition: both })),
    findings: plain.investigation.findings.map((each) => ({
      ...each,
      proposition: both,
      reasons: both,
      signer: HOSTILE,
    })),
    passages: plain.investigation.passages.map((each) => ({ ...each, exact: HOSTILE })),
    texts: plain.investigation.texts.map((each) => ({ ...each, title: both })),
  }
  const blocks = plain.resolved.blocks.map((block): ResolvedBlock => {
    if (block.kind === 'heading') return { ...block, text: HOSTILE }
    if (block.kind !== 'paragraph') return block
    return {
      ...block,
      sentences: block.sentences.map((sentence) => ({
        ...sentence,
        parts: [{ kind: 'words', text: HOSTILE }],
      })),
    }
  })
  return {
    ...plain,
    investigation,
    resolved: {
      ...plain.resolved,
      title: HOSTILE,
      subtitle: HOSTILE,
      notice: HOSTILE,
      authors: [HOSTILE],
      blocks,
    },
  }
}
