import { existsSync, readFileSync } from 'node:fs'
import { fc, test } from '@fast-check/vitest'
import { describe, expect, test as check } from 'vitest'
import { fitModel, workspaceFor } from '../loglinear/fit-model.ts'
import { closureOf } from '../loglinear/hierarchy.ts'
import { fitPoisson, interceptVariance, poissonWorkspace } from '../loglinear/poisson-fit.ts'
import { profileInterval } from '../loglinear/profile-interval.ts'
import { countsByMask, membershipText, type Overlap } from '../overlap.ts'
import { logNormalRange, normalReach } from '../population-interval.ts'
import { overlapOfCounts, overlaps, relabelled, relabelledMask } from '../testing/overlaps.ts'
import { figureOf, referenceFor, referenceTables } from '../testing/reference-tables.ts'
import { chooseStepwise, type StepwiseChoice } from './choose-stepwise.ts'
import { STEPWISE_THRESHOLD, stepwise } from './stepwise.ts'

const FILE = new URL('../../../../../shared/mse/reference.json', import.meta.url)
const reference = referenceTables(existsSync(FILE) ? readFileSync(FILE, 'utf8') : null)
const settings = { threshold: STEPWISE_THRESHOLD, replicates: 200, level: 0.95, seed: 'stepwise' }

function chosenOn(overlap: Overlap, threshold = STEPWISE_THRESHOLD) {
  const w = poissonWorkspace(overlap.lists.length)
  const choice: StepwiseChoice = chooseStepwise(w, countsByMask(overlap), { threshold, warm: null })
  if (choice.kind !== 'chosen') throw new Error(choice.why)
  const { intercept } = choice.fit
  return { ...choice, variance: interceptVariance(w), estimate: overlap.observed + Math.exp(intercept) }
}

describe.skipIf(reference === null)(
  'against SparseMSE (sparse0) and MultipleSystemsEstimation (msestep)',
  () => {
    check.each(referenceFor(reference, 'sparse0'))(
      '$table: the same pairs in the same order',
      ({ overlap, entry }) => {
        const { added, fit } = chosenOn(overlap)
        const named = (pairs: readonly number[]) =>
          pairs.map((pair) => membershipText(overlap.lists, pair).replace('+', ':'))
        const terms = typeof entry.terms === 'string' ? entry.terms.split(' + ').slice(1) : []
        expect(named(added.filter((pair) => !fit.empty.includes(pair)))).toEqual(terms)
        expect(new Set(named(fit.empty))).toEqual(new Set((entry.empty ?? []) as readonly string[]))
      },
    )

    check.each(referenceFor(reference, 'sparse0'))(
      '$table: the same estimate and conditional interval',
      ({ overlap, entry }) => {
        const { estimate, fit, variance } = chosenOn(overlap)
        const range = logNormalRange({
          observed: overlap.observed,
          logUnseen: fit.intercept,
          variance,
          reach: normalReach(0.95),
        })
        expect(estimate / figureOf(entry, 'estimate') - 1).toBeCloseTo(0, 7)
        // R's glm takes the variance from the weights of the step before its last (loglinear/testing): 2.1e-5 at most here.
        expect(Math.abs(range.min / figureOf(entry, 'lo') - 1)).toBeLessThan(3e-5)
        expect(Math.abs(range.max / figureOf(entry, 'hi') - 1)).toBeLessThan(3e-5)
      },
    )

    check.each(referenceFor(reference, 'msestep'))(
      '$table: the same estimate (msestep)',
      ({ overlap, entry }) => {
        expect(chosenOn(overlap).estimate / figureOf(entry, 'estimate') - 1).toBeCloseTo(0, 7)
      },
    )
  },
)

describe.skipIf(reference === null)(
  'against modslavmse, the older rule: least AIC, as long as the new pair is significant by Wald',
  () => {
    const cases = referenceFor(reference, 'modslav').flatMap((case_) => [
      { ...case_, rule: 'p05', reach: normalReach(0.95) },
      { ...case_, rule: 'p001', reach: normalReach(0.999) },
    ])
    check.each(cases)('$table at $rule: the same multinomial maximum', ({ overlap, entry, rule, reach }) => {
      const lists = overlap.lists.length
      const model = fitModel(overlap, closureOf(lists, chosenByAic(overlap, reach)), workspaceFor(overlap))
      const profile = model.ok ? profileInterval(overlap, model.value, { level: 0.95 }) : model
      if (!profile.ok) throw new Error(profile.detail)
      const said = (entry[rule] as Readonly<Record<string, number>>)['point estimate'] ?? NaN
      // Rcapture approximates the factorials; what that moves is under 3e-6 on these tables.
      expect(Math.abs(profile.value.point / said - 1)).toBeLessThan(3e-6)
    })
  },
)

