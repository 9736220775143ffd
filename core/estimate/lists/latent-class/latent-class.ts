import { ok, refuse, type Range } from '@corroborate/base'
import { quantileOfSorted, type Convergence } from '../../numerics/convergence.ts'
import { posteriorDensity, type PosteriorDensity } from '../../numerics/posterior-density.ts'
import type { Answered, ListRefused, PopulationAnswer, Watch } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import { tableOf } from './class-state.ts'
import { cautionsOf, disagreement, quantilesOf, type Quantiles } from './judge-chains.ts'
import { runLatentClassChains, type LatentClassRun } from './latent-class-chains.ts'
import { LATENT_CLASS_SETTINGS, unusableSettings, type LatentClassSettings } from './latent-class-settings.ts'

/** The posterior of the latent-class model, and what its chains say of themselves. */
export interface LatentClassAnswer extends PopulationAnswer {
  readonly method: 'latent-class'
  readonly point: number
  readonly mean: number
  readonly quantiles: Quantiles
  readonly convergence: Convergence
  readonly chains: readonly ChainSummary[]
  readonly density: PosteriorDensity
  /** Draws of the whole number of people, chain after chain, evenly thinned to at most 4,000: for combining strata. */
  readonly draws: readonly number[]
  /** Mean number of classes with anybody in them, and mean concentration. */
  readonly classesUsed: number
  readonly concentration: number
  /** Sweeps of each chain after warm-up. */
  readonly sweeps: number
  readonly settings: LatentClassSettings
  readonly seed: string
}

export interface ChainSummary {
  readonly quantiles: Quantiles
  /** The chain's way, evenly thinned to at most 250 draws. */
  readonly trace: readonly number[]
}

const MOST_DRAWS = 4000
const TRACE = 250

/**
 * How many people, by a mixture of classes within which lists are independent: the Dirichlet-process mixture of products of Bernoulli distributions,
 * truncated, with p(N) in proportion to 1/N and uniform rates.
 * Assumes a closed population, perfect linkage, and that within a class lists are independent and everybody can be listed; a class that no list
 * reaches is not seen. Refuses below three lists, when nobody is on two lists, when chains disagree (R-hat above 1.1 after
 * the most sweeps) and when they are worth fewer than 100 draws; an R-hat between 1.01 and 1.1, more than one mode, or fewer effective draws than asked for come as cautions.
 * @param seed same overlap, settings and seed give the same bytes
 * @see docs/methods/latent-class.md (Manrique-Vallier 2016)
 */
export function latentClass(
  overlap: Overlap,
  seed: string,
  settings: LatentClassSettings = LATENT_CLASS_SETTINGS,
  watch?: Watch,
): Answered<LatentClassAnswer> {
  const wrong = unusableSettings(settings) ?? unusableOverlap(overlap)
  if (wrong !== null) return wrong
  const run = runLatentClassChains(tableOf(overlap), settings, seed, watch)
  return disagreement(run, 'the latent-class model') ?? ok(answerFrom(run, overlap.observed, settings, seed))
}

function unusableOverlap({ lists, cells }: Overlap): ListRefused | null {
  if (lists.length < 3)
    return refuse('needs-three-lists', `The latent-class model needs three lists, found ${lists.length}.`)
  const onTwo = cells.some(({ mask }) => (mask & (mask - 1)) !== 0)
  return onTwo ? null : refuse('no-overlap', 'Nobody is on two lists: nothing says how many are on none.')
}

function answerFrom(
  run: LatentClassRun,
  observed: number,
  settings: LatentClassSettings,
  seed: string,
): LatentClassAnswer {
  const pooled = Float64Array.from(run.chains.flatMap((chain) => [...chain]))
  const sorted = pooled.toSorted()
  const density = posteriorDensity(thinned(pooled, MOST_DRAWS), observed)
  return {
    method: 'latent-class',
    point: quantileOfSorted(sorted, 0.5),
    interval: wholeInterval(sorted, settings.level),
    level: settings.level,
    cautions: cautionsOf(run, density, settings.effective),
    mean: pooled.reduce((sum, x) => sum + x, 0) / pooled.length,
    quantiles: quantilesOf(pooled),
    convergence: run.convergence,
    chains: run.chains.map((chain) => ({ quantiles: quantilesOf(chain), trace: [...thinned(chain, TRACE)] })),
    density,
    draws: [...thinned(pooled, MOST_DRAWS)],
    classesUsed: run.classesUsed,
    concentration: run.concentration,
    sweeps: run.sweeps,
    settings,
    seed,
  }
}

function wholeInterval(sorted: Float64Array, level: number): Range {
  const outside = (1 - level) / 2
  return {
    min: Math.floor(quantileOfSorted(sorted, outside)),
    max: Math.ceil(quantileOfSorted(sorted, 1 - outside)),
  }
}

function thinned(draws: Float64Array, most: number): Float64Array {
  if (draws.length <= most) return draws
  return Float64Array.from({ length: most }, (_, at) => draws[Math.floor((at * draws.length) / most)] ?? NaN)
}
