import { existsSync, readFileSync } from 'node:fs'
import { fc, test as laws } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { derivedId, diceFrom, ok, valueOf } from '@corroborate/base'
import type { Overlap } from '../overlap.ts'
import { combineReplicates, replicateFromInterval, replicateOf } from './combine-replicates.ts'
import { imputeLabels } from './impute-labels.ts'
import { combineOverPeople, missedMatches, weakenLinks } from './re-estimate.ts'
import { sumOfIntervals, sumOverStrata } from './sum-over-strata.ts'

const REFERENCE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
interface Published {
  readonly replicate_combination: {
    readonly reproduced_here: Readonly<Record<'N_025' | 'N_mean' | 'N_975' | 'df' | 'W' | 'B', number>>
    readonly replicates: readonly Readonly<
      Record<'n_obs' | 'mean_n0' | 'mean_log_n0' | 'var_log_n0', number>
    >[]
  }
}

describe('answers on completed data sets', () => {
  const there = existsSync(REFERENCE)
  if (!there) console.warn('skipped: the reference tables are not beside this project (../shared/mse)')
  test.skipIf(!there)('combine to the figures that verdata publishes for Colombia', () => {
    const { replicate_combination: published } = JSON.parse(readFileSync(REFERENCE, 'utf8')) as Published
    const replicates = published.replicates.map((one) => ({
      observed: one.n_obs,
      meanUnseen: one.mean_n0,
      meanLog: one.mean_log_n0,
      varianceLog: one.var_log_n0,
    }))
    const combined = valueOf(combineReplicates(replicates, { level: 0.95 }))
    const { N_025, N_mean, N_975, df, W, B } = published.reproduced_here
    expect(combined).toMatchObject({ point: N_mean, interval: { min: N_025, max: N_975 }, cautions: [] })
    // The reference prints seven digits.
    expect(Math.abs(combined.df / df - 1)).toBeLessThan(1e-6)
    expect(Math.abs(combined.within / W - 1)).toBeLessThan(1e-6)
    expect(Math.abs(combined.between / B - 1)).toBeLessThan(1e-6)
  })

  const one = replicateOf(100, [40, 50, 60])
  test('of which there is one are refused, and of which there are few come with a warning', () => {
    expect(combineReplicates([one], { level: 0.95 })).toMatchObject({ reason: 'one-replicate' })
    const nine = valueOf(
      combineReplicates(
        Array.from({ length: 9 }, () => one),
        { level: 0.95 },
      ),
    )
    expect(nine.cautions).toEqual([{ code: 'few-replicates', args: { replicates: 9 } }])
    expect(combineReplicates([one, replicateOf(100, [])], { level: 0.95 })).toMatchObject({
      reason: 'replicate-unusable',
      detail: /^Replicate 2 /,
    })
  })

  test('take a draw of nobody as a tenth of a person', () => {
    const { meanLog, meanUnseen, varianceLog } = replicateOf(7, [0, 0, 0])
    expect([meanLog, meanUnseen, varianceLog]).toEqual([
      expect.closeTo(Math.log(0.1), 12),
      0,
      expect.closeTo(0, 12),
    ])
  })

  test('that all say the same give the interval that each of them has', () => {
    const given = { point: 500, interval: { min: 300, max: 900 }, level: 0.95 }
    const same = Array.from({ length: 10 }, () => replicateFromInterval(100, given))
    expect(valueOf(combineReplicates(same, { level: 0.95 }))).toMatchObject({
      point: 500,
      interval: given.interval,
    })
  })

  laws.prop([
    fc.array(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 20 }), { minLength: 2 }),
  ])('are never combined to fewer people than are known', (draws) => {
    const combined = valueOf(
      combineReplicates(
        draws.map((some) => replicateOf(30, some)),
        { level: 0.95 },
      ),
    )
    expect(combined.interval.min).toBeGreaterThanOrEqual(30)
    expect(combined.point).toBeGreaterThanOrEqual(30)
  })
})