test.prop(
  [overlaps({ fewest: 3, most: 5, largest: 40 }), fc.array(fc.nat(), { minLength: 5, maxLength: 5 })],
  { numRuns: 60 },
)('chooses the same pairs and estimate whatever the order of the lists', (overlap, keys) => {
  const order = overlap.lists.map((_, at) => at).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b)
  const w = poissonWorkspace(overlap.lists.length)
  const ask = { threshold: 0.02, warm: null }
  const here = chooseStepwise(w, countsByMask(overlap), ask)
  const there = chooseStepwise(w, countsByMask(relabelled(overlap, order)), ask)
  expect(there.kind).toBe(here.kind)
  if (here.kind !== 'chosen' || there.kind !== 'chosen') return
  expect(new Set(there.added)).toEqual(new Set(here.added.map((pair) => relabelledMask(pair, order))))
  expect(there.fit.intercept).toBeCloseTo(here.fit.intercept, 7)
})

test.prop([overlaps({ fewest: 3, most: 4, largest: 30 })], { numRuns: 40 })(
  'answers with whole people, never fewer than were observed, or refuses with a reason',
  (overlap) => {
    const answer = stepwise(overlap, settings)
    if (!answer.ok) {
      expect(['no-overlap', 'no-maximum', 'not-identified', 'did-not-converge']).toContain(answer.reason)
      return
    }
    const { interval, percentile, middle, point } = answer.value
    expect(point).toBeGreaterThanOrEqual(overlap.observed)
    for (const range of [interval, percentile, middle]) {
      expect(range.min).toBeGreaterThanOrEqual(overlap.observed)
      expect(range.max).toBeGreaterThanOrEqual(range.min)
      expect(Number.isInteger(range.min) && Number.isInteger(range.max)).toBe(true)
    }
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  },
)

check(
  'the same seed gives the same bytes, and so does another order of the lists but for the numbers in the names',
  () => {
    const overlap = overlapOfCounts(3, [60, 49, 4, 247, 112, 142, 12])
    const once = JSON.stringify(stepwise(overlap, settings))
    expect(JSON.stringify(stepwise(overlap, settings))).toBe(once)
    const [here, there] = [stepwise(overlap, settings), stepwise(relabelled(overlap, [2, 0, 1]), settings)]
    if (!here.ok || !there.ok) throw new Error('refused')
    expect(there.value.interval).toEqual(here.value.interval)
    expect(there.value.percentile).toEqual(here.value.percentile)
  },
)

check('refuses two lists, lists without overlap, and settings that are none', () => {
  const three = overlapOfCounts(3, [60, 49, 4, 247, 112, 142, 12])
  const reasonOf = (overlap: Overlap, change: Partial<typeof settings> = {}) => {
    const answer = stepwise(overlap, { ...settings, ...change })
    return answer.ok ? null : answer.reason
  }
  expect(reasonOf(overlapOfCounts(2, [10, 10, 5]))).toBe('needs-three-lists')
  expect(reasonOf(overlapOfCounts(3, [10, 10, 0, 5, 0, 0, 0]))).toBe('no-overlap')
  expect(reasonOf(overlapOfCounts(3, [40, 30, 6, 20, 0, 0, 0]), { threshold: 2 })).toBe('settings-unusable')
  expect(reasonOf(three, { replicates: 10 })).toBe('settings-unusable')
  expect(reasonOf(three, { level: 1 })).toBe('settings-unusable')
})

/** modslavmse: the pair that lowers the deviance most enters as long as its coefficient is so many standard errors from 0. */
function chosenByAic(overlap: Overlap, reach: number): readonly number[] {
  const singles = overlap.lists.map((_, list) => 1 << list)
  const pairs = singles.flatMap((a) => singles.filter((b) => b > a).map((b) => a | b))
  const met = pairs.filter((pair) => overlap.cells.some(({ mask }) => (mask & pair) === pair))
  const added: number[] = []
  for (;;) {
    const tried = met
      .filter((pair) => !added.includes(pair))
      .map((pair) => ({ pair, ...pairOf(overlap, [...singles, ...added, pair]) }))
      .toSorted((a, b) => a.deviance - b.deviance)
    const [best] = tried
    if (best === undefined || best.deviations <= reach) return added
    added.push(best.pair)
  }
}

/** Deviance of a model, and how many standard errors its last term is from 0. */
function pairOf(overlap: Overlap, terms: readonly number[]) {
  const w = workspaceFor(overlap)
  const { deviance } = fitPoisson(w, terms, { warm: false })
  const all = [0, ...terms]
  const margin = (mask: number) =>
    w.means.reduce((sum, mean, cell) => ((cell & mask) === mask ? sum + mean : sum), 0)
  const rows = all.map((s) => all.map((t) => margin(s | t)))
  // Cholesky's last pivot is one over the variance of the last coefficient.
  for (let k = 0; k < rows.length; k++)
    for (let i = k + 1; i < rows.length; i++) {
      const factor = (rows[i]?.[k] ?? NaN) / (rows[k]?.[k] ?? NaN)
      rows[i] = (rows[i] ?? []).map((x, j) => x - factor * (rows[k]?.[j] ?? NaN))
    }
  const last = rows.length - 1
  const information = rows[last]?.[last] ?? NaN
  return {
    deviance,
    deviations: Math.abs(w.coefficients[terms[last - 1] ?? 0] ?? NaN) * Math.sqrt(information),
  }
}
