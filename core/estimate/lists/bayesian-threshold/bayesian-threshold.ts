import { diceFrom, ok, refuse } from '@corroborate/base'
import { quantileOfSorted } from '../../numerics/convergence.ts'
import type { Answered, Caution, ListRefused, Watch } from '../answer.ts'
import { densityOfDraws } from '../density-of-draws.ts'
import { cautionsOf, disagreement, quantilesOf } from '../latent-class/judge-chains.ts'
import { existenceOf } from '../loglinear/existence.ts'
import { closureOf, nameOfModel, orderOf } from '../loglinear/hierarchy.ts'
import { countsByMask, countWhere, membershipText, sizeOfList, type Overlap } from '../overlap.ts'
import { peopleBetween } from '../population-interval.ts'
import { termPosterior } from './term-posterior.ts'
import type { PairJudged, ThresholdAnswer } from './threshold-answer.ts'
import { runThresholdChains, type ThresholdRun } from './threshold-chains.ts'
import {
  THRESHOLD_SETTINGS,
  unusableThresholdSettings,
  type ThresholdSettings,
} from './threshold-settings.ts'

const MOST_DRAWS = 4000
const TRACE = 250
/** A pair nearer to the threshold than this, or than two Monte Carlo errors, is decided narrowly: other dice or a few people more would decide otherwise. */
const NARROW = 0.1

interface Asked {
  readonly overlap: Overlap
  readonly settings: ThresholdSettings
  readonly seed: string
}

/**
 * How many people, by a Bayesian log-linear model: with all pairs of lists first, then with those only whose posterior means are at least the threshold in
 * posterior standard deviations. Counts are Poisson; intercept and lists have flat priors, pairs normal ones around 0.
 * Assumes a closed population, perfect linkage, people alike in how the lists reach them, and no dependence of three lists at once. The interval takes the
 * pairs that stayed as given. Refuses below three lists, when nobody is on two, when flat priors leave the posterior without end
 * (independence has no maximum of the likelihood), and when chains disagree or are worth fewer than 100 draws.
 * @param seed same overlap, settings and seed give the same bytes
 * @see docs/methods/bayesian-threshold.md (Silverman 2020)
 */
export function bayesianThreshold(
  overlap: Overlap,
  seed: string,
  settings: ThresholdSettings = THRESHOLD_SETTINGS,
  watch: Watch = () => undefined,
): Answered<ThresholdAnswer> {
  const wrong = unusableThresholdSettings(settings) ?? unusableOverlap(overlap)
  if (wrong !== null) return wrong
  const asked = { overlap, settings, seed }
  const every = everyPair(overlap.lists.length)
  const whole = judgedRun(asked, every, (share) => watch(0.5 * share))
  if (!whole.ok) return whole
  const pairs = judgePairs(overlap, whole.value, { every, threshold: settings.threshold })
  const kept = pairs.filter(({ retained }) => retained).map(({ mask }) => mask)
  const run =
    kept.length === every.length ? whole : judgedRun(asked, kept, (share) => watch(0.5 + 0.25 * share))
  if (!run.ok) return run
  const narrow = narrowest(pairs, settings.threshold, whole.value.convergence.bulk)
  const otherwise = narrow ? judgedRun(asked, flipped(kept, narrow.mask), () => undefined) : null
  watch(1)
  return ok(
    answerFrom(asked, {
      whole: whole.value,
      run: run.value,
      pairs,
      narrow,
      otherwise: otherwise?.ok === true ? otherwise.value : null,
    }),
  )
}

function unusableOverlap(overlap: Overlap): ListRefused | null {
  const { lists } = overlap
  if (lists.length < 3)
    return refuse(
      'needs-three-lists',
      `The Bayesian threshold method needs three lists, found ${lists.length}.`,
    )
  const empty = lists.find((_, at) => sizeOfList(overlap, at) === 0)
  if (empty !== undefined)
    return refuse('no-maximum', `Nobody is on ${empty}: with a flat prior its rate has no posterior.`)
  if (countWhere(overlap, (mask) => orderOf(mask) > 1) === 0)
    return refuse('no-overlap', 'Nobody is on two lists: nothing says how many are on none.')
  if (existenceOf(overlap, closureOf(lists.length, [])) !== 'exists')
    return refuse(
      'no-maximum',
      `Not even the model in which the ${lists.length} lists are independent has an estimate on this table: flat priors leave the posterior without end.`,
    )
  return null
}

function everyPair(lists: number): readonly number[] {
  return Array.from({ length: 1 << lists }, (_, mask) => mask).filter((mask) => orderOf(mask) === 2)
}

