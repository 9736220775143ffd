import { diceFrom, ok, refuse, type Range } from '@corroborate/base'
import { quantileOfSorted } from '../../numerics/convergence.ts'
import type { Answered, Caution, Watch } from '../answer.ts'
import { densityOfDraws, modesOf, type Hill } from '../density-of-draws.ts'
import { wrongWithoutOverlap } from '../loglinear/fit-model.ts'
import { nameOfModel } from '../loglinear/hierarchy.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import { peopleBetween, wrongLevel } from '../population-interval.ts'
import { accelerationOf, bcaShare, biasOf, type BcaCorrection } from './bca.ts'
import type { BootstrapAnswer, BootstrapSettings, ModelChosen, ModelOnTable } from './bootstrap-answer.ts'
import { jackknife, resample, type ChosenModel, type Reselecting } from './resample.ts'

/** The estimate on the table itself, and the way to make it again on another. */
export interface ToBootstrap {
  readonly method: BootstrapAnswer['method']
  readonly point: number
  readonly model: ModelOnTable
  readonly reselecting: Reselecting
  /** What the model itself warns of. */
  readonly cautions: readonly Caution[]
}

const FEWEST_REPLICATES = 200
const MOST_REPLICATES = 100_000
const MODELS_SHOWN = 20
/** An end that rests on fewer resampled tables than this is a matter of the dice. */
const FEWEST_BEYOND = 5

/** Why a table or settings cannot be bootstrapped at all; null when they can. */
export function refusedBeforehand(overlap: Overlap, { replicates, level }: BootstrapSettings) {
  if (!Number.isInteger(replicates) || replicates < FEWEST_REPLICATES || replicates > MOST_REPLICATES)
    return refuse(
      'settings-unusable',
      `A bootstrap takes ${FEWEST_REPLICATES} to ${MOST_REPLICATES} replicates, found ${String(replicates)}.`,
    )
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  if (overlap.lists.length < 3)
    return refuse(
      'needs-three-lists',
      'With two lists no dependence between them can be seen, so no model can be chosen.',
    )
  return wrongWithoutOverlap(overlap)
}

/**
 * An interval for an estimate whose model was chosen on the same table. The observed people are resampled, the model chosen and the estimate made anew, and
 * the quantiles of the estimates are read: corrected for bias and acceleration (BCa) where that is stable, as they are where not.
 * @returns refused with `no-maximum` when so many resampled tables have no estimate that the interval has no upper end
 * @see docs/methods/bootstrap.md (Efron 1987; DiCiccio & Efron 1996; Chan, Silverman & Vincent 2021, section 3.3)
 */
export function bootstrap(
  overlap: Overlap,
  asked: ToBootstrap,
  settings: BootstrapSettings,
  watch?: Watch,
): Answered<BootstrapAnswer> {
  const counts = countsByMask(overlap)
  const { replicates, seed } = settings
  const resampled = resample(counts, asked.reselecting, {
    cells: cellsByName(overlap),
    replicates,
    dice: diceFrom(seed).fork(asked.method),
    ...(watch ? { watch } : {}),
  })
  const sorted = resampled.draws.toSorted()
  const correction = correctionOf(sorted, asked, counts)
  const found = { overlap, asked, settings, sorted, correction }
  const ends = endsOf(found, settings.level)
  const middle = endsOf(found, 0.8)
  const withoutEstimate = sorted.length - finiteIn(sorted)
  if (ends.percentile.max === Infinity || middle.percentile.max === Infinity)
    return refuse(
      'no-maximum',
      `On ${withoutEstimate} of ${replicates} resampled tables no model has an estimate: the interval has no upper end.`,
    )
  const modes = modesOf(sorted)
  const { point, method, model } = asked
  const read = ends.bca === null ? 'percentile' : 'bca'
  watch?.(1)
  return ok({
    method,
    point,
    interval: ends.bca ?? ends.percentile,
    level: settings.level,
    cautions: cautionsOf(found, { ends, withoutEstimate, modes, models: resampled.models }),
    model,
    read,
    percentile: ends.percentile,
    bca: ends.bca,
    middle: middle.bca ?? middle.percentile,
    correction,
    replicates,
    withoutEstimate,
    density: densityOfDraws(sorted),
    modes,
    models: resampled.models.slice(0, MODELS_SHOWN).map((chosen) => modelChosen(overlap, chosen, replicates)),
    differentModels: resampled.models.length,
    seed,
  })
}

