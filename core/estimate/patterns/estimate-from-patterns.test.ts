import { valueOf } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { expect, test } from 'vitest'
import { estimateFromPatterns } from './estimate-from-patterns.ts'
import type { PatternRequest } from './pattern-request.ts'
import {
  between,
  CALENDAR,
  claimSaying,
  claimsById,
  every,
  FOUR_WEEKS,
  FOUR_WEEKS_MEAN,
  idOf,
  period,
  requestOf,
  weekly,
} from './testing/pattern-claims.ts'

type Said = Parameters<typeof claimSaying>[1]

const WINDOW = ['2001-01-01', '2001-03-31'] as const
const WHOLE: Said = { window: WINDOW, rate: weekly(1, 2), size: { min: 5, max: 9 } }
const NO_CONTEXT = { contradictions: [], software: 'test' }

function ask(request: PatternRequest, ...claims: readonly Claim[]) {
  return estimateFromPatterns(request, claimsById(...claims), NO_CONTEXT)
}

const onePeriod = (reading = CALENDAR, more: Parameters<typeof requestOf>[1] = {}) =>
  requestOf([period('P1', ['A', 'A', 'A'], reading)], more)

test.each<[string, Said, string]>([
  ['no-window', { rate: weekly(1, 2), size: { min: 5, max: 9 } }, 'Period P1, window claim A'],
  ['window-open', { ...WHOLE, window: ['2001-01-01', null] }, 'open at an end'],
  ['window-unreadable', { ...WHOLE, window: ['2001-02-30', '2001-03-31'] }, '2001-02-30'],
  ['window-upside-down', { ...WHOLE, window: ['2001-03-31', '2001-01-01'] }, 'ends (2001-01-01) before'],
  ['no-rate', { window: WINDOW, size: { min: 5, max: 9 } }, 'Period P1, rate claim A'],
  ['rate-unusable', { ...WHOLE, rate: weekly(0, 2) }, 'an unknown end is not 0'],
  ['rate-unusable', { ...WHOLE, rate: weekly(-1, 2) }, 'above 0'],
  ['rate-unusable', { ...WHOLE, rate: every(0, 10) }, 'above 0'],
  ['rate-unusable', { ...WHOLE, rate: weekly(1, Number.POSITIVE_INFINITY) }, 'two finite numbers'],
  ['rate-unusable', { ...WHOLE, rate: weekly(Number.NaN, 2) }, 'two finite numbers'],
  ['rate-unusable', { ...WHOLE, rate: every(1e-9, 10) }, 'no such rate'],
  ['range-upside-down', { ...WHOLE, rate: weekly(2, 1) }, 'rate claim A'],
  ['no-size', { window: WINDOW, rate: weekly(1, 2) }, 'Period P1, size claim A'],
  ['no-size', { window: WINDOW, rate: weekly(1, 2), quantity: { min: 5, max: 9 } }, 'on each occasion'],
  ['size-unusable', { ...WHOLE, size: { min: -5, max: 9 } }, 'found −5 to 9'],
  ['size-unusable', { ...WHOLE, size: { min: 0, max: 9 } }, 'an unknown end is not 0'],
  ['size-unusable', { ...WHOLE, size: { min: 5, max: Number.POSITIVE_INFINITY } }, 'finite'],
  ['size-too-large', { ...WHOLE, size: { min: 5, max: 1_000_001 } }, '1,000,000'],
  ['range-upside-down', { ...WHOLE, size: { min: 9, max: 5 } }, 'found 9 to 5'],
  ['claim-not-affirmed', { ...WHOLE, polarity: 'denied' }, 'denies it'],
  ['claim-not-affirmed', { ...WHOLE, polarity: 'does-not-know' }, 'does not know'],
  ['window-too-short', { ...WHOLE, window: ['2001-01-01', '2001-01-05'], rate: every(10, 15) }, 'Period P1'],
])('refuses %s, naming the period and the claim', (reason, said, words) => {
  const answer = ask(onePeriod(), claimSaying('A', said))
  expect(answer).toMatchObject({ ok: false, reason })
  expect(answer.ok ? '' : answer.detail).toContain(words)
})

test.each(['window', 'rate', 'size'] as const)('refuses a missing %s claim, naming the period', (part) => {
  const codes: [string, string, string] = [
    part === 'window' ? 'none' : 'A',
    part === 'rate' ? 'none' : 'A',
    part === 'size' ? 'none' : 'A',
  ]
  const answer = ask(requestOf([period('P7', codes, CALENDAR)]), claimSaying('A', WHOLE))
  expect(answer).toMatchObject({ ok: false, reason: 'claim-missing' })
  expect(answer.ok ? '' : answer.detail).toContain(`Period P7, ${part} claim`)
})

