import { wordsIn } from '@corroborate/base'
import { isPatternRequest } from '@corroborate/estimate'
import { expect, test } from 'vitest'
import { assess } from './assess.ts'
import type { Investigation } from './investigation.ts'
import { resolveReport } from './resolve-report.ts'
import { sentencesCiting } from './sentences-citing.ts'
import { sentenceText, type ResolvedReport, type ResolvedSentence } from './resolved.ts'
import type { Block, Sentence } from './report.ts'
import {
  ASK,
  consent,
  figure,
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

function resolved(given: Investigation): ResolvedReport {
  const [report] = given.reports
  if (!report) throw new Error('no report')
  return resolveReport(given, assess(given, ASK), report)
}

function sentencesOf(report: ResolvedReport): readonly ResolvedSentence[] {
  return report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
}

function textOf(asked: Sentence, given: Investigation = investigation()): string {
  const [first] = sentencesOf(resolved({ ...given, reports: [reportOf([asked])] }))
  return first ? sentenceText(first) : ''
}

const HOW_MANY = sentence([words('That gives '), figure(published), words(' people.')], onEstimate)

test('prints figures, dates, titles and quotations in the language of the report', () => {
  const mixed = sentence(
    [
      { kind: 'source', source: id.source('D1') },
      words(', '),
      { kind: 'date', edtf: '2012-05' },
      words(': '),
      figure({ kind: 'claim', claim: id.claim('C3'), show: 'size' }),
      words('; “'),
      { kind: 'quotation', passage: id.passage('D1.1') },
      words('”'),
    ],
    onFinding('attributed'),
  )
  expect(textOf(mixed)).toBe('Source D1, May 2012: 20 to 50; “What D1 says, in words.”')
  const arabic = resolved(investigation([], { reports: [reportOf([mixed], 'ar')] }))
  expect(sentencesOf(arabic).map(sentenceText)).toEqual([
    'المصدر D1, أيار ٢٠١٢: من ٢٠ إلى ٥٠; “What D1 says, in words.”',
  ])
  expect(arabic.notice).toBe(wordsIn('ar', investigation().notice))
})

test.each([
  ['published', '1,000 to 9,000'],
  ['interval', '1,920 to 9,600'],
  ['min', '1,920'],
  ['max', '9,600'],
] as const)('shows the %s of an estimate', (show, printed) => {
  expect(textOf(sentence([figure({ ...published, show })], onEstimate))).toBe(printed)
})

test.each([
  ['total', '1,920 to 9,600'],
  ['occasions', '96 to 192'],
  ['size', '20 to 50'],
] as const)('shows the %s of a period', (show, printed) => {
  const asked = figure({ kind: 'period', estimate: id.estimate('E1'), period: 'P1', show })
  expect(textOf(sentence([asked], onEstimate))).toBe(printed)
})

test('parts of an occasion are printed with one decimal, and people are whole', () => {
  const given = investigation()
  const estimates = given.estimates.filter(isPatternRequest).map((request) => ({
    ...request,
    periods: [{ ...request.periods[0], reading: { weeks: 'calendar', rate: 'ends' } }] as const,
  }))
  const of = (show: 'occasions' | 'total') =>
    textOf(
      sentence([figure({ kind: 'period', estimate: id.estimate('E1'), period: 'P1', show })], onEstimate),
      {
        ...given,
        estimates,
      },
    )
  expect(of('occasions')).toBe('104.4 to 208.9')
  expect(of('total')).toBe('2,088 to 10,443')
})

test.each([
  ['sources', 4],
  ['witnesses', 2],
  ['texts', 4],
  ['passages', 4],
  ['claims', 4],
  ['findings', 3],
  ['origins', 3],
] as const)('counts %s', (of, count) => {
  expect(textOf({ ...sentence([figure({ kind: 'count', of })]), own: true })).toBe(String(count))
})

test('grounds and figures name what they point to, a finding with its standing and what stands beneath', () => {
  const [only] = sentencesOf(
    resolved(
      investigation([sentence([figure(published)], onFinding('attributed'), onClaim('C1'), onEstimate)]),
    ),
  )
  expect(only?.grounds).toEqual([
    {
      kind: 'finding',
      id: id.finding('attributed'),
      code: 'attributed',
      label: 'Proposition attributed',
      standing: 'Attributed; what was said: Secondary only',
    },
    { kind: 'claim', id: id.claim('C1'), code: 'C1', label: 'What W1 says in C1' },
    { kind: 'estimate', id: id.estimate('E1'), code: 'E1', label: 'How many were taken?' },
  ])
  expect(only?.parts[0]).toMatchObject({
    value: { min: 1000, max: 9000 },
    from: { kind: 'estimate', code: 'E1' },
  })
})

test('what cannot be shown is said in its place, and never as a number', () => {
  expect(textOf(sentence([figure({ ...published, estimate: id.estimate('none') })], onEstimate))).toBe(
    '[figure missing]',
  )
  expect(textOf(sentence([{ kind: 'source', source: id.source('none') }], onEstimate))).toBe(
    '[source missing]',
  )
  expect(textOf(sentence([{ kind: 'quotation', passage: id.passage('none') }], onEstimate))).toBe(
    '[quotation missing]',
  )
  expect(textOf(sentence([{ kind: 'date', edtf: 'last week' }], onEstimate))).toBe('last week')
})

test('a quotation that may not be published is withheld from the text', () => {
  const quoting = sentence([{ kind: 'quotation', passage: id.passage('W1.1') }], onFinding('strong'))
  expect(textOf(quoting)).toBe('What W1 says, in words.')
  const withdrawn = investigation([], {
    consents: [consent('W1', { withdrawnAt: '2026-01-01' }), consent('W2')],
  })
  expect(textOf(quoting, withdrawn)).toBe('[quotation withheld: the witness does not allow it in public]')
})

test('anchors count each kind in the order of the text', () => {
  const blocks: readonly Block[] = [
    { kind: 'heading', level: 2, text: 'First', at: null },
    { kind: 'paragraph', sentences: [HOW_MANY, HOW_MANY], at: null },
    { kind: 'chart', chart: { kind: 'pattern-timeline', estimate: id.estimate('E1') }, at: null },
    { kind: 'computed', what: { kind: 'sources' }, at: null },
    { kind: 'heading', level: 3, text: 'Second', at: null },
  ]
  const report = resolved(investigation([], { reports: [reportOf([HOW_MANY], 'en', blocks)] }))
  const names = report.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences.map(({ anchor }) => anchor) : [block.anchor],
  )
  expect(names).toEqual(['h1', 's1', 's2', 'c1', 'p1', 'h2', 's3'])
})

