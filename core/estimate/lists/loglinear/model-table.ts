import { ok, refuse } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import type { Answered } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import { fitModel, workspaceFor, wrongWithoutOverlap, type FittedModel, type NoFit } from './fit-model.ts'
import { modelsOf, nameOfModel } from './hierarchy.ts'

/** All hierarchical models of an overlap that have an answer, and those that have none. */
export interface ModelTable {
  readonly overlap: Overlap
  readonly mostOrder: number
  /** By ascending BIC. */
  readonly fitted: readonly [FittedModel, ...FittedModel[]]
  /** Models without an answer here, each with its reason; no criterion may rank them. */
  readonly setAside: readonly SetAside[]
}

export interface SetAside {
  readonly name: string
  readonly reason: NoFit['reason']
}

export type Criterion = 'aic' | 'bic'

/** More models than this are for a search, not for a table. */
export const MOST_LISTS_IN_TABLE = 5

/**
 * Fits every hierarchical model with each list alone in it: 8, 113 and 6,893 for 3, 4 and 5 lists, or the 2^(pairs) with pairs alone.
 * @param mostOrder the most lists that one term may join, from 1; 2 is the usual choice for five lists
 * @returns the table; refuses above five lists, where nobody is on two lists, and where no model has an answer
 * @see docs/methods/log-linear-models.md
 */
export function modelTable(overlap: Overlap, { mostOrder }: { mostOrder: number }): Answered<ModelTable> {
  const lists = overlap.lists.length
  if (lists > MOST_LISTS_IN_TABLE)
    return refuse(
      'too-many-lists-for-method',
      `All log-linear models are fitted for at most ${MOST_LISTS_IN_TABLE} lists, found ${lists}.`,
    )
  if (!Number.isInteger(mostOrder) || mostOrder < 1)
    return refuse('settings-unusable', `A term joins a whole number of lists, found ${String(mostOrder)}.`)
  const apart = wrongWithoutOverlap(overlap)
  if (apart !== null) return apart
  const w = workspaceFor(overlap)
  const fitted: FittedModel[] = []
  const setAside: SetAside[] = []
  for (const terms of modelsOf(lists, mostOrder)) {
    const fit = fitModel(overlap, terms, w)
    if (fit.ok) fitted.push(fit.value)
    else setAside.push({ name: nameOfModel(lists, terms), reason: fit.reason })
  }
  const [first, ...rest] = fitted.toSorted((a, b) => a.bic - b.bic)
  if (first === undefined)
    return refuse('no-maximum', `None of the ${setAside.length} log-linear models has an answer here.`)
  return ok({ overlap, mostOrder, fitted: [first, ...rest], setAside })
}

/** The model that the criterion puts first. */
export function bestModel(table: ModelTable, criterion: Criterion): FittedModel {
  return table.fitted.reduce((best, model) => (model[criterion] < best[criterion] ? model : best))
}

/** Models within so much of the best by the criterion, the best first. */
export function competingModels(
  table: ModelTable,
  { criterion, within }: { readonly criterion: Criterion; readonly within: number },
): readonly FittedModel[] {
  const least = bestModel(table, criterion)[criterion]
  return table.fitted
    .filter((model) => model[criterion] <= least + within)
    .toSorted((a, b) => a[criterion] - b[criterion])
}

/** One model's part in an average. */
export interface WeighedModel {
  readonly model: FittedModel
  readonly weight: number
}

/** Weights in proportion to e^(-½ criterion), largest first; they sum to 1. */
export function weighModels(table: ModelTable, criterion: Criterion): readonly WeighedModel[] {
  const least = bestModel(table, criterion)[criterion]
  const weights = table.fitted.map((model) => exp((least - model[criterion]) / 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return table.fitted
    .map((model, at) => ({ model, weight: (weights[at] ?? NaN) / total }))
    .toSorted((a, b) => b.weight - a.weight)
}