test('refuses a period that stands twice, and two whose windows share a day', () => {
  const later = claimSaying('B', { ...WHOLE, window: ['2001-03-31', '2001-06-30'] })
  const twice = requestOf([period('P1', ['A', 'A', 'A'], CALENDAR), period('P1', ['B', 'B', 'B'], CALENDAR)])
  const overlapping = requestOf([
    period('P2', ['B', 'B', 'B'], CALENDAR),
    period('P1', ['A', 'A', 'A'], CALENDAR),
  ])
  expect(ask(twice, claimSaying('A', WHOLE), later)).toMatchObject({ reason: 'period-twice' })
  const answer = ask(overlapping, claimSaying('A', WHOLE), later)
  expect(answer).toMatchObject({ reason: 'periods-overlap' })
  expect(answer.ok ? '' : answer.detail).toContain('P1 (2001-01-01 to 2001-03-31) and P2 (2001-03-31')
})

test('the same three claims under two codes are one pattern told twice, and refused', () => {
  const request = requestOf([
    period('P1', ['A', 'A', 'A'], CALENDAR),
    period('P2', ['A', 'A', 'A'], CALENDAR),
  ])
  expect(ask(request, claimSaying('A', WHOLE))).toMatchObject({ ok: false, reason: 'periods-overlap' })
})

const NAMED = { weeks: 'named-days', rate: 'ends' } as const

test('“Mondays and Wednesdays” are counted in the calendar, whether or not the source says how often a week', () => {
  const window = ['2012-12-01', '2015-12-31'] as const
  const bare = claimSaying('A', { window, size: { min: 20, max: 50 }, weekdays: ['MO', 'WE'] })
  const estimate = valueOf(ask(onePeriod(NAMED), bare))
  expect(estimate.periods[0]?.occasions).toEqual({ min: 322, max: 322 })
  expect(estimate.derivation[1]?.formula).toBe('(161 MO + 161 WE) ÷ 2 × 2 a week')
  expect(estimate.assumptions.map(({ code }) => code)).toContain('reading.named-days')
  const once = claimSaying('A', {
    window,
    rate: weekly(1, 2),
    size: { min: 20, max: 50 },
    weekdays: ['MO', 'WE'],
  })
  expect(valueOf(ask(onePeriod(NAMED), once)).periods[0]?.occasions).toEqual({ min: 161, max: 322 })
})

test.each<[string, Said, string]>([
  ['weekdays-unusable', WHOLE, 'names none'],
  ['weekdays-unusable', { ...WHOLE, weekdays: ['FR'] }, 'up to 2 times a week and names 1'],
  ['no-rate', { ...WHOLE, rate: undefined }, 'how often'],
])('where weekdays are to be counted, refuses %s: %#', (reason, said, words) => {
  const answer = ask(onePeriod(NAMED), claimSaying('A', said))
  expect(answer).toMatchObject({ ok: false, reason })
  expect(answer.ok ? '' : answer.detail).toContain(words)
})

const mixture = (share: number) => ({ weeks: 'four-per-month', rate: 'mixture', share }) as const

test('a mixture has the bounds of all weeks low and all weeks high, and the line and the assumptions say which it is', () => {
  const estimate = valueOf(ask(onePeriod(mixture(0.25)), claimSaying('A', WHOLE)))
  expect(estimate.interval).toEqual({ min: 60, max: 216 })
  expect(estimate.derivation[1]?.formula).toBe(
    '3 months × 4 weeks × 1 to 2 a week (a mixture: 25 % of the weeks with 2, the others with 1)',
  )
  const mixed = estimate.assumptions.find(({ code }) => code === 'reading.mixed-rate')
  expect(mixed?.words.en).toContain('25 % of the weeks')
  expect(mixed?.words.ar).toContain('٢٥٪')
})

test.each([-0.1, 1.1, Number.NaN])('refuses a mixture with a share of %d', (share) => {
  expect(ask(onePeriod(mixture(share)), claimSaying('A', WHOLE))).toMatchObject({ reason: 'share-unusable' })
})

test('windows that only touch are not counted twice', () => {
  const later = claimSaying('B', { ...WHOLE, window: ['2001-04-01', '2001-06-30'] })
  const request = requestOf([
    period('P1', ['A', 'A', 'A'], CALENDAR),
    period('P2', ['B', 'B', 'B'], CALENDAR),
  ])
  expect(ask(request, claimSaying('A', WHOLE), later).ok).toBe(true)
})

