import { expect, test } from 'vitest'
import { assess } from './assess.ts'
import type { Breach } from './assessment.ts'
import type { Investigation } from './investigation.ts'
import type { Block, Part, Sentence } from './report.ts'
import {
  allow,
  ASK,
  claim,
  consent,
  figure,
  finding,
  id,
  investigation,
  onClaim,
  onEstimate,
  onFinding,
  patternOf,
  published,
  reportOf,
  sentence,
  words,
} from './testing/investigation.ts'

function lawsBroken(given: Investigation): readonly Breach['law'][] {
  return assess(given, ASK).breaches.map((breach) => breach.law)
}

function breachesIn(...sentences: readonly Sentence[]): readonly Breach[] {
  return assess(investigation(sentences), ASK).breaches
}

test('an investigation in order breaks no law', () => {
  const given = investigation([
    sentence([words('People were taken at night.')], onFinding('strong')),
    sentence([words('The report said that groups were taken.')], onFinding('attributed')),
    sentence([words('According to the press, it went on.')], onFinding('secondary')),
    sentence([words('The reported pattern gives '), figure(published), words(' people.')], onEstimate),
    sentence(
      [words('A witness said so: “'), { kind: 'quotation', passage: id.passage('W1.1') }, words('”')],
      onClaim('C1'),
    ),
    sentence([words('In '), { kind: 'date', edtf: '2012-05' }, words(', it said.')], onFinding('attributed')),
    {
      ...sentence([words('We rest on '), figure({ kind: 'count', of: 'witnesses' }), words(' witnesses.')]),
      own: true,
    },
  ])
  const { breaches, standings } = assess(given, ASK)
  expect(breaches).toEqual([])
  expect([...standings.values()].map(({ standing }) => standing.kind)).toEqual([
    'strongly-corroborated',
    'secondary-only',
    'attributed',
  ])
})

test('a sentence that cites nothing and is nobody’s own has no grounds, and its place is told', () => {
  expect(breachesIn(sentence([words('People were taken.')]))).toEqual([
    expect.objectContaining({
      law: 'sentence-without-grounds',
      subject: 'report.en#s1',
      at: { file: 'report.en.md', line: 7 },
    }),
  ])
})

test.each([
  ['words', 'Some 50 people were taken.'],
  ['words in Arabic-Indic digits', 'Some ٥٠ people were taken.'],
])('a number typed into %s is loose', (_, typed) => {
  expect(breachesIn(sentence([words(typed)], onFinding('strong')))).toMatchObject([{ law: 'loose-number' }])
})

test('a number typed into a heading or the title is loose, with its place; a year in the title is not', () => {
  const heading: Block = { kind: 'heading', level: 2, text: 'All 300', at: { file: 'report.en.md', line: 3 } }
  const report = { ...reportOf([], 'en', [heading]), title: '13,000 taken, 2012–2013' }
  expect(assess(investigation([], { reports: [report] }), ASK).breaches).toMatchObject([
    { law: 'loose-number', subject: 'report.en, title', at: { file: 'report.en.md', line: 1 } },
    { law: 'loose-number', subject: 'report.en, heading', at: { file: 'report.en.md', line: 3 } },
  ])
})

test.each<[string, Part, string]>([
  [
    'a period that is not there',
    figure({ kind: 'period', estimate: id.estimate('E1'), period: 'P9', show: 'size' }),
    'P9',
  ],
  [
    'an estimate that is not there',
    figure({ ...published, estimate: id.estimate('E9') }),
    'no such estimate',
  ],
  [
    'an alternative that is not there',
    figure({ kind: 'alternative', estimate: id.estimate('E1'), alternative: 'x', show: 'interval' }),
    'no alternative x',
  ],
  [
    'a claim that gives no such number',
    figure({ kind: 'claim', claim: id.claim('C3'), show: 'quantity' }),
    'C3 gives no',
  ],
  [
    'a claim that is not there',
    figure({ kind: 'claim', claim: id.claim('C9'), show: 'size' }),
    'no such claim',
  ],
])('a figure of %s has nothing to show', (_, part, says) => {
  const [breach, ...others] = breachesIn(sentence([words('It said '), part], onFinding('attributed')))
  expect(breach?.law).toBe('figure-without-estimate')
  expect(breach?.detail).toContain(says)
  expect(others).toEqual([])
})

