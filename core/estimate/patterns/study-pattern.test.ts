import { valueOf, type Range } from '@corroborate/base'
import { expect, test } from 'vitest'
import type { PatternEstimate } from '../estimate.ts'
import { digestOfStudy } from './estimate-digest.ts'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import type { PatternRequest } from './pattern-request.ts'
import { studyPattern, withStudy, type StudyContext } from './study-pattern.ts'
import {
  claimSaying,
  claimsById,
  every,
  FOUR_WEEKS_MEAN,
  idOf,
  period,
  requestOf,
  weekly,
} from './testing/pattern-claims.ts'
import { ONE_ORIGIN, SAYDNAYA, saydnaya, UNIFORM } from './testing/saydnaya.ts'

const CONTEXT: StudyContext = { contradictions: [], origins: ONE_ORIGIN, software: 'test' }
const SMALL = { ...UNIFORM, draws: 1_000 }

const study = (more: Partial<PatternRequest>, context = CONTEXT, claims = SAYDNAYA) =>
  studyPattern(saydnaya(more), claims, context)

test('every result travels with assumptions, seed, digest and software', () => {
  const done = valueOf(study({ simulation: SMALL }))
  expect(done.assumptions.map(({ code }) => code)).toEqual(
    expect.arrayContaining([
      'closed',
      'simulation.four-dependences',
      'simulation.correlation',
      'simulation.spread-size',
    ]),
  )
  for (const { words } of done.assumptions.slice(1)) expect(words.en && words.ar).toBeTruthy()
  expect(done).toMatchObject({ seed: 20170207, software: 'test' })
  expect(done.digest).toMatch(/^[0-9a-f]{64}$/)
})

test('without a simulation nothing is drawn, and there is no seed', () => {
  const done = valueOf(study({}))
  expect(done.seed).toBeNull()
  expect(done.readings[0]).toMatchObject({ simulation: null, sobol: null })
})

test('the same request gives the same bytes; another seed or another origin another digest', () => {
  const first = valueOf(study({ simulation: SMALL }))
  expect(JSON.stringify(valueOf(study({ simulation: SMALL })))).toBe(JSON.stringify(first))
  expect(valueOf(study({ simulation: { ...SMALL, seed: 1 } })).digest).not.toBe(first.digest)
  expect(valueOf(study({ simulation: SMALL }, { ...CONTEXT, origins: new Map() })).digest).not.toBe(
    first.digest,
  )
})

test('a study goes with the estimate that it was made of, and with no other', () => {
  const request = saydnaya({ simulation: SMALL })
  const done = valueOf(study({ simulation: SMALL }))
  const estimate = valueOf(estimateFromPatterns(request, SAYDNAYA, CONTEXT))
  const current = (asked: PatternRequest) =>
    digestOfStudy(asked, SAYDNAYA, { origins: ONE_ORIGIN, estimateDigest: estimate.digest })
  expect(estimate.study).toBeNull()
  expect(valueOf(withStudy(estimate, done, current(request))).study).toBe(done)
  const reseeded = current({ ...request, simulation: { ...SMALL, seed: 2 } })
  expect(withStudy(estimate, done, reseeded)).toMatchObject({ reason: 'study-out-of-date' })
})

test('every reading that was asked for is studied beside the first', () => {
  const alternatives = [{ code: 'published', words: { en: 'x' }, reading: FOUR_WEEKS_MEAN }]
  const shares: number[] = []
  const watch = (share: number) => shares.push(share)
  const { readings } = valueOf(study({ alternatives, simulation: SMALL }, { ...CONTEXT, watch }))
  expect(readings.map(({ alternative, interval }) => [alternative, interval])).toEqual([
    [null, { min: 4230, max: 18719 }],
    ['published', { min: 5383, max: 13480 }],
  ])
  expect(shares).toEqual([0.5, 1])
})