test.each([0, -1000, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to round down to %d', (unit) => {
  const answer = ask(onePeriod(CALENDAR, { rounding: { kind: 'down-to', unit } }), claimSaying('A', WHOLE))
  expect(answer).toMatchObject({ ok: false, reason: 'rounding-unusable' })
})

test('refuses a rounding that would publish a known minimum as 0', () => {
  const answer = ask(
    onePeriod(CALENDAR, { rounding: { kind: 'down-to', unit: 1000 } }),
    claimSaying('A', WHOLE),
  )
  expect(answer).toMatchObject({ ok: false, reason: 'rounding-leaves-nothing' })
})

test('refuses a sum beyond exact arithmetic', () => {
  const vast: Said = {
    window: ['1000-01-01', '2999-12-31'],
    rate: { kind: 'times-per', times: { min: 1, max: 1e6 }, per: 'day' },
    size: { min: 1, max: 1e6 },
  }
  expect(ask(onePeriod(), claimSaying('A', vast))).toMatchObject({ ok: false, reason: 'total-too-large' })
})

test('refuses a check that is missing, or gives no number', () => {
  const request = onePeriod(CALENDAR, { checks: [{ claim: idOf('said'), bound: 'min' }] })
  expect(ask(request, claimSaying('A', WHOLE))).toMatchObject({ reason: 'claim-missing' })
  expect(ask(request, claimSaying('A', WHOLE), claimSaying('said', {}))).toMatchObject({
    reason: 'check-without-quantity',
  })
})

test('refuses two alternatives of one name', () => {
  const literal = { code: 'literal', words: { en: 'x' }, reading: CALENDAR }
  const answer = ask(onePeriod(CALENDAR, { alternatives: [literal, literal] }), claimSaying('A', WHOLE))
  expect(answer).toMatchObject({ ok: false, reason: 'alternative-twice' })
})

test('rounds parts of a person outwards, in a line of its own, and says so among the assumptions', () => {
  const estimate = valueOf(ask(onePeriod(), claimSaying('A', WHOLE)))
  expect(estimate.interval).toEqual({ min: 64, max: 232 })
  expect(estimate.derivation.at(-1)).toMatchObject({
    name: 'people',
    kind: 'rounding',
    formula: '64.29 to 231.43, in whole people, outwards',
  })
  expect(estimate.assumptions.map(({ code }) => code)).toContain('reading.whole-people')
})

test.each([
  [FOUR_WEEKS, weekly(1, 2), ['reading.four-week-months', 'reading.rate-ends']],
  [FOUR_WEEKS_MEAN, weekly(1, 2), ['reading.four-week-months', 'reading.mean-rate']],
  [CALENDAR, weekly(1, 1), ['reading.calendar-weeks', 'reading.whole-people']],
  [CALENDAR, every(10, 15), ['reading.rate-ends', 'reading.whole-occasions']],
])(
  'names every convention that it used, after the author’s own assumptions (%o, %o)',
  (reading, rate, codes) => {
    const estimate = valueOf(ask(onePeriod(reading), claimSaying('A', { ...WHOLE, rate })))
    expect(estimate.assumptions.map(({ code }) => code)).toEqual([
      'closed',
      'reading.pattern-throughout',
      'reading.bounds-together',
      ...codes,
    ])
    for (const { words } of estimate.assumptions.slice(1)) expect(words.en && words.ar).toBeTruthy()
  },
)

test('counts a part of a month by its share, says so, and leaves exceptions in', () => {
  const said: Said = { ...WHOLE, window: ['2013-02-01', '2013-02-14'], exceptions: 'not on feast days' }
  const estimate = valueOf(ask(onePeriod(FOUR_WEEKS), claimSaying('A', said)))
  expect(estimate.periods[0]?.occasions).toEqual({ min: 2, max: 4 })
  expect(estimate.assumptions.find(({ code }) => code === 'reading.part-months')?.words.en).toContain('P1:')
  expect(estimate.assumptions.find(({ code }) => code === 'reading.exceptions-left-in')?.words.ar).toContain(
    'A:',
  )
})

test('every line of the derivation names the claims that its numbers come from', () => {
  const claims = [
    claimSaying('W', { window: WINDOW }),
    claimSaying('R', { rate: weekly(1, 1) }),
    claimSaying('S', { size: { min: 5, max: 9 } }),
  ]
  const estimate = valueOf(ask(requestOf([period('P1', ['W', 'R', 'S'], FOUR_WEEKS)]), ...claims))
  expect(estimate.derivation.map(({ name, claims: from }) => [name, from])).toEqual([
    ['P1.window', [idOf('W')]],
    ['P1.occasions', [idOf('W'), idOf('R')]],
    ['P1.size', [idOf('S')]],
    ['P1.subtotal', [idOf('W'), idOf('R'), idOf('S')]],
    ['total', [idOf('W'), idOf('R'), idOf('S')]],
  ])
})

