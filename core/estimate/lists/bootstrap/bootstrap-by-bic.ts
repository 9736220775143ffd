import { refuse } from '@corroborate/base'
import type { Answered, Watch } from '../answer.ts'
import { cautionOfEmpty } from '../loglinear/fit-model.ts'
import { modelTable } from '../loglinear/model-table.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import { logNormalRange, normalReach } from '../population-interval.ts'
import { bootstrap, refusedBeforehand } from './bootstrap.ts'
import type { BootstrapAnswer, BootstrapSettings } from './bootstrap-answer.ts'
import { reselectByBic } from './reselect-by-bic.ts'

export interface BicSettings extends BootstrapSettings {
  /** The most lists that one term may join. */
  readonly mostOrder: number
  /** How many of the best models on the table itself compete again on every resampled one. */
  readonly competing: number
}

/** Orders and numbers of models as Silverman, Chan & Vincent 2024 take them for 3, 4 and 5 lists. */
export function bicModelsFor(lists: number): Pick<BicSettings, 'mostOrder' | 'competing'> {
  return { mostOrder: lists <= 3 ? 2 : 3, competing: lists <= 4 ? 20 : 100 }
}

/**
 * How many people there are, by the hierarchical log-linear model with the smallest BIC of all; the interval repeats the choice among the best
 * models on resampled tables.
 * Assumes a closed population, perfect linkage, people alike in how the lists reach them, and that one of the models holds.
 * @returns refused above 5 lists, where the models are too many (`stepwise` goes on), or when no model has an estimate
 * @see docs/methods/bootstrap.md (Silverman, Chan & Vincent 2024)
 */
export function bootstrapByBic(
  overlap: Overlap,
  settings: BicSettings,
  watch?: Watch,
): Answered<BootstrapAnswer> {
  const { level, mostOrder, competing } = settings
  const refused = refusedBeforehand(overlap, settings)
  if (refused) return refused
  if (!Number.isInteger(competing) || competing < 1)
    return refuse('settings-unusable', `At least 1 model competes, found ${String(competing)}.`)
  const table = modelTable(overlap, { mostOrder })
  if (!table.ok) return table
  const [best] = table.value.fitted
  const { name, terms, empty, logUnseen, logUnseenVariance: variance } = best
  const models = table.value.fitted.slice(0, competing).map((model) => model.terms)
  const reach = normalReach(level)
  const asked = {
    method: 'log-linear-bic' as const,
    point: best.estimate,
    model: {
      name,
      terms,
      empty,
      conditional: logNormalRange({ observed: overlap.observed, logUnseen, variance, reach }),
    },
    reselecting: reselectByBic(overlap.lists.length, countsByMask(overlap), models),
    cautions: cautionOfEmpty(overlap, empty),
  }
  return bootstrap(overlap, asked, settings, watch)
}
