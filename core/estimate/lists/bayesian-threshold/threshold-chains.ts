import type { Dice } from '@corroborate/base'
import { convergenceOf, type Convergence } from '../../numerics/convergence.ts'
import { exp } from '../../numerics/elementary.ts'
import type { Watch } from '../answer.ts'
import { AGREEING } from '../latent-class/latent-class-chains.ts'
import { modeOf, type TermPosterior } from './term-posterior.ts'
import type { ThresholdSettings } from './threshold-settings.ts'
import { walk, walkerFrom, warmUp, type Walker } from './trajectory.ts'

/** What the chains of one model did, whether or not they agree. */
export interface ThresholdRun {
  /** People, n + e^intercept, at each draw after warm-up, one array for each chain. */
  readonly chains: readonly Float64Array[]
  readonly convergence: Convergence
  /** The terms of the posterior, and by them mean and standard deviation of each coefficient. */
  readonly terms: Int32Array
  readonly means: Float64Array
  readonly deviations: Float64Array
  readonly sweeps: number
}

interface Chain {
  readonly walker: Walker
  readonly draws: Float64Array
  readonly sums: Float64Array
  readonly squares: Float64Array
  done: number
}

/**
 * Runs chains from starts that lie apart, each with dice of its own, until they agree and are worth the draws asked for, or to the most draws.
 * @returns null where the posterior has no top that Newton's steps could find
 */
export function runThresholdChains(
  posterior: TermPosterior,
  observed: number,
  settings: Pick<ThresholdSettings, 'chains' | 'warmUp' | 'effective' | 'mostDraws'>,
  { dice, watch }: { readonly dice: Dice; readonly watch: Watch },
): ThresholdRun | null {
  const mode = modeOf(posterior)
  if (mode === null) return null
  const chains = Array.from({ length: settings.chains }, (_, at) => {
    const walker = walkerFrom(dice.fork(String(at)), posterior, mode)
    warmUp(walker, settings.warmUp)
    return chainOf(walker, settings.mostDraws)
  })
  const first = Math.ceil(settings.effective / settings.chains)
  for (let draws = Math.max(200, first); ; draws *= 2) {
    const until = Math.min(draws, settings.mostDraws)
    for (const chain of chains) {
      advance(chain, { until, observed, mode: mode.coefficients })
      watch(chains.reduce((sum, { done }) => sum + done, 0) / (chains.length * settings.mostDraws))
    }
    const run = summary(chains, posterior.terms, mode.coefficients)
    const { rHat, bulk, tail } = run.convergence
    const enough = rHat <= AGREEING && Math.min(bulk, tail) >= settings.effective
    if (enough || until === settings.mostDraws) return run
  }
}

function chainOf(walker: Walker, mostDraws: number): Chain {
  const size = walker.place.length
  return {
    walker,
    draws: new Float64Array(mostDraws),
    sums: new Float64Array(size),
    squares: new Float64Array(size),
    done: 0,
  }
}

/** Sums are of the distance from the mode, so that squares lose nothing to rounding. */
function advance(
  chain: Chain,
  { until, observed, mode }: { until: number; observed: number; mode: Float64Array },
): void {
  const { walker, draws, sums, squares } = chain
  const { coefficients } = walker
  for (; chain.done < until; chain.done++) {
    walk(walker)
    draws[chain.done] = observed + exp(coefficients[0] ?? NaN)
    for (let at = 0; at < sums.length; at++) {
      const away = (coefficients[at] ?? NaN) - (mode[at] ?? NaN)
      sums[at] = (sums[at] ?? NaN) + away
      squares[at] = (squares[at] ?? NaN) + away * away
    }
  }
}

function summary(chains: readonly Chain[], terms: Int32Array, mode: Float64Array): ThresholdRun {
  const draws = chains.map((chain) => chain.draws.subarray(0, chain.done))
  const all = chains.reduce((sum, { done }) => sum + done, 0)
  const away = mode.map((_, at) => chains.reduce((sum, { sums }) => sum + (sums[at] ?? NaN), 0) / all)
  const deviations = away.map((mean, at) => {
    const square = chains.reduce((sum, { squares }) => sum + (squares[at] ?? NaN), 0) / all
    return Math.sqrt(Math.max(0, square - mean * mean) * (all / (all - 1)))
  })
  return {
    chains: draws,
    convergence: convergenceOf(draws),
    terms,
    means: away.map((mean, at) => mean + (mode[at] ?? NaN)),
    deviations,
    sweeps: chains[0]?.done ?? 0,
  }
}