test('a contradiction about the rate, answered or not, gives the figure under the other rate', () => {
  const answered = { ...between('A', 'B', 'rate'), resolution: RESOLVED }
  const claims = claimsById(claimSaying('A', WHOLE), claimSaying('B', { rate: weekly(1, 5) }))
  const estimate = valueOf(
    estimateFromPatterns(onePeriod(FOUR_WEEKS), claims, { contradictions: [answered], software: 'test' }),
  )
  expect(estimate.alternatives).toMatchObject([
    { code: 'B-for-A', interval: { min: 60, max: 3 * 4 * 5 * 9 }, claims: [idOf('B')] },
  ])
})

const RESOLVED = {
  claims: [idOf('A'), idOf('B')] as const,
  prefers: idOf('A'),
  by: 'reviewer',
  reason: 'nearer',
}

test('two that contradict each other and are both read give one alternative each way', () => {
  const claims = claimsById(
    claimSaying('A', WHOLE),
    claimSaying('B', { ...WHOLE, window: ['2002-01-01', '2002-03-31'], size: { min: 6, max: 20 } }),
  )
  const request = requestOf([
    period('P1', ['A', 'A', 'A'], FOUR_WEEKS),
    period('P2', ['B', 'B', 'B'], FOUR_WEEKS),
  ])
  const context = { contradictions: [between('A', 'B', 'quantity')], software: 'test' }
  const estimate = valueOf(estimateFromPatterns(request, claims, context))
  expect(estimate.alternatives.map(({ code }) => code)).toEqual(['B-for-A', 'A-for-B'])
})

test.each([
  ['about polarity: a denial gives no other number', between('A', 'B', 'polarity')],
  ['about a part that is not read from this claim', between('C', 'B', 'size')],
  ['with a claim that may not be used', between('A', 'gone', 'size')],
  ['with a claim that cannot be reckoned with', between('A', 'B', 'window')],
])('there is no alternative for a contradiction %s', (_, contradiction) => {
  const claims = claimsById(claimSaying('A', WHOLE), claimSaying('B', { size: { min: 1, max: 3 } }))
  const context = { contradictions: [contradiction], software: 'test' }
  expect(valueOf(estimateFromPatterns(onePeriod(), claims, context)).alternatives).toEqual([])
})

test('an alternative that was asked for and cannot be reckoned refuses the estimate, by its name', () => {
  const short: Said = { ...WHOLE, window: ['2001-01-01', '2001-01-11'], rate: every(10, 15) }
  const mean = { code: 'mean', words: { en: 'x' }, reading: { weeks: 'calendar', rate: 'mean' } as const }
  const answer = ask(onePeriod(CALENDAR, { alternatives: [mean] }), claimSaying('A', short))
  expect(answer).toMatchObject({ ok: false, reason: 'window-too-short' })
  expect(answer.ok ? '' : answer.detail).toContain('Alternative mean:')
})

test('the digest moves with a claim that is only held against the result', () => {
  const request = onePeriod(CALENDAR, { checks: [{ claim: idOf('said'), bound: 'max' }] })
  const digestWith = (max: number) =>
    valueOf(ask(request, claimSaying('A', WHOLE), claimSaying('said', { quantity: { min: 1, max } }))).digest
  expect(digestWith(300)).not.toBe(digestWith(301))
})

test.each(['2011~', '2010-12/2011-03~', '2011-XX', '201X', '[2010..2012]', '{2010,2012}', '2011S2'])(
  'a window given as %s has no shortest length, and no minimum can rest on it',
  (edtf) => {
    const claim = claimSaying('A', WHOLE)
    const window = { edtf, said: null, earliest: '2010-01-01', latest: '2012-12-31' }
    const widened = { ...claim, pattern: claim.pattern && { ...claim.pattern, window } }
    expect(ask(onePeriod(), widened)).toMatchObject({ ok: false, reason: 'window-uncertain' })
  },
)

test('no occasion is lost to a binary fraction: 33 days hold 30 steps of 1.1 days', () => {
  const claim = claimSaying('A', { ...WHOLE, window: ['2001-01-01', '2001-02-02'], rate: every(1.1, 1.1) })
  expect(ask(onePeriod(), claim)).toMatchObject({
    ok: true,
    value: { periods: [{ occasions: { min: 30, max: 30 } }] },
  })
})
