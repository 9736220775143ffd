import { existsSync, readFileSync } from 'node:fs'
import { valueOf } from '@corroborate/base'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { exp, logFactorial, log } from '../../numerics/elementary.ts'
import { glmOf } from '../loglinear/testing/as-glm.ts'
import type { Overlap } from '../overlap.ts'
import { overlaps, relabelled } from '../testing/overlaps.ts'
import { overlapFrom, referenceFor, referenceTables } from '../testing/reference-tables.ts'
import { answerByChao, answerByHeterogeneity } from './capture-answers.ts'
import { bendColumn, designOf, one, reachColumns, tailColumn, TAILS } from './capture-columns.ts'
import { captureModels, fitChao } from './capture-models.ts'
import { fitDensePoisson, type DenseDesign } from './dense-poisson.ts'

const REFERENCE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const tables = referenceTables(existsSync(REFERENCE) ? readFileSync(REFERENCE, 'utf8') : null)

interface ClosedpRow {
  readonly _row: string
  readonly abundance: number
  readonly stderr: number
  readonly deviance: number
  readonly df: number
  readonly AIC: number
  readonly BIC: number
  readonly infoFit: number
}

function apart(found: number, known: number): number {
  return Math.abs(found / known - 1)
}

/** Rows that Rcapture says are sound (infoFit 0) and that are not. */
const UNSOUND: Readonly<Record<string, readonly string[]>> = {
  // Nobody is on three lists: the tail runs to minus infinity and the answer to those observed; glm stopped on the way at 96.00000004.
  artificial3: ['Mh Gamma3.5', 'Mth Gamma3.5'],
  // New people rise from list to list, so that the row never ends: -463 and the like.
  spina3: ['Mbh'],
}

const rows = referenceFor(tables, 'closedp').flatMap(({ table, overlap, entry }) =>
  (entry.results as readonly ClosedpRow[])
    .filter((row) => row.infoFit === 0 && !(UNSOUND[table] ?? []).includes(row._row))
    .map((row) => ({ table, overlap, row, model: row._row })),
)

describe('agrees with Rcapture::closedp.t', () => {
  check.each(rows)('on $table, $model', ({ overlap, row, model }) => {
    const found = captureModels(overlap).find(({ name }) => name === model)
    if (found?.fit.ok !== true) throw new Error(`${model} was refused`)
    const fit = found.fit.value
    expect(apart(fit.estimate, row.abundance)).toBeLessThan(1e-6)
    expect(apart(fit.deviance, row.deviance)).toBeLessThan(1e-6)
    expect(apart(fit.aic, row.AIC)).toBeLessThan(1e-6)
    expect(apart(fit.bic, row.BIC)).toBeLessThan(1e-6)
    expect(fit.degrees).toBe(row.df)
    // glm's own standard error, from the weights of the step before its last, is what the reference prints; ours is at the maximum.
    const design = designAgain(overlap, model, fit.spread.length)
    if (design !== null) {
      expect(apart(standardErrorAsGlm(design), row.stderr)).toBeLessThan(1e-6)
      expect(apart(fit.standardError, row.stderr)).toBeLessThan(5e-4)
    } else if (model === 'Mb') expect(apart(fit.standardError, row.stderr)).toBeLessThan(1e-5)
  })
})

/** The design of a model whose unseen are its intercept; null for the others. */
function designAgain(overlap: Overlap, model: string, bends: number): DenseDesign | null {
  if (model.startsWith('Mb')) return null
  const plain = [one, ...reachColumns(overlap, model.startsWith('Mt') ? 'each-its-own' : 'all-alike')]
  const tail = TAILS.find((each) => model.endsWith(each))
  if (tail !== undefined) return designOf(overlap, [...plain, tailColumn(tail)])
  // Which bends were left out is not told; where none or all were, the design is known.
  const lists = overlap.lists.length
  if (bends !== 0 && bends !== lists - 2) return null
  return designOf(overlap, [...plain, ...Array.from({ length: bends }, (_, at) => bendColumn(at + 3))])
}

function standardErrorAsGlm({ counts, columns }: DenseDesign): number {
  const { intercept, variance } = glmOf(
    counts,
    Array.from(counts, (_, at) => columns.map((column) => column[at] ?? NaN)),
  )
  const unseen = exp(intercept)
  return Math.sqrt(unseen + unseen * unseen * variance)
}

const ARTIFICIAL = overlapFrom({
  lists: ['A', 'B', 'C'],
  cells: { '100': 40, '010': 30, '001': 20, '110': 6 },
})

check('a tail that runs away is refused, where Rcapture prints a number that glm stopped at', () => {
  const refused = captureModels(ARTIFICIAL).flatMap(({ name, fit }) => (fit.ok ? [] : [[name, fit.reason]]))
  expect(refused).toEqual(
    ['Mh', 'Mth'].flatMap((reach) => TAILS.map((tail) => [`${reach} ${tail}`, 'no-maximum'])),
  )
})

check(
  'the standard error of Mbh is that of the removal method in closed form, and not what Rcapture prints',
  () => {
    // Seber 1982, section 7.2: 30 then 20 new people give a variance of 30² 20² 50 / 10⁴; Rcapture prints 42.588.
    const mbh = captureModels(ARTIFICIAL).find(({ name }) => name === 'Mbh')
    expect(mbh?.fit).toMatchObject({ ok: true })
    if (mbh?.fit.ok !== true) return
    expect(mbh.fit.value.estimate).toBeCloseTo(46 + 30 ** 2 / 10, 6)
    expect(mbh.fit.value.standardError).toBeCloseTo(Math.sqrt(1800), 5)
  },
)