test('the way back: the sentences that cite a finding, a claim or an estimate, as ground or by a figure', () => {
  const report = resolved(
    investigation([
      sentence([words('It said so.')], onFinding('attributed')),
      sentence(
        [words('It said '), figure({ kind: 'claim', claim: id.claim('C3'), show: 'size' })],
        onFinding('attributed'),
      ),
      HOW_MANY,
    ]),
  )
  const anchorsCiting = (ground: Parameters<typeof sentencesCiting>[1]) =>
    sentencesCiting([report], ground).map(({ anchor }) => anchor)
  expect(anchorsCiting({ kind: 'finding', id: id.finding('attributed') })).toEqual(['s1', 's2'])
  expect(anchorsCiting({ kind: 'claim', id: id.claim('C3') })).toEqual(['s2'])
  expect(anchorsCiting({ kind: 'claim', id: id.claim('C1') })).toEqual([])
  expect(sentencesCiting([report], { kind: 'estimate', id: id.estimate('E1') })).toEqual([
    {
      report: report.id,
      reportTitle: 'Taken by night, 2012–2013',
      locale: 'en',
      anchor: 's3',
      text: 'That gives 1,000 to 9,000 people.',
    },
  ])
})

function withPattern(change: Partial<Parameters<typeof patternOf>[0]>): Investigation {
  const given = investigation([HOW_MANY])
  const pattern = patternOf({
    window: '2012-01/2013-12',
    rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
    size: { min: 20, max: 50 },
    ...change,
  })
  return { ...given, claims: given.claims.map((one) => (one.code === 'C3' ? { ...one, pattern } : one)) }
}

test('change a group size or a window, and the sentence changes; remove the claim, and the sentence is refused', () => {
  const printed = (given: Investigation) => sentencesOf(resolved(given)).map(sentenceText)
  expect(printed(withPattern({}))).toEqual(['That gives 1,000 to 9,000 people.'])
  expect(printed(withPattern({ size: { min: 20, max: 60 } }))).toEqual(['That gives 1,000 to 11,000 people.'])
  expect(printed(withPattern({ window: '2012-01/2013-06' }))).toEqual(['That gives 1,000 to 7,000 people.'])
  const given = withPattern({})
  const without = { ...given, claims: given.claims.filter(({ code }) => code !== 'C3') }
  expect(printed(without)).toEqual(['That gives [figure missing] people.'])
  expect(assess(without, ASK).breaches.map(({ law }) => law)).toContain('figure-without-estimate')
})