test.each<[string, Sentence]>([
  ['source', sentence([{ kind: 'source', source: id.source('none') }], onFinding('strong'))],
  ['passage', sentence([{ kind: 'quotation', passage: id.passage('none') }], onFinding('strong'))],
  ['date', sentence([{ kind: 'date', edtf: 'last week' }], onFinding('strong'))],
  ['finding', sentence([words('It said so.')], onFinding('none'))],
  ['claim', sentence([words('It said so.')], onClaim('none'))],
  ['estimate', sentence([words('It said so.')], { kind: 'estimate', estimate: id.estimate('none') })],
])('a %s that is not there is an unresolved reference', (_, cited) => {
  expect(breachesIn(cited)).toMatchObject([{ law: 'unresolved-reference' }])
})

test('an estimate that is refused takes its figures, its charts and its derivation with it, with the reason', () => {
  const given = investigation()
  const blocks: readonly Block[] = [
    {
      kind: 'chart',
      chart: { kind: 'intervals-by-period', estimate: id.estimate('E1') },
      at: { file: 'f', line: 1 },
    },
    {
      kind: 'computed',
      what: { kind: 'derivation', estimate: id.estimate('E1') },
      at: { file: 'f', line: 2 },
    },
    { kind: 'computed', what: { kind: 'sources' }, at: { file: 'f', line: 3 } },
  ]
  const { breaches, estimates } = assess(
    {
      ...given,
      claims: given.claims.filter(({ code }) => code !== 'C3'),
      reports: [reportOf([sentence([words('That is '), figure(published)], onEstimate)], 'en', blocks)],
    },
    ASK,
  )
  expect(estimates.get(id.estimate('E1'))).toMatchObject({ ok: false, reason: 'claim-missing' })
  const figures = breaches.filter((breach) => breach.law === 'figure-without-estimate')
  expect(figures.map(({ at }) => at?.line)).toEqual([1, 2, 7, 7])
  expect(figures[0]?.detail).toContain('Estimate E1 cannot be given (claim-missing). Period P1')
})

test('a finding without claims, and one that cites a claim that is not there', () => {
  const given = investigation()
  const findings = [finding('empty', []), finding('lost', ['C1', 'gone'])]
  expect(assess({ ...given, findings }, ASK).breaches).toMatchObject([
    { law: 'finding-without-claims', subject: 'finding empty', at: null },
    { law: 'unresolved-reference', subject: 'finding lost' },
  ])
})

const SIGNED = { signer: 'R. Reviewer', standardOfProof: 'reasonable-grounds' } as const

test('a finding is not signed below its standing', () => {
  const given = investigation()
  const findings = [
    finding('strong', ['C1', 'C2'], SIGNED),
    finding('secondary', ['C4'], SIGNED),
    finding('contradicted', ['C1'], {
      ...SIGNED,
      claimsAgainst: [{ claim: id.claim('C2'), dismissed: null }],
    }),
  ]
  expect(assess({ ...given, findings }, ASK).breaches).toMatchObject([
    { law: 'signed-below-standing', subject: 'finding secondary' },
    { law: 'signed-below-standing', subject: 'finding contradicted' },
  ])
})

const DENIAL = claim('C5', 'W2', { topic: 'taken', polarity: 'denied' })

function withDenial(more: Partial<Investigation> = {}): Investigation {
  const given = investigation()
  return { ...given, claims: [...given.claims, DENIAL], ...more }
}

test('a signed finding answers the contradictions that touch it; an unsigned one may leave them open', () => {
  const open = [finding('open', ['C1'])]
  expect(lawsBroken(withDenial({ findings: open }))).toEqual([])
  const findings = [finding('signed', ['C1'], SIGNED)]
  expect(assess(withDenial({ findings }), ASK).breaches).toMatchObject([
    { law: 'contradiction-unanswered', subject: 'finding signed' },
  ])
})

test('a contradiction is answered by a resolution, or by the finding that sets the other claim aside', () => {
  const answer = {
    claims: [id.claim('C5'), id.claim('C1')] as const,
    prefers: id.claim('C1'),
    by: 'R',
    reason: 'near',
  }
  expect(
    lawsBroken(withDenial({ findings: [finding('signed', ['C1'], SIGNED)], resolutions: [answer] })),
  ).toEqual([])
  const aside = [{ claim: DENIAL.id, dismissed: { by: 'R', reason: 'was not there' } }]
  expect(
    lawsBroken(withDenial({ findings: [finding('signed', ['C1'], { ...SIGNED, claimsAgainst: aside })] })),
  ).toEqual([])
})

test.each([
  ['attributed', 'Groups were taken every week.'],
  ['secondary', 'Groups were taken every week.'],
  ['attributed', 'The report confirmed that groups were taken.'],
  ['secondary', 'It is certain, the press said, that groups were taken.'],
])('a sentence on a finding that is %s does not assert: %s', (code, text) => {
  expect(breachesIn(sentence([words(text)], onFinding(code)))).toMatchObject([
    { law: 'worded-above-standing' },
  ])
})