test('the tornado moves a claim in every period that reads it, the widest first, inside the bounds', () => {
  const { tornado, interval } = valueOf(study({})).readings[0]
  expect(tornado.bars.map(({ input }) => [input.code, input.part, input.periods])).toEqual([
    ['F03', 'size', ['P2', 'P3']],
    ['M3', 'rate', ['P3']],
    ['M1', 'size', ['P1']],
    ['M1', 'rate', ['P1']],
  ])
  expect(tornado.bounds).toEqual(interval)
  for (const { moves, ifKnown } of tornado.bars)
    for (const range of [moves, ifKnown]) {
      expect(range.min).toBeGreaterThanOrEqual(interval.min)
      expect(range.max).toBeLessThanOrEqual(interval.max)
    }
  // 9 × 13.5 + (335 ÷ 7 + 1126 ÷ 7 × 1.5) × 35
  expect(tornado.middle).toBeCloseTo(9 * 13.5 + (335 / 7 + (1126 / 7) * 1.5) * 35, 9)
})

test('says what one would have to believe, or that nothing in the range does it', () => {
  const thresholds = [
    { side: 'under', people: 5_000 },
    { side: 'over', people: 13_000 },
    { side: 'under', people: 4_000 },
    { side: 'under', people: 6_000 },
  ] as const
  const { breakEven } = valueOf(study({ thresholds })).readings[0]
  const [under, over, never, six] = breakEven
  expect(under?.alone.map(({ does }) => does)).toEqual(Array.from({ length: 4 }, () => 'no-value'))
  expect(under?.together.does).toBe('part')
  expect(over?.alone.find(({ input }) => input.code === 'F03')).toMatchObject({ does: 'part' })
  expect(never?.together).toEqual({ does: 'no-value', place: null })
  // 9 × 13.5 + (335 ÷ 7 + 1126 ÷ 7 × 1.5) × size = 6,000
  const size = (6_000 - 9 * 13.5) / (335 / 7 + (1126 / 7) * 1.5)
  const belief = six?.alone.find(({ input }) => input.code === 'F03')
  expect(belief?.value).toBeCloseTo(size, 9)
  expect(belief?.words.en).toBe(
    `To be under 6,000 with all else at the middle, one would have to believe that F03 means less than ${size.toFixed(2)} people each time; it says 20 to 50.`,
  )
  expect(belief?.words.ar).toContain('٦٬٠٠٠')
})

test('an interval between occasions has to be longer, not shorter, for fewer people', () => {
  const claims = claimsById(
    claimSaying('A', {
      window: ['2001-01-01', '2001-12-31'],
      rate: every(5, 20),
      size: { min: 10, max: 10 },
    }),
  )
  const request = { ...requestOf([period('P1', ['A', 'A', 'A'], FOUR_WEEKS_MEAN)]) }
  const ends = { ...request.periods[0], reading: { weeks: 'calendar', rate: 'ends' } } as const
  const done = valueOf(
    studyPattern(
      { ...request, periods: [ends], thresholds: [{ side: 'under', people: 305 }] },
      claims,
      CONTEXT,
    ),
  )
  const [belief] = done.readings[0].breakEven[0]?.alone ?? []
  // 31 occasions of 10 fit while an interval is at most 365 ÷ 31 days long.
  expect(belief?.value).toBeCloseTo(365 / 31, 5)
  expect(belief?.words.en).toContain('more than 11.77 days between occasions')
})

test('without the one origin nothing remains', () => {
  expect(valueOf(study({})).withoutOrigins).toMatchObject([
    { origin: 'S7', leaves: 'nothing', interval: null, words: { en: 'Without S7 nothing remains.' } },
  ])
})

test('without an origin, what rests on it alone falls: a period, or a range that others replace', () => {
  const origins = new Map([
    [idOf('M1'), ['S1']],
    [idOf('M2'), ['S2', 'S3']],
    [idOf('M3'), ['S3']],
    [idOf('F03'), ['S7']],
    [idOf('F18'), ['S8']],
  ])
  const witnesses = (['P2', 'P3'] as const).map((code) => ({
    ...{ period: code, part: 'size' as const, pool: false },
    claims: [
      { claim: idOf('F03'), weight: 1 },
      { claim: idOf('F18'), weight: 1 },
    ],
  }))
  const without = valueOf(study({ witnesses }, { ...CONTEXT, origins })).withoutOrigins
  expect(without.map(({ origin, leaves, interval, lost }) => [origin, leaves, interval, lost])).toEqual([
    ['S1', 'fewer-periods', { min: 4174, max: 18479 }, ['P1']],
    ['S2', 'the-same', { min: 4230, max: 18719 }, []],
    ['S3', 'fewer-periods', { min: 1013, max: 2633 }, ['P3']],
    ['S7', 'another-range', { min: 4230, max: 22415 }, []],
  ])
  expect(without[0]?.words.en).toBe(
    'Without S1 nothing can be said about P1; over what is left the range is 4,174 to 18,479.',
  )
})

