import { expect, test } from 'vitest'
import { estimateFromPatterns, studyPattern } from '@corroborate/estimate'
import { readPatternFile } from './read-pattern-file.ts'

/** The second period as Amnesty International's report of 2017 gives it, in round form; the sources are invented. */
const FILE = `question: { en: How many were taken? }
unit: { en: people }
periods:
  - code: P1
    window: { is: 2012-01-02/2012-01-29, source: A guard }
    rate: { is: { min: 1, max: 2, per: week }, source: A guard }
    size: { is: { min: 20, max: 50 }, source: A clerk }
    reading: { weeks: calendar, rate: ends }
rounding: none
assumptions:
  - { code: closed, words: { en: Nobody was taken twice. } }
`
/** Everything else that may be asked. */
const WHOLE = FILE.replace('source: A guard }\n    size', 'source: A guard, weekdays: [MO, WE] }\n    size')
  .replace(
    'source: A clerk }',
    'source: A clerk, weight: 2, others: [{ is: { min: 30, max: 60 }, source: A driver, weight: 1 }] }',
  )
  .replace('weeks: calendar, rate: ends', 'weeks: named-days, rate: mixture, share: 0.5')
  .concat(`thresholds: [{ side: under, people: 100 }]
projections: [{ code: on, period: P1, until: 2012-02-29, assumptions: [{ code: heard, words: { en: Said so. } }] }]
simulation:
  draws: 1000
  seed: 7
  occasions: as-reckoned
  correlation: { within-period: 0.3, between-periods: 0.3 }
  spreads: { rate: { along: rate, shape: uniform }, size: { claims: [{ claim: P1.size, weight: 1 }, { claim: P1.size.2, weight: 1 }] } }
`)
const context = { contradictions: [], software: 'test' }

test('a pattern file is answered as an investigation with those claims would be', () => {
  const read = readPatternFile('p.yaml', FILE)
  if (!read.ok) throw new Error(read.mistakes[0]?.sentence)
  const answer = estimateFromPatterns(read.request, read.claims, context)
  expect(answer).toMatchObject({ ok: true, value: { interval: { min: 4 * 20, max: 8 * 50 } } })
  expect([...read.claims.values()].map(({ code, proposition }) => [code, proposition.en])).toEqual([
    ['P1.window', 'A guard'],
    ['P1.rate', 'A guard'],
    ['P1.size', 'A clerk'],
  ])
})

test.each([
  [
    'a window that ends before it starts',
    '2012-01-02/2012-01-29',
    '2012-02/2012-01',
    'p.yaml, line 5, periods[0].window.is: expected a time in EDTF that does not end before it starts, such as 2011-09/2015-12, found “2012-02/2012-01”.',
  ],
  [
    'a rate of 0',
    'min: 1, max: 2',
    'min: 0, max: 0',
    'p.yaml, line 6, periods[0].rate.is.max: expected a number of more than 0, found the number 0.',
  ],
  [
    'a range upside down',
    'min: 20, max: 50',
    'min: 50, max: 20',
    'p.yaml, line 7, periods[0].size.is.max: expected a number of at least 50, which is min, found the number 20.',
  ],
  [
    'a number without a source',
    ', source: A clerk',
    '',
    'p.yaml, line 7, periods[0].size.source: expected text, found nothing.',
  ],
  [
    'a field twice',
    'rounding: none',
    'rounding: none\nrounding: none',
    'p.yaml, line 10, rounding: expected each field once, found “rounding” a second time.',
  ],
])('%s is refused with its place', (_, from, to, sentence) => {
  const read = readPatternFile('p.yaml', FILE.replace(from, to))
  expect(read.ok ? [] : read.mistakes.map((one) => one.sentence)).toEqual([sentence])
})

test('a size of more than a million people at a time, and a pattern given twice, are read and refused by the arithmetic', () => {
  const answered = (content: string) => {
    const read = readPatternFile('p.yaml', content)
    return read.ok ? estimateFromPatterns(read.request, read.claims, context) : read
  }
  expect(answered(FILE.replace('max: 50', 'max: 1000001'))).toMatchObject({ reason: 'size-too-large' })
  const period = FILE.slice(FILE.indexOf('  - code: P1'), FILE.indexOf('rounding'))
  expect(answered(FILE.replace('rounding', `${period.replace('P1', 'P2')}rounding`))).toMatchObject({
    reason: 'periods-overlap',
  })
})