test('one weak finding among strong ones holds the sentence to it', () => {
  const mixed = sentence([words('People were taken.')], onFinding('strong'), onFinding('secondary'))
  expect(breachesIn(mixed)[0]?.detail).toContain('finding secondary (secondary only)')
})

test('a claim alone is what one source says; beside a finding that carries it, the sentence may assert', () => {
  const text = words('People were taken at night.')
  expect(breachesIn(sentence([text], onClaim('C1')))).toMatchObject([{ law: 'worded-above-standing' }])
  expect(breachesIn(sentence([text], onClaim('C1'), onFinding('strong')))).toEqual([])
  expect(breachesIn(sentence([words('A witness said so.')], onClaim('C1')))).toEqual([])
})

test('an estimate may be given in the report’s own voice, but nothing about it is certain', () => {
  const after = [figure(published), words(' people were taken.')] as const
  expect(breachesIn(sentence([words('Reckoned so, '), ...after], onEstimate))).toEqual([])
  expect(breachesIn(sentence([words('It is certain that '), ...after], onEstimate))).toMatchObject([
    { law: 'worded-above-standing' },
  ])
})

test('the words of a quotation and of a title neither help nor hurt', () => {
  const saying = investigation([
    sentence(
      [words('People were taken: '), { kind: 'quotation', passage: id.passage('D1.1') }],
      onFinding('attributed'),
    ),
  ])
  const passages = saying.passages.map((one) => ({ ...one, exact: 'He said that it was confirmed.' }))
  expect(lawsBroken({ ...saying, passages })).toEqual(['worded-above-standing'])
})

test('Arabic sentences are held to Arabic words', () => {
  const inArabic = (text: string) =>
    lawsBroken(
      investigation([], { reports: [reportOf([sentence([words(text)], onFinding('attributed'))], 'ar')] }),
    )
  expect(inArabic('أفاد التقرير بأن مجموعات أُخذت.')).toEqual([])
  expect(inArabic('أُخذت مجموعات كل أسبوع.')).toEqual(['worded-above-standing'])
  expect(inArabic('ثبت أن مجموعات أُخذت، بحسب التقرير.')).toEqual(['worded-above-standing'])
})

const QUOTING = sentence(
  [words('A witness said: '), { kind: 'quotation', passage: id.passage('W1.1') }],
  onFinding('strong'),
)

test.each([
  [
    'without leave to quote in public',
    { allows: [allow('analysis', 'own-team'), allow('quotation', 'own-team')] },
  ],
  ['withdrawn before today', { withdrawnAt: '2026-01-01' }],
])('a quotation of a witness whose consent is %s is a breach', (_, more) => {
  const given = investigation([QUOTING], { consents: [consent('W1', more), consent('W2')] })
  expect(lawsBroken(given)).toContain('consent-missing')
})

test('a quotation of a document needs nobody’s consent', () => {
  const quoting = sentence(
    [words('It said: '), { kind: 'quotation', passage: id.passage('D1.1') }],
    onFinding('attributed'),
  )
  expect(breachesIn(quoting)).toEqual([])
})

test('a withdrawn consent takes the claims out of every standing, and tells the sentence that cites one', () => {
  const cited = sentence([words('A witness said so.')], onClaim('C1'))
  const given = investigation([cited], {
    consents: [consent('W1', { withdrawnAt: '2026-01-01' }), consent('W2')],
  })
  const { standings, breaches } = assess(given, ASK)
  expect(standings.get(id.finding('strong'))?.standing.kind).toBe('uncorroborated')
  expect(breaches).toMatchObject([
    {
      law: 'consent-missing',
      subject: 'report.en#s1',
      detail: 'It rests on claim C1: consent was withdrawn on 2026-01-01.',
    },
  ])
})

test('a contradiction about a group size comes with the estimate under the other size', () => {
  const given = investigation()
  const spoken = claim('C6', 'D1', {
    topic: 'groups',
    basis: { kind: 'document', chain: [], vantage: null },
    pattern: patternOf({
      window: '2012-01/2013-12',
      rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
      size: { min: 20, max: 60 },
    }),
  })
  const { contradictions, estimates } = assess({ ...given, claims: [...given.claims, spoken] }, ASK)
  expect(contradictions).toMatchObject([{ about: 'size', sameOrigin: true, resolution: null }])
  const answer = estimates.get(id.estimate('E1'))
  expect(answer?.ok && answer.value.alternatives).toMatchObject([
    { code: 'C6-for-C3', interval: { min: 96 * 20, max: 192 * 60 } },
  ])
})

