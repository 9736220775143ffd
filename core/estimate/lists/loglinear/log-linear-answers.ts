import { ok, type Range } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import type { Answered, Caution, PopulationAnswer } from '../answer.ts'
import type { ModelDot } from '../list-study.ts'
import type { Overlap } from '../overlap.ts'
import { logNormalRange, normalReach, peopleBetween, wrongLevel } from '../population-interval.ts'
import { cautionOfEmpty, fitModel, workspaceFor, wrongWithoutOverlap, type FittedModel } from './fit-model.ts'
import { closureOf } from './hierarchy.ts'
import {
  bestModel,
  competingModels,
  weighModels,
  type Criterion,
  type ModelTable,
  type WeighedModel,
} from './model-table.ts'
import { profileInterval } from './profile-interval.ts'

export interface IndependenceAnswer extends PopulationAnswer {
  readonly method: 'independence'
  readonly model: FittedModel
}

/** The answer of one model, chosen by a criterion. Its interval knows nothing of the choice. */
export interface BestModelAnswer extends PopulationAnswer {
  readonly method: 'log-linear-bic'
  readonly criterion: Criterion
  readonly model: FittedModel
  /** Models within 2 of the best, the best first. */
  readonly competing: readonly FittedModel[]
}

export interface ModelAverageAnswer extends PopulationAnswer {
  readonly method: 'log-linear-average'
  readonly point: number
  readonly criterion: Criterion
  readonly models: readonly WeighedModel[]
  readonly competing: readonly FittedModel[]
  /** The models that carry the average, largest weight first. */
  readonly dots: readonly ModelDot[]
}

/** A difference that a criterion cannot be trusted with. @see Burnham & Anderson 2002, section 2.6 */
const CLOSE_RACE = 2
/** A picture shows the models that hold this share of the weight, and no more than so many. */
const SHOWN_SHARE = 0.99
const MOST_SHOWN = 40

interface Settings {
  readonly level: number
}

/**
 * Every list independent of every other, with a Wald interval on the log of the unseen: n + e^(b ± z s.e.).
 * Too low where the same people are easy to reach for several lists, too high where lists avoid each other's.
 * @see docs/methods/log-linear-models.md
 */
export function answerByIndependence(overlap: Overlap, { level }: Settings): Answered<IndependenceAnswer> {
  const wrong = wrongLevel(level) ?? wrongWithoutOverlap(overlap)
  if (wrong !== null) return wrong
  const fit = fitModel(overlap, closureOf(overlap.lists.length, []), workspaceFor(overlap))
  if (!fit.ok) return fit
  const model = fit.value
  return ok({
    method: 'independence',
    point: model.estimate,
    interval: peopleBetween(overlap.observed, waldRange(overlap, model, level)),
    level,
    cautions: [
      { code: 'lists-taken-as-independent', args: { lists: overlap.lists.length } },
      ...cautionOfEmpty(overlap, model.empty),
    ],
    model,
  })
}

/**
 * The best model of a table by a criterion, with its profile-likelihood interval. That interval is conditional on the choice and covers
 * less than it says: Chan, Silverman & Vincent 2021 found 61 % for a nominal 95 %. Show it beside an average or a bootstrap, never alone.
 * @see docs/methods/log-linear-models.md
 */
export function answerByBestModel(
  table: ModelTable,
  { level, criterion }: Settings & { readonly criterion: Criterion },
): Answered<BestModelAnswer> {
  const { overlap } = table
  const model = bestModel(table, criterion)
  const profile = profileInterval(overlap, model, { level })
  if (!profile.ok) return profile
  const competing = competingModels(table, { criterion, within: CLOSE_RACE })
  return ok({
    method: 'log-linear-bic',
    point: model.estimate,
    interval: peopleBetween(overlap.observed, profile.value.range),
    level,
    cautions: [
      { code: 'interval-ignores-selection', args: { model: model.name } },
      ...cautionsOfTable(table, competing),
      ...cautionOfEmpty(overlap, model.empty),
    ],
    criterion,
    model,
    competing,
  })
}

/**
 * All models of a table together. On the logarithm of the unseen, each model's answer weighs e^(-½ criterion); the spread adds to each
 * model's own variance its distance from the mean, so that disagreement widens the interval (Buckland, Burnham & Augustin 1997).
 * @see docs/methods/log-linear-models.md
 */
export function answerByAverage(
  table: ModelTable,
  { level, criterion }: Settings & { readonly criterion: Criterion },
): Answered<ModelAverageAnswer> {
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  const { overlap } = table
  const models = weighModels(table, criterion)
  const mean = models.reduce((sum, { model, weight }) => sum + weight * model.logUnseen, 0)
  const spread = models.reduce((sum, { model, weight }) => {
    const away = model.logUnseen - mean
    return sum + weight * Math.sqrt(model.logUnseenVariance + away * away)
  }, 0)
  const range = logNormalRange({
    observed: overlap.observed,
    logUnseen: mean,
    variance: spread * spread,
    reach: normalReach(level),
  })
  const competing = competingModels(table, { criterion, within: CLOSE_RACE })
  return ok({
    method: 'log-linear-average',
    point: overlap.observed + exp(mean),
    interval: peopleBetween(overlap.observed, range),
    level,
    cautions: cautionsOfTable(table, competing),
    criterion,
    models,
    competing,
    dots: dotsOf(overlap, models, level),
  })
}

function waldRange(overlap: Overlap, model: FittedModel, level: number): Range {
  return logNormalRange({
    observed: overlap.observed,
    logUnseen: model.logUnseen,
    variance: model.logUnseenVariance,
    reach: normalReach(level),
  })
}

function dotsOf(overlap: Overlap, models: readonly WeighedModel[], level: number): readonly ModelDot[] {
  const dots: ModelDot[] = []
  let share = 0
  for (const { model, weight } of models) {
    if (share >= SHOWN_SHARE || dots.length === MOST_SHOWN) break
    const interval = peopleBetween(overlap.observed, waldRange(overlap, model, level))
    dots.push({ name: model.name, weight, point: model.estimate, interval })
    share += weight
  }
  return dots
}

function cautionsOfTable(table: ModelTable, competing: readonly FittedModel[]): readonly Caution[] {
  const points = competing.map((model) => Math.round(model.estimate))
  const cautions: Caution[] = []
  if (competing.length > 1)
    cautions.push({
      code: 'models-compete',
      args: { count: competing.length, least: Math.min(...points), most: Math.max(...points) },
    })
  if (table.setAside.length > 0)
    cautions.push({
      code: 'models-set-aside',
      args: { count: table.setAside.length, models: table.setAside.length + table.fitted.length },
    })
  return cautions
}
