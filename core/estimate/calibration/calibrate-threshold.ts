import { exp } from '../numerics/elementary.ts'
import { poisson } from '../numerics/counts-samplers.ts'
import { normal } from '../numerics/samplers.ts'
import { closureOf, orderOf } from '../lists/loglinear/hierarchy.ts'
import { sumOverSubsets } from '../lists/loglinear/poisson-fit.ts'
import { termPosterior, type TermPrior } from '../lists/bayesian-threshold/term-posterior.ts'
import { runThresholdChains } from '../lists/bayesian-threshold/threshold-chains.ts'
import type { Calibration } from './calibration.ts'
import { placeAmong } from './rank-histogram.ts'

/** As many draws as are independent enough for their order to mean nothing. */
const DRAWS = 100
const THIN = 4

/**
 * The model with all pairs, on tables from its own prior. Nothing can be drawn from the flat priors of intercept and lists: here they are normal,
 * e^4 people unseen and odds of e^-1 on each list, give or take. The choice of pairs, which looks at the data twice, is no posterior and is not calibrated.
 */
export function calibrateThreshold(asked: { readonly lists: number; readonly truths: number }): Calibration {
  const { lists } = asked
  const terms = closureOf(lists, pairsAmong(lists))
  return {
    name: `Bayesian log-linear model with all pairs, ${lists} lists, proper priors on every term`,
    truths: asked.truths,
    place: (dice) => {
      const logMeans = new Float64Array(1 << lists)
      for (const term of [0, ...terms]) {
        const { mean, precision } = priorOf(term)
        logMeans[term] = mean + normal(dice) / Math.sqrt(precision)
      }
      const truth = exp(logMeans[0] ?? NaN)
      sumOverSubsets(logMeans, lists)
      const counts = logMeans.map((value, cell) => (cell === 0 ? 0 : poisson(dice, exp(value))))
      const run = runThresholdChains(
        termPosterior({ lists, counts }, terms, priorOf),
        0,
        { chains: 2, warmUp: 150, effective: 1, mostDraws: (DRAWS * THIN) / 2 },
        { dice, watch: () => undefined },
      )
      if (run === null) return null
      const draws = run.chains.flatMap((chain) => [...chain.filter((_, at) => at % THIN === 0)])
      return placeAmong(draws, truth, dice.next())
    },
  }
}

function pairsAmong(lists: number): readonly number[] {
  return Array.from({ length: 1 << lists }, (_, mask) => mask).filter((mask) => orderOf(mask) === 2)
}

function priorOf(term: number): TermPrior {
  if (term === 0) return { mean: 4, precision: 4 }
  return orderOf(term) === 1 ? { mean: -1, precision: 4 } : { mean: 0, precision: 1 }
}