test.each(['5000', '0050', '50XX', 'Y5E3', '1492', '2011/2250'])(
  'the date %s is a number in the guise of a year, and loose',
  (edtf) => {
    const typed = sentence(
      [words('They took '), { kind: 'date', edtf }, words(' people.')],
      onFinding('strong'),
    )
    expect(breachesIn(typed)).toMatchObject([{ law: 'loose-number' }])
  },
)

test('no author is a number, and no finding or question holds one: years and codes are neither', () => {
  const report = { ...reportOf([]), authors: ['13,000 dead'] }
  const base = investigation([], { reports: [report] })
  const [asked] = base.estimates
  const given = {
    ...base,
    findings: [
      finding('said', ['C1'], { proposition: { en: 'P16 was taken in 2012.', ar: 'أُخذ ٥٠ شخصًا.' } }),
      finding('beneath', ['C3'], {
        kind: { kind: 'attribution', to: id.source('D1'), beneath: { en: 'Some 300 were taken.' } },
      }),
    ],
    estimates: asked ? [{ ...asked, question: { en: 'Were 13,000 taken from 2011 to 2015?' } }] : [],
  }
  expect(assess(given, ASK).breaches).toMatchObject([
    { law: 'loose-number', subject: 'finding said' },
    { law: 'loose-number', subject: 'finding beneath' },
    { law: 'loose-number', subject: 'estimate E1' },
    { law: 'loose-number', subject: 'report.en, title' },
  ])
})

test('a title or a heading, which has no grounds, calls nothing established', () => {
  const heading: Block = { kind: 'heading', level: 2, text: 'Proved: the removals', at: null }
  const report = { ...reportOf([], 'en', [heading]), title: 'It is established that they were taken' }
  expect(assess(investigation([], { reports: [report] }), ASK).breaches).toMatchObject([
    { law: 'worded-above-standing', subject: 'report.en, title' },
    { law: 'worded-above-standing', subject: 'report.en, heading' },
  ])
})

test('the authors’ own words call nothing established either, for nothing is cited', () => {
  const own = { ...sentence([words('It is established that they were taken.')]), own: true }
  expect(breachesIn(own)).toMatchObject([{ law: 'worded-above-standing' }])
})

test('what a figure points to counts as a ground of its sentence', () => {
  const size = figure({ kind: 'claim', claim: id.claim('C3'), show: 'size' })
  const asserted = sentence([words('They took '), size, words(' each time.')], onFinding('strong'))
  const own = { ...sentence([words('They took '), size, words(' each time.')]), own: true }
  const proved = { ...sentence([words('It is proved that '), figure(published), words(' died.')]), own: true }
  for (const one of [asserted, own, proved])
    expect(breachesIn(one)).toMatchObject([{ law: 'worded-above-standing' }])
  expect(breachesIn(sentence([words('The report says '), size], onFinding('attributed')))).toEqual([])
})

test('a claim beside a finding that does not rest on it stays what one source says', () => {
  const asserted = sentence([words('They were taken.')], onFinding('strong'), onClaim('C4'))
  expect(breachesIn(asserted)).toMatchObject([
    { law: 'worded-above-standing', detail: expect.stringContaining('claim C4 alone') as string },
  ])
})

test('nothing is asserted on a finding that nobody has signed, however well it stands', () => {
  const unsigned = { findings: [finding('strong', ['C1', 'C2'])] }
  const on = (text: string) => investigation([sentence([words(text)], onFinding('strong'))], unsigned)
  expect(assess(on('They were taken.'), ASK).breaches).toMatchObject([
    { law: 'worded-above-standing', detail: expect.stringContaining('nobody has signed') as string },
  ])
  expect(assess(on('Two witnesses said that they were taken.'), ASK).breaches).toEqual([])
})

test('a number that a witness gave is told to everybody only where the witness may be quoted or told of in detail', () => {
  const numbers = claim('C9', 'W1', {
    quantity: { min: 3, max: 3, best: null, said: 'three', unit: 'people', how: 'counted', per: 'all' },
  })
  const text = sentence(
    [words('A witness said '), figure({ kind: 'claim', claim: numbers.id, show: 'quantity' })],
    onClaim('C9'),
  )
  const lawsUnder = (...allows: readonly ReturnType<typeof allow>[]) => {
    const base = investigation([text])
    const consents = [consent('W1', { allows: [allow('analysis', 'own-team'), ...allows] }), consent('W2')]
    return lawsBroken({ ...base, claims: [...base.claims, numbers], consents })
  }
  expect(lawsUnder()).toEqual(['consent-missing'])
  expect(lawsUnder(allow('details', 'partners'))).toEqual(['consent-missing'])
  expect(lawsUnder(allow('details', 'public'))).toEqual([])
  expect(lawsUnder(allow('quotation', 'public'))).toEqual([])
})
