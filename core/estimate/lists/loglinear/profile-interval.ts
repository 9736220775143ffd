import { ok, refuse, type Range } from '@corroborate/base'
import { digamma } from '../../numerics/digamma.ts'
import { exp, log, logGamma } from '../../numerics/elementary.ts'
import { rootBetween } from '../../numerics/root-between.ts'
import type { Answered } from '../answer.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import { normalReach, wrongLevel } from '../population-interval.ts'
import type { FittedModel } from './fit-model.ts'
import { fitPoisson, loadCounts, poissonWorkspace } from './poisson-fit.ts'

/** Where the multinomial likelihood of a whole population is highest, and where it has fallen too far. Not rounded. */
export interface ProfileInterval {
  readonly point: number
  readonly range: Range
  readonly level: number
}

/** No list could be short of so many. */
const MOST_UNSEEN = 1e15

/**
 * Profile-likelihood interval for the population under one model. For every number of unseen people the table is complete, its multinomial
 * likelihood is maximised over all else, and the interval holds the numbers whose log-likelihood lies within half the χ² quantile of the
 * highest. Unlike a Wald interval it need not be symmetric on any scale; like it, it is conditional on the model.
 * The factorials are exact: Rcapture's `closedpCI.t` moves its point by up to 1/(12 unseen²) of the variance against this.
 * @returns the interval; `no-maximum` where the likelihood does not fall on one side
 * @see docs/methods/log-linear-models.md (Cormack 1992)
 */
export function profileInterval(
  overlap: Overlap,
  model: FittedModel,
  { level }: { readonly level: number },
): Answered<ProfileInterval> {
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  const profile = profileOf(overlap, model)
  const least = 1e-9
  let far = 2 * exp(model.logUnseen) + 5
  while (profile(far).slope > 0 && far < MOST_UNSEEN) far *= 2
  const peak = profile(least).slope <= 0 ? least : rootBetween((n0) => profile(n0).slope, least, far)
  const reach = normalReach(level)
  const fallen = (n0: number) => profile(n0).value - floor
  const floor = profile(peak).value - (reach * reach) / 2
  const low = fallen(least) > 0 ? 0 : rootBetween(fallen, least, peak)
  while (fallen(far) > 0 && far < MOST_UNSEEN) far *= 2
  if (far >= MOST_UNSEEN)
    return refuse(
      'no-maximum',
      `Model ${model.name}: the profile likelihood does not fall as people are added.`,
    )
  const n = overlap.observed
  return ok({
    point: n + peak,
    range: { min: n + low, max: n + rootBetween(fallen, peak, far) },
    level,
  })
}

/** The log-likelihood at a number of unseen people, without what never changes, and its slope. */
function profileOf(
  overlap: Overlap,
  model: FittedModel,
): (unseen: number) => { readonly value: number; readonly slope: number } {
  const w = poissonWorkspace(overlap.lists.length)
  const counts = countsByMask(overlap)
  let warm = false
  return (unseen) => {
    counts[0] = unseen
    loadCounts(w, counts, { complete: true })
    const fit = fitPoisson(w, model.terms, { warm })
    warm = fit.end === 'converged'
    const total = overlap.observed + unseen
    // Σ y log mean: what the Poisson likelihood adds beside it is Σ mean = total, and the factorials.
    const sum = fit.logLikelihood + total + w.logFactorials
    return {
      value: logGamma(total + 1) - logGamma(unseen + 1) + sum - total * log(total),
      // All else is at its maximum, so that only the direct dependence counts.
      slope: digamma(total + 1) - digamma(unseen + 1) + log((w.means[0] ?? NaN) / total),
    }
  }
}