test('witnesses who have nothing in common are shown with their hull, and it is said', () => {
  const claims = claimsById(...SAYDNAYA.values(), claimSaying('F20', { size: { min: 70, max: 80 } }))
  const witnesses = [
    {
      ...{ period: 'P3', part: 'size' as const, pool: true },
      claims: [
        { claim: idOf('F03'), weight: 3 },
        { claim: idOf('F20'), weight: 1 },
      ],
    },
  ]
  const [combined] = valueOf(study({ witnesses }, CONTEXT, claims)).witnesses
  expect(combined).toMatchObject({
    hull: { min: 20, max: 80 },
    common: null,
    interval: { withCommon: null },
    pooled: { mean: 0.75 * 35 + 0.25 * 75 },
  })
  expect(combined?.words.en).toContain('No number fits all of the witnesses')
  expect(combined?.pooled?.assumptions.map(({ code }) => code)).toEqual([
    'pool.linear',
    'pool.uniform',
    'pool.weights',
  ])
})

test('a pool of claims that go back to one origin says that it hears one voice twice', () => {
  const claims = [idOf('F03'), idOf('F18')].map((claim) => ({ claim, weight: 1 }))
  const [combined] = valueOf(
    study({ witnesses: [{ period: 'P3', part: 'size', pool: true, claims }] }),
  ).witnesses
  expect(combined?.common).toEqual({ min: 20, max: 50 })
  expect(combined?.pooled?.assumptions.map(({ code }) => code)).toContain('pool.one-origin')
})

const UNTIL = {
  ...{ code: 'on', period: 'P3', until: '2017-02-07' },
  assumptions: [{ code: 'no-reason-to-stop', words: { en: 'Nothing is known that would have ended it.' } }],
} as const

test('a projection is hypothetical, stands beside the estimate and cannot be taken for one', () => {
  const done = valueOf(study({ projections: [UNTIL] }))
  const [projection] = done.projections
  expect(projection).toMatchObject({
    kind: 'projection',
    hypothetical: true,
    beyond: { first: '2016-01-01', last: '2017-02-07' },
    ifContinued: { min: 1154, max: 5772 },
  })
  expect(projection?.assumptions.map(({ code }) => code)).toEqual(['no-reason-to-stop', 'projection.goes-on'])
  expect(projection?.words.en).toMatch(/^Hypothetical: had the pattern/)
  expect(projection?.words.ar).toMatch(/^افتراضي/)
  expect(done.readings[0].interval).toEqual(valueOf(study({})).readings[0].interval)
  // @ts-expect-error what would have been is no interval of an estimate
  const taken: Pick<PatternEstimate, 'interval'> | undefined = projection
  // @ts-expect-error nor is it a range that could be added up
  const added: Range | undefined = projection
  expect([taken, added]).toEqual([projection, projection])
})

const weights = (weight: number) => ({
  ...UNIFORM.spreads,
  size: { kind: 'claims' as const, claims: [{ claim: idOf('F03'), weight }] },
})
const shaped = (kind: 'triangular' | 'pert', mode: number) => ({
  simulation: { ...SMALL, inPeriods: [{ period: 'P3', rate: UNIFORM.spreads.rate, size: { kind, mode } }] },
})
const two = [idOf('F03'), idOf('F18')].map((claim) => ({ claim, weight: 1 }))
const witness = (more: object) => ({
  witnesses: [{ period: 'P3', part: 'size' as const, pool: true, claims: two, ...more }],
})