test('weekdays, a mixture, several sources, draws, thresholds and projections are read and studied', () => {
  const read = readPatternFile('p.yaml', WHOLE)
  if (!read.ok) throw new Error(read.mistakes[0]?.sentence)
  const { request, claims, origins } = read
  expect(request.witnesses).toMatchObject([
    { period: 'P1', part: 'size', pool: true, claims: [{ weight: 2 }, { weight: 1 }] },
  ])
  const answer = studyPattern(request, claims, { ...context, origins })
  expect(answer).toMatchObject({
    ok: true,
    value: {
      seed: 7,
      readings: [{ simulation: { draws: 1000, bounds: { min: 80, max: 480 } } }],
      witnesses: [{ hull: { min: 20, max: 60 }, common: { min: 30, max: 50 } }],
      projections: [{ hypothetical: true, beyond: { first: '2012-01-30' } }],
    },
  })
  if (!answer.ok) throw new Error(answer.detail)
  expect(answer.value.withoutOrigins.map(({ origin, leaves }) => [origin, leaves])).toEqual([
    ['A clerk', 'another-range'],
    ['A guard', 'nothing'],
  ])
})

test('days of the week say how often by themselves', () => {
  const said = FILE.replace('is: { min: 1, max: 2, per: week }', 'weekdays: [MO, WE]').replace(
    'calendar',
    'named-days',
  )
  const read = readPatternFile('p.yaml', said)
  if (!read.ok) throw new Error(read.mistakes[0]?.sentence)
  expect(estimateFromPatterns(read.request, read.claims, context)).toMatchObject({
    ok: true,
    value: { interval: { min: 8 * 20, max: 8 * 50 } },
  })
})

test.each([
  [
    'a claim that is not there',
    'P1.size.2, weight: 1 }]',
    'P1.sise, weight: 1 }]',
    'p.yaml, line 19, simulation.spreads.size.claims[1].claim: expected one of P1.window, P1.rate, P1.size, P1.size.2 (perhaps P1.size), found “P1.sise”.',
  ],
  [
    'a period that is not there',
    'period: P1,',
    'period: P9,',
    'p.yaml, line 13, projections[0].period: expected one of P1 (perhaps P1), found “P9”.',
  ],
  [
    'a weight for one source of two',
    'source: A driver, weight: 1',
    'source: A driver',
    'p.yaml, line 7, periods[0].size: expected a weight for every source of this quantity, or for none, found weights for 1 of 2.',
  ],
  [
    'no rate and no days',
    'is: { min: 1, max: 2, per: week }, source: A guard, weekdays: [MO, WE]',
    'source: A guard',
    'p.yaml, line 6, periods[0].rate.is: expected a rate, or weekdays, found nothing.',
  ],
  [
    'a day of the week that is none',
    '[MO, WE]',
    '[MO, Wed]',
    'p.yaml, line 6, periods[0].rate.weekdays[1]: expected one of MO, TU, WE, TH, FR, SA, SU (perhaps WE), found “Wed”.',
  ],
  [
    'a share beyond the whole',
    'share: 0.5',
    'share: 1.5',
    'p.yaml, line 8, periods[0].reading.share: expected a number of at most 1, found the number 1.5.',
  ],
  [
    'a threshold of nobody',
    'people: 100',
    'people: 0',
    'p.yaml, line 12, thresholds[0].people: expected a number of more than 0, found the number 0.',
  ],
  [
    'a correlation beyond 1',
    'within-period: 0.3',
    'within-period: 3',
    'p.yaml, line 18, simulation.correlation.within-period: expected a number of at most 1, found the number 3.',
  ],
  [
    'too few draws',
    'draws: 1000',
    'draws: 10',
    'p.yaml, line 15, simulation.draws: expected a number of at least 1000, found the number 10.',
  ],
])('of a whole study, %s is refused with its place', (_, from, to, sentence) => {
  expect(WHOLE).toContain(from)
  const read = readPatternFile('p.yaml', WHOLE.replace(from, to))
  expect(read.ok ? [] : read.mistakes.map((one) => one.sentence)).toEqual([sentence])
})
