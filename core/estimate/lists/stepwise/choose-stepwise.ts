import { log } from '../../numerics/elementary.ts'
import { logPoissonTail } from '../../numerics/poisson-tail.ts'
import { existenceOn, type Existence } from '../loglinear/existence.ts'
import { occupiedIn } from '../loglinear/occupied-in.ts'
import { fitPoisson, loadCounts, type PoissonFit, type PoissonWorkspace } from '../loglinear/poisson-fit.ts'

/** What the stepwise choice came to on one table. */
export type StepwiseChoice =
  | { readonly kind: 'chosen'; readonly added: readonly number[]; readonly fit: PoissonFit }
  /** Not even independence has an estimate on this table. */
  | { readonly kind: 'none'; readonly why: Exclude<Existence, 'exists'> | 'did-not-converge' }

export interface StepwiseAsk {
  /** A pair enters only if its p-value is at most this. */
  readonly threshold: number
  /** Coefficients of a fit of independence to a similar table, to begin from; null begins at the counts. */
  readonly warm: Float64Array | null
}

/**
 * Forward choice of pairs on one table. Begins with each list alone. For every pair outside the model, the number of people on both lists is compared with
 * the Poisson distribution whose mean the model gives it; the pair with the smallest one-sided p-value enters, if that is at most the threshold and if the
 * larger model has an identified extended estimate. A pair that nobody is on enters at minus infinity like any other.
 * @param counts by mask, of length 2^lists
 * @see docs/methods/stepwise.md (Chan, Silverman & Vincent 2021, section 3.2)
 */
export function chooseStepwise(w: PoissonWorkspace, counts: Float64Array, ask: StepwiseAsk): StepwiseChoice {
  const occupied = occupiedIn(counts)
  const terms = Array.from({ length: w.lists }, (_, list) => 1 << list)
  const why = existenceOn(occupied, counts.length, terms)
  if (why !== 'exists') return { kind: 'none', why }
  loadCounts(w, counts, { complete: false })
  if (ask.warm !== null) w.coefficients.set(ask.warm)
  const added: number[] = []
  for (;;) {
    const fit = fitPoisson(w, terms, { warm: ask.warm !== null || added.length > 0 })
    if (fit.end !== 'converged') return { kind: 'none', why: 'did-not-converge' }
    const next = bestPair(w, terms, { occupied, threshold: ask.threshold })
    if (next === null) return { kind: 'chosen', added, fit }
    terms.push(next)
    added.push(next)
  }
}

/** The pair to enter next, its coefficient begun where it alone would put it; null when none may. */
function bestPair(
  w: PoissonWorkspace,
  terms: readonly number[],
  { occupied, threshold }: { occupied: readonly number[]; threshold: number },
): number | null {
  if (threshold <= 0) return null
  const most = log(threshold)
  const candidates: { readonly pair: number; readonly p: number; readonly start: number }[] = []
  for (let high = 1; high < w.lists; high++)
    for (let low = 0; low < high; low++) {
      const pair = (1 << high) | (1 << low)
      if (terms.includes(pair)) continue
      const both = w.margins[pair] ?? NaN
      const expected = fittedMargin(w, pair)
      const p = logPoissonTail(both, expected)
      if (p <= most) candidates.push({ pair, p, start: both > 0 ? log(both / expected) : 0 })
    }
  candidates.sort((a, b) => a.p - b.p || a.pair - b.pair)
  for (const { pair, start } of candidates)
    if (existenceOn(occupied, w.counts.length, [...terms, pair]) === 'exists') {
      w.coefficients[pair] = start
      return pair
    }
  return null
}

/** How many people the fitted model expects on all these lists. */
function fittedMargin(w: PoissonWorkspace, term: number): number {
  let sum = 0
  for (let cell = term; cell < w.means.length; cell++) if ((cell & term) === term) sum += w.means[cell] ?? NaN
  return sum
}