describe('strata', () => {
  const dice = diceFrom('strata')
  const draws = (from: number) => Float64Array.from({ length: 2000 }, (_, i) => from + (i % 100))

  test('add up to an interval that is narrower than the sum of intervals', () => {
    const total = valueOf(
      sumOverStrata(
        ['n', 's', 'w'].map((name) => ({ name, observed: 50, draws: draws(100) })),
        { level: 0.95, dice },
      ),
    )
    // Three uniforms on 0…99: mean 148.5, standard deviation 50.
    expect(total.observed).toBe(150)
    expect(Math.abs(total.point - 448.5)).toBeLessThan(4)
    expect(total.interval.max - total.interval.min).toBeLessThan(3 * 95 * 0.75)
    expect(total.atLeast).toBe(false)
  })

  test('without an answer add those who are known, and the total is said to be a lower bound', () => {
    const total = valueOf(
      sumOverStrata(
        [
          { name: 'n', observed: 50, draws: Float64Array.of(100, 100) },
          { name: 's', observed: 7, draws: null },
        ],
        { level: 0.95, dice },
      ),
    )
    expect(total).toMatchObject({ point: 107, interval: { min: 107, max: 107 }, atLeast: true })
    expect(total.cautions).toEqual([{ code: 'stratum-without-answer', args: { stratum: 's', observed: 7 } }])
    expect(sumOverStrata([{ name: 's', observed: 7, draws: null }], { level: 0.95, dice })).toMatchObject({
      reason: 'no-stratum-answers',
    })
  })

  test('of the same seed give the same total', () => {
    const strata = [draws(100), draws(20)].map((some, at) => ({ name: `s${at}`, observed: 1, draws: some }))
    const total = () => valueOf(sumOverStrata(strata, { level: 0.8, dice: diceFrom('same') }))
    expect(total()).toEqual(total())
  })

  test('with intervals alone add their distances in squares, each side by itself', () => {
    const both = [
      { point: 100, interval: { min: 97, max: 130 } },
      { point: 50, interval: { min: 46, max: 90 } },
    ]
    expect(sumOfIntervals(both)).toEqual({ point: 150, interval: { min: 145, max: 200 } })
  })
})

describe('missing labels', () => {
  const person = (mask: number, label: string | null) => ({ mask, labels: [label] })
  const many = (count: number, mask: number, label: string | null) =>
    Array.from({ length: count }, () => person(mask, label))
  const of = (...people: readonly ReturnType<typeof person>[]) => ({
    ...{ lists: ['A', 'B'], divisions: ['town'], people, cautions: [] },
  })

  test('are lent by people on the same lists, in their shares', () => {
    const people = of(...many(30, 1, 'N'), ...many(10, 1, 'S'), ...many(40, 2, 'W'), ...many(400, 1, null))
    const replicates = valueOf(imputeLabels(people, { replicates: 200, dice: diceFrom('lend') }))
    expect(replicates).toHaveLength(200)
    const share = (label: string) =>
      replicates
        .map((one) => one.people.slice(80).filter(({ labels }) => labels[0] === label).length / 400)
        .reduce((sum, value) => sum + value / 200, 0)
    // One replicate's share has the standard deviation √(3/16/40 + 3/16/400) = 0.072: donors redrawn, then lending; of 200, 0.0051.
    expect(Math.abs(share('N') - 0.75)).toBeLessThan(4 * 0.0051)
    expect(share('W')).toBe(0)
    const spread = replicates.map(
      (one) => one.people.slice(80).filter(({ labels }) => labels[0] === 'N').length,
    )
    const deviation = Math.sqrt(
      spread.reduce((sum, count) => sum + (count / 400 - share('N')) ** 2, 0) / (spread.length - 1),
    )
    // Were the donors not redrawn it would be 0.022.
    expect(deviation).toBeGreaterThan(0.06)
  })

  test('are lent by those on the lists most alike where nobody is on the same, and what is known of a person stays', () => {
    const people = of(person(1, 'N'), person(3, null), person(2, 'N'))
    for (const { people: done } of valueOf(imputeLabels(people, { replicates: 10, dice: diceFrom(1) })))
      expect(done.map(({ labels }) => labels)).toEqual([['N'], ['N'], ['N']])
    expect(imputeLabels(of(person(1, null)), { replicates: 2, dice: diceFrom(1) })).toMatchObject({
      reason: 'no-donor',
    })
  })
})