/** Occupied cells in an order that does not depend on the order of the lists, so that the same dice give the same people. */
function cellsByName({ lists, cells }: Overlap): readonly number[] {
  const named = cells.map(({ mask }) => ({
    mask,
    name: lists
      .filter((_, list) => (mask >> list) & 1)
      .toSorted()
      .join('\n'),
  }))
  return named.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map(({ mask }) => mask)
}

interface Found {
  readonly overlap: Overlap
  readonly asked: ToBootstrap
  readonly settings: BootstrapSettings
  readonly sorted: Float64Array
  readonly correction: BcaCorrection | null
}

interface Ends {
  readonly percentile: Range
  readonly bca: Range | null
  /** The shares that BCa reads. */
  readonly shares: readonly [number, number] | null
}

function correctionOf(
  sorted: Float64Array,
  { point, reselecting }: ToBootstrap,
  counts: Float64Array,
): BcaCorrection | null {
  const acceleration = accelerationOf(jackknife(counts, reselecting))
  const bias = biasOf(sorted, point)
  return acceleration === null || !Number.isFinite(bias) ? null : { bias, acceleration }
}

function endsOf({ overlap, sorted, correction }: Found, level: number): Ends {
  const low = (1 - level) / 2
  const people = (from: number, to: number): Range =>
    peopleBetween(overlap.observed, {
      min: quantileOfSorted(sorted, from),
      max: quantileReaching(sorted, to),
    })
  const percentile = people(low, 1 - low)
  const from = correction && bcaShare(low, correction)
  const to = correction && bcaShare(1 - low, correction)
  if (from === null || to === null || from >= to) return { percentile, bca: null, shares: null }
  const bca = people(from, to)
  return bca.max === Infinity
    ? { percentile, bca: null, shares: null }
    : { percentile, bca, shares: [from, to] }
}

/** As `quantileOfSorted`, but Infinity as soon as one of the two draws that it lies between is. */
function quantileReaching(sorted: Float64Array, share: number): number {
  const next = sorted[Math.ceil(share * (sorted.length - 1))] ?? NaN
  return next === Infinity ? Infinity : quantileOfSorted(sorted, share)
}

function finiteIn(sorted: Float64Array): number {
  let count = sorted.length
  while (count > 0 && sorted[count - 1] === Infinity) count--
  return count
}

function modelChosen({ lists }: Overlap, chosen: ChosenModel, replicates: number): ModelChosen {
  const median = quantileReaching(chosen.draws, 0.5)
  return {
    name: nameOfModel(lists.length, chosen.terms),
    share: chosen.times / replicates,
    median: Number.isFinite(median) ? median : null,
  }
}

function cautionsOf(
  { asked, sorted, correction, settings, overlap }: Found,
  seen: {
    readonly ends: Ends
    readonly withoutEstimate: number
    readonly modes: readonly Hill[]
    readonly models: readonly ChosenModel[]
  },
): readonly Caution[] {
  const { ends, withoutEstimate, modes, models } = seen
  const cautions: Caution[] = [...asked.cautions]
  if (ends.bca === null) cautions.push({ code: 'bca-unstable', args: correctionArgs(correction) })
  const beyond =
    ends.shares === null ? Infinity : Math.min(ends.shares[0], 1 - ends.shares[1]) * sorted.length
  if (beyond < FEWEST_BEYOND)
    cautions.push({
      code: 'bca-reads-extremes',
      args: { beyond: Math.floor(beyond), of: settings.replicates },
    })
  if (withoutEstimate > 0)
    cautions.push({
      code: 'resamples-without-estimate',
      args: { without: withoutEstimate, of: settings.replicates },
    })
  const [first, second] = [...modes].sort((a, b) => b.share - a.share)
  if (first && second)
    cautions.push({
      code: 'resampled-modes',
      args: { modes: modes.length, first: Math.round(first.people), second: Math.round(second.people) },
    })
  const again = models.find((model) => model.terms.join() === asked.model.terms.join())?.times ?? 0
  if (2 * again < settings.replicates)
    cautions.push({
      code: 'model-seldom-chosen-again',
      args: { model: asked.model.name, times: again, of: settings.replicates, models: models.length },
    })
  const [most] = models
  if (most && again < most.times)
    cautions.push({
      code: 'other-model-chosen-more',
      args: {
        model: nameOfModel(overlap.lists.length, most.terms),
        times: most.times,
        of: settings.replicates,
      },
    })
  return cautions
}

function correctionArgs(correction: BcaCorrection | null): Caution['args'] {
  if (correction === null) return { known: 'no', bias: 0, acceleration: 0 }
  return { known: 'yes', bias: twoDigits(correction.bias), acceleration: twoDigits(correction.acceleration) }
}

function twoDigits(x: number): number {
  return Math.round(x * 100) / 100
}