test.each<[string, Partial<PatternRequest>, string]>([
  ['draws-unusable', { simulation: { ...SMALL, draws: 0 } }, 'found 0'],
  ['draws-unusable', { simulation: { ...SMALL, draws: 1e9 } }, 'found 1000000000'],
  ['draws-unusable', { simulation: { ...SMALL, draws: 1000.5 } }, 'whole number'],
  ['draws-unusable', { simulation: { ...SMALL, draws: Number.NaN } }, 'found NaN'],
  ['seed-unusable', { simulation: { ...SMALL, seed: 0.5 } }, 'whole number'],
  [
    'correlation-unusable',
    { simulation: { ...SMALL, correlation: { withinPeriod: 1.1, betweenPeriods: 0 } } },
    '1.1',
  ],
  [
    'correlation-unusable',
    { simulation: { ...SMALL, correlation: { withinPeriod: 0, betweenPeriods: -0.1 } } },
    '-0.1',
  ],
  [
    'correlation-unusable',
    { simulation: { ...SMALL, correlation: { withinPeriod: Number.NaN, betweenPeriods: 0 } } },
    'NaN',
  ],
  ['mode-outside-range', shaped('triangular', 51), 'Period P3, size claim F03'],
  ['mode-outside-range', shaped('pert', 19), 'from 20 to 50'],
  [
    'mode-outside-range',
    {
      simulation: {
        ...SMALL,
        spreads: { ...SMALL.spreads, rate: { along: 'rate', shape: { kind: 'pert', mode: 3 } } },
      },
    },
    'Period P1, rate claim M1',
  ],
  ['weights-unusable', { simulation: { ...SMALL, spreads: weights(0) } }, 'above 0'],
  ['weights-unusable', { simulation: { ...SMALL, spreads: weights(Number.POSITIVE_INFINITY) } }, 'above 0'],
  ['period-unknown', { simulation: { ...SMALL, inPeriods: [{ ...SMALL.spreads, period: 'P9' }] } }, 'P9'],
  [
    'period-twice',
    {
      simulation: {
        ...SMALL,
        inPeriods: [
          { ...SMALL.spreads, period: 'P1' },
          { ...SMALL.spreads, period: 'P1' },
        ],
      },
    },
    'P1 twice',
  ],
  ['threshold-unusable', { thresholds: [{ side: 'under', people: 0 }] }, 'found 0'],
  ['threshold-unusable', { thresholds: [{ side: 'under', people: Number.NaN }] }, 'found NaN'],
  ['witnesses-too-few', witness({ claims: two.slice(1) }), 'two claims at least'],
  ['witness-twice', witness({ claims: [two[0], two[0]] }), 'F03 stands twice'],
  ['weights-unusable', witness({ claims: two.map((one) => ({ ...one, weight: -1 })) }), 'above 0'],
  ['period-unknown', witness({ period: 'P9' }), 'P9'],
  [
    'claim-missing',
    witness({ claims: [two[0], { claim: idOf('gone'), weight: 1 }] }),
    'Period P3, size claim',
  ],
  ['no-size', witness({ claims: [two[0], { claim: idOf('M3'), weight: 1 }] }), 'M3'],
  [
    'rate-unusable',
    witness({
      part: 'rate',
      claims: [
        { claim: idOf('M3'), weight: 1 },
        { claim: idOf('M1'), weight: 1 },
      ],
    }),
    'another unit',
  ],
  ['projection-unusable', { projections: [{ ...UNTIL, until: '2015-12-31' }] }, 'nothing to project'],
  ['projection-unusable', { projections: [{ ...UNTIL, until: '2016-02-30' }] }, 'no day of the calendar'],
  ['period-unknown', { projections: [{ ...UNTIL, period: 'P9' }] }, 'P9'],
  ['window-too-short', { projections: [{ ...UNTIL, period: 'P1', until: '2016-01-03' }] }, 'Projection on:'],
])('refuses %s (%#), saying what is wrong', (reason, more, words) => {
  const answer = study(more)
  expect(answer).toMatchObject({ ok: false, reason })
  expect(answer.ok ? '' : answer.detail).toContain(words)
})

test('a mixture that would have to be followed over too many intervals is not drawn', () => {
  const claims = claimsById(
    claimSaying('A', { window: ['1990-01-01', '2009-12-31'], rate: every(1, 2), size: { min: 1, max: 2 } }),
    claimSaying('B', {
      window: ['1990-01-01', '2009-12-31'],
      rate: weekly(1, 1e6),
      size: { min: 1, max: 2 },
    }),
  )
  const reading = { weeks: 'calendar', rate: 'mixture', share: 0.5 } as const
  for (const code of ['A', 'B']) {
    const request = { ...requestOf([period('P1', [code, code, code], reading)]), simulation: SMALL }
    expect(studyPattern(request, claims, CONTEXT)).toMatchObject({ ok: false, reason: 'occasions-too-many' })
  }
})
