import { valueOf, type Range } from '@corroborate/base'
import type { Rate } from '@corroborate/claims'
import { test as prop, fc } from '@fast-check/vitest'
import { expect } from 'vitest'
import { daysIn, monthsIn } from './calendar.ts'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import type { Weeks } from './pattern-request.ts'
import { claimSaying, claimsById, period, requestOf } from './testing/pattern-claims.ts'

/** What a person, or a float, may be off by: nothing that could be seen in whole people. */
const HAIR = 1e-6

interface OnePeriod {
  readonly days: readonly [string, string]
  readonly rate: Rate
  readonly size: Range
  readonly weeks: Weeks
}

const dayAt = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
const range = (largest: number): fc.Arbitrary<Range> =>
  fc
    .tuple(fc.integer({ min: 1, max: largest }), fc.integer({ min: 1, max: largest }))
    .map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
const anyRate: fc.Arbitrary<Rate> = fc.oneof(
  range(20).map((days) => ({ kind: 'every' as const, days })),
  fc
    .tuple(range(9), fc.constantFrom('day' as const, 'week' as const, 'month' as const))
    .map(([times, per]) => ({ kind: 'times-per' as const, times, per })),
)
const onePeriod: fc.Arbitrary<OnePeriod> = fc
  .record({
    start: fc.integer({ min: 10_000, max: 20_000 }),
    length: fc.integer({ min: 20, max: 2000 }),
    rate: anyRate,
    size: range(500),
    weeks: fc.constantFrom('calendar' as const, 'four-per-month' as const),
  })
  .map(({ start, length, ...rest }) => ({
    days: [dayAt(start), dayAt(start + length - 1)] as const,
    ...rest,
  }))

function answerTo({ days, rate, size, weeks }: OnePeriod, reading: 'ends' | 'mean' = 'ends') {
  const claims = claimsById(claimSaying('A', { window: days, rate, size }))
  const request = requestOf([period('P1', ['A', 'A', 'A'], { weeks, rate: reading })])
  return valueOf(estimateFromPatterns(request, claims, { contradictions: [], software: 'test' }))
}

/** How many occasions one exact rate gives: written a second time, from the methods page, and not from the code. */
function occasionsAt({ days: [first, last], rate, weeks }: OnePeriod, value: number): number {
  const days = daysIn({ first, last }) ?? 0
  if (rate.kind === 'every') return Math.floor(days / value)
  if (rate.per === 'day') return days * value
  if (rate.per === 'month') return monthsIn({ first, last }) * value
  return (weeks === 'calendar' ? days / 7 : monthsIn({ first, last }) * 4) * value
}

const within = (inner: Range, share: number) => inner.min + share * (inner.max - inner.min)
const share = fc.double({ min: 0, max: 1, noNaN: true })

prop.prop([onePeriod, share, share])(
  'the result holds every product of values inside the ranges',
  (given, r, s) => {
    const said = given.rate.kind === 'every' ? given.rate.days : given.rate.times
    const people = occasionsAt(given, within(said, r)) * within(given.size, s)
    const { interval } = answerTo(given)
    expect(interval.min).toBeLessThanOrEqual(people + HAIR)
    expect(interval.max).toBeGreaterThanOrEqual(people - HAIR)
  },
)

prop.prop([onePeriod, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 30 })])(
  'widening an input never narrows the result',
  (given, by, days) => {
    const wider = (inner: Range): Range => ({ min: Math.max(1, inner.min - by), max: inner.max + by })
    const rate: Rate =
      given.rate.kind === 'every'
        ? { ...given.rate, days: wider(given.rate.days) }
        : { ...given.rate, times: wider(given.rate.times) }
    const before = answerTo(given).interval
    const after = answerTo({ ...given, rate, size: wider(given.size) }).interval
    expect(after.min).toBeLessThanOrEqual(before.min)
    expect(after.max).toBeGreaterThanOrEqual(before.max)
    const longer = dayAt(Date.parse(given.days[1]) / 86_400_000 + days)
    expect(answerTo({ ...given, days: [given.days[0], longer] }).interval.max).toBeGreaterThanOrEqual(
      before.max,
    )
  },
)

prop.prop([onePeriod])('the mean of a rate lies inside what its two ends give', (given) => {
  const [mean, ends] = [answerTo(given, 'mean').interval, answerTo(given).interval]
  expect(mean.min).toBeGreaterThanOrEqual(ends.min)
  expect(mean.max).toBeLessThanOrEqual(ends.max)
})

prop.prop([onePeriod])('every number that leaves is finite, whole and in order', (given) => {
  const { interval, published, derivation } = answerTo(given)
  for (const result of [interval, published.range])
    expect(Object.values(result).every(Number.isInteger)).toBe(true)
  for (const { result } of derivation) {
    expect(Number.isFinite(result.min) && Number.isFinite(result.max)).toBe(true)
    expect(result.min).toBeLessThanOrEqual(result.max)
  }
})

prop.prop([onePeriod])('the same input gives the same digest and the same bytes', (given) => {
  expect(JSON.stringify(answerTo(given))).toBe(JSON.stringify(answerTo(structuredClone(given))))
})

prop.prop([onePeriod])('another group size gives another digest', (given) => {
  const size = { min: given.size.min, max: given.size.max + 1 }
  expect(answerTo({ ...given, size }).digest).not.toBe(answerTo(given).digest)
})