describe('doubt about who is who', () => {
  const chapman = (overlap: Overlap) => {
    const at = (mask: number) => overlap.cells.find((cell) => cell.mask === mask)?.count ?? 0
    const [first, second, both] = [at(1) + at(3), at(2) + at(3), at(3)]
    const point = ((first + 1) * (second + 1)) / (both + 1) - 1
    const interval = { min: overlap.observed, max: Math.ceil(2 * point) }
    return ok({ method: 'chapman' as const, point, interval, level: 0.95, cautions: [] })
  }
  const [a, b] = [derivedId('list', 'A'), derivedId('list', 'B')]
  const lists = [a, b].map((id, at) => ({
    ...{ id, code: at === 0 ? 'A' : 'B', columns: ['name'] },
    rows: Array.from({ length: 100 }, (_, row) => [String(row)]),
  }))
  const links = Array.from({ length: 50 }, (_, at) =>
    [a, b].map((list) => ({ list, row: at + 1, person: `p${at}`, draw: null })),
  ).flat()

  test('missed matches push the answer up, and by how much is shown', () => {
    const weakened = weakenLinks(
      { lists, links, strata: [] },
      { shares: [0, 0.1, 0.2, 1], goes: 40, dice: diceFrom('missed') },
    )
    const told = missedMatches(weakened, chapman)
    expect(told[0]).toEqual({ share: 0, goes: 40, answered: 40, observed: 150, point: (101 * 101) / 51 - 1 })
    // Each of 50 matches is undone with chance 0.1: 5 more people with a standard deviation of 2.1; of 40 goes, 0.34.
    expect(Math.abs((told[1]?.observed ?? 0) - 155)).toBeLessThan(4 * 0.34)
    expect(told.map(({ point }) => point)).toEqual(
      told.map(({ point }) => point).toSorted((x, y) => (x ?? 0) - (y ?? 0)),
    )
    expect(told[3]).toMatchObject({ observed: 200, point: 101 * 101 - 1 })
  })

  test('draws of a linkage combine, and a draw without an answer is left out and said', () => {
    const people = [40, 45, 50, 55, 60].map((both) => ({
      ...{ lists: ['A', 'B'], divisions: [], cautions: [] },
      people: [
        ...Array.from({ length: both }, () => ({ mask: 3, labels: [] })),
        ...Array.from({ length: 100 - both }, () => ({ mask: 1, labels: [] })),
        ...Array.from({ length: 100 - both }, () => ({ mask: 2, labels: [] })),
      ],
    }))
    const how = { level: 0.95, dice: diceFrom('draws'), stratum: null }
    const estimate = (overlap: Overlap) =>
      overlap.observed === 160
        ? { ok: false as const, reason: 'no-maximum' as const, detail: 'Said for the test.' }
        : ok(replicateFromInterval(overlap.observed, valueOf(chapman(overlap))))
    const combined = valueOf(combineOverPeople(people, { ...how, estimate }))
    expect(combined.replicates).toBe(4)
    expect(combined.between).toBeGreaterThan(0)
    expect(combined.cautions.map(({ code }) => code)).toEqual(['few-replicates', 'replicates-without-answer'])
    const never = () => ({ ok: false as const, reason: 'no-maximum' as const, detail: 'Said for the test.' })
    expect(combineOverPeople(people, { ...how, estimate: never })).toMatchObject({
      reason: 'replicates-without-answer',
    })
  })
})