check('lists that find ever more new people have no row to sum', () => {
  const rising = overlapFrom({ lists: ['A', 'B', 'C'], cells: { '100': 10, '010': 20, '001': 40, '111': 5 } })
  const refused = captureModels(rising).filter(({ name, fit }) => name.startsWith('Mb') && !fit.ok)
  expect(refused.map(({ name }) => name)).toEqual(['Mb', 'Mbh'])
})

// reference.json, rcapture_single_models.counts_only: known only by how many lists people were on. Fitted with log C(t, k), or -log k! in continuous time.
describe('counts of how often people were caught agree with Rcapture::closedp.0', () => {
  const choose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)
  const birds = [6, 4, 5, 2, 0, 2, 0, 0, 0, 0, 0]
  const ill = [1645, 183, 37, 13, 1, 1]
  const tails = { Poisson2: (k: number) => 2 ** k - 1, Darroch: (k: number) => k ** 2 / 2 }
  check.each([
    [birds, 'M0', 20.34161],
    [birds, 'Poisson2', 20.46101],
    [birds, 'Darroch', 22.34324],
    [birds, 'Gamma3.5', 24.7138],
    [ill, 'M0', 7079.897],
    [ill, 'Poisson2', 8617.646],
    [ill, 'Darroch', 15562.098],
    [ill, 'Gamma3.5', 29058.324],
  ])('%o under %s', (caught, model, known) => {
    const counts = Float64Array.from(caught)
    const column = (f: (k: number) => number) => Float64Array.from(caught, (_, at) => f(at + 1))
    const gamma = (k: number) => log(3.5) - log(3.5 + k)
    const tail = model === 'M0' ? null : (tails[model as keyof typeof tails] as typeof gamma | undefined)
    const fit = fitDensePoisson({
      counts,
      columns: [one, (k: number) => k, ...(tail === null ? [] : [tail ?? gamma])].map(column),
      offsets: column((k) => (caught === birds ? choose(11, k) : -logFactorial(k))),
    })
    if (typeof fit === 'string') throw new Error(fit)
    const seen = caught.reduce((sum, count) => sum + count, 0)
    expect(apart(seen + exp(fit.coefficients[0] ?? NaN), known)).toBeLessThan(1e-6)
  })
})

const any = overlaps({ fewest: 3, most: 5, largest: 40 })

test.prop([any], { numRuns: 60 })('never fewer than are known', (overlap) => {
  for (const { fit } of captureModels(overlap))
    if (fit.ok) expect(fit.value.estimate).toBeGreaterThanOrEqual(overlap.observed - 1e-6)
  const answers = [
    answerByChao(overlap, { level: 0.95 }),
    answerByHeterogeneity(overlap, { level: 0.95, tail: 'Darroch' }),
  ]
  for (const answer of answers)
    if (answer.ok) {
      expect(answer.value.interval.min).toBeGreaterThanOrEqual(overlap.observed)
      expect(Number.isFinite(answer.value.interval.max)).toBe(true)
    }
})

test.prop([any], { numRuns: 60 })('with all bends kept, Chao’s bound is its closed form', (overlap) => {
  const fit = fitChao(overlap, 'all-alike')
  const answer = answerByChao(overlap, { level: 0.95 })
  if (!fit.ok || !answer.ok || fit.value.spread.length < overlap.lists.length - 2) return
  expect(apart(fit.value.estimate, answer.value.closedForm)).toBeLessThan(1e-6)
})

test.prop(
  [overlaps({ fewest: 4, most: 4, largest: 40 }), fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 })],
  {
    numRuns: 30,
  },
)(
  'lists in another order give the same answers but for Mb and Mbh, which take the order for time',
  (overlap, order) => {
    const moved = captureModels(relabelled(overlap, order))
    for (const [at, { name, fit }] of captureModels(overlap).entries()) {
      const other = moved[at]?.fit
      if (name.startsWith('Mb') || !fit.ok || other?.ok !== true) continue
      expect(apart(other.value.estimate, fit.value.estimate)).toBeLessThan(1e-6)
    }
  },
)

describe('answers', () => {
  const overlap = overlapFrom({
    lists: ['P', 'Q', 'E'],
    cells: { '001': 63, '010': 55, '011': 18, '100': 69, '101': 17, '110': 21, '111': 28 },
  })
  check('Chao says at least, with no point', () => {
    const answer = valueOf(answerByChao(overlap, { level: 0.95 }))
    expect(answer.point).toBeNull()
    // The figures of docs/methods/chao-lower-bound.md.
    expect([Math.round(answer.bound), answer.interval]).toEqual([479, { min: 411, max: 578 }])
    // n + 1/3 × 187² / 56 of those on one and on two lists; hepatitis A in Taiwan, Chao et al. 2001.
    expect(answer.closedForm).toBeCloseTo(271 + 187 ** 2 / 56 / 3, 9)
    expect(answer.cautions.map(({ code }) => code)).toEqual(['lower-bound-only'])
  })
  check('heterogeneity says that the tail decides', () => {
    const answer = valueOf(answerByHeterogeneity(overlap, { level: 0.95, tail: 'Darroch' }))
    expect(answer.cautions).toEqual([{ code: 'tail-decides', args: { count: 3, least: 736, most: 2631 } }])
  })
  check('nobody on exactly two lists gives no bound', () => {
    const none = overlapFrom({ lists: ['A', 'B', 'C'], cells: { '100': 5, '010': 5, '111': 3 } })
    expect(answerByChao(none, { level: 0.95 })).toMatchObject({ reason: 'no-overlap' })
  })
  check('two lists cannot show heterogeneity', () => {
    const two = overlapFrom({ lists: ['A', 'B'], cells: { '10': 5, '01': 5, '11': 3 } })
    expect(answerByHeterogeneity(two, { level: 0.95, tail: 'Darroch' })).toMatchObject({
      reason: 'needs-three-lists',
    })
  })
})