/** The chains of the model with these pairs. Their dice are named for the pairs, so that what is asked first changes nothing. */
function judgedRun(
  { overlap, settings, seed }: Asked,
  pairs: readonly number[],
  watch: Watch,
): Answered<ThresholdRun> {
  const lists = overlap.lists.length
  const precision = 1 / (settings.priorDeviation * settings.priorDeviation)
  const posterior = termPosterior(
    { lists, counts: countsByMask(overlap) },
    closureOf(lists, pairs),
    (term) => ({ mean: 0, precision: orderOf(term) === 2 ? precision : 0 }),
  )
  const dice = diceFrom(seed).fork(`bayesian-threshold ${pairs.join(' ')}`)
  const run = runThresholdChains(posterior, overlap.observed, settings, { dice, watch })
  if (run === null)
    return refuse(
      'did-not-converge',
      'The top of the posterior of the Bayesian threshold method was not found.',
    )
  return disagreement(run, 'the Bayesian threshold method') ?? ok(run)
}

function judgePairs(
  { lists }: Overlap,
  { terms, means, deviations }: ThresholdRun,
  { every, threshold }: { readonly every: readonly number[]; readonly threshold: number },
): readonly PairJudged[] {
  return every.map((mask) => {
    const at = terms.indexOf(mask)
    const mean = means[at] ?? NaN
    const deviation = deviations[at] ?? NaN
    const ratio = mean / deviation
    return {
      pair: membershipText(lists, mask),
      mask,
      mean,
      deviation,
      ratio,
      retained: Math.abs(ratio) >= threshold,
    }
  })
}

/**
 * The pair nearest to the threshold, if it is near; with the threshold at 0 nothing is decided. The error of a mean over a standard deviation
 * is that of normal draws, worth what the draws of the intercept are.
 */
function narrowest(pairs: readonly PairJudged[], threshold: number, effective: number): PairJudged | null {
  const away = ({ ratio }: PairJudged) => Math.abs(Math.abs(ratio) - threshold)
  const margin = Math.max(NARROW, 2 * Math.sqrt((1 + (threshold * threshold) / 2) / effective))
  const [nearest] = pairs.toSorted((a, b) => away(a) - away(b))
  return nearest !== undefined && threshold > 0 && away(nearest) < margin ? nearest : null
}

function flipped(kept: readonly number[], mask: number): readonly number[] {
  const without = kept.filter((other) => other !== mask)
  return without.length < kept.length ? without : [...kept, mask].toSorted((a, b) => a - b)
}

function answerFrom(
  { overlap, settings, seed }: Asked,
  found: {
    readonly whole: ThresholdRun
    readonly run: ThresholdRun
    readonly pairs: readonly PairJudged[]
    readonly narrow: PairJudged | null
    readonly otherwise: ThresholdRun | null
  },
): ThresholdAnswer {
  const { run, pairs, narrow } = found
  const pooled = pooledDraws(run)
  const sorted = pooled.toSorted()
  const kept = pairs.filter(({ retained }) => retained)
  const terms = closureOf(
    overlap.lists.length,
    kept.map(({ mask }) => mask),
  )
  const model = nameOfModel(overlap.lists.length, terms)
  const outside = (1 - settings.level) / 2
  const otherwise =
    narrow && found.otherwise
      ? { pair: narrow.pair, quantiles: quantilesOf(pooledDraws(found.otherwise)) }
      : null
  return {
    method: 'bayesian-threshold',
    point: quantileOfSorted(sorted, 0.5),
    interval: peopleBetween(overlap.observed, {
      min: quantileOfSorted(sorted, outside),
      max: quantileOfSorted(sorted, 1 - outside),
    }),
    level: settings.level,
    cautions: [
      ...(kept.length < pairs.length ? [{ code: 'interval-ignores-selection', args: { model } }] : []),
      ...cautionOfNarrow(narrow, otherwise?.quantiles.q50 ?? null, settings.threshold),
      // The posterior is log-concave: it has one top.
      ...cautionsOf(run, { modes: [] }, settings.effective),
    ],
    mean: pooled.reduce((sum, x) => sum + x, 0) / pooled.length,
    quantiles: quantilesOf(pooled),
    convergence: run.convergence,
    chains: run.chains.map((chain) => ({ quantiles: quantilesOf(chain), trace: [...thinned(chain, TRACE)] })),
    density: densityOfDraws(sorted),
    draws: [...thinned(pooled, MOST_DRAWS)],
    model,
    retained: kept.map(({ pair }) => pair),
    pairs,
    allPairs: quantilesOf(pooledDraws(found.whole)),
    otherwise,
    sweeps: run.sweeps,
    settings,
    seed,
  }
}

function cautionOfNarrow(
  narrow: PairJudged | null,
  people: number | null,
  threshold: number,
): readonly Caution[] {
  if (narrow === null || people === null) return []
  const { pair, retained } = narrow
  const ratio = Math.round(Math.abs(narrow.ratio) * 100) / 100
  const kept = retained ? 'yes' : 'no'
  return [{ code: 'decided-narrowly', args: { pair, kept, ratio, threshold, people: Math.round(people) } }]
}

function pooledDraws({ chains }: ThresholdRun): Float64Array {
  return Float64Array.from(chains.flatMap((chain) => [...chain]))
}

function thinned(draws: Float64Array, most: number): Float64Array {
  if (draws.length <= most) return draws
  return Float64Array.from({ length: most }, (_, at) => draws[Math.floor((at * draws.length) / most)] ?? NaN)
}
