import { refuse } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import type { Answered, Watch } from '../answer.ts'
import { bootstrap, refusedBeforehand } from '../bootstrap/bootstrap.ts'
import type { BootstrapAnswer, BootstrapSettings } from '../bootstrap/bootstrap-answer.ts'
import { cautionOfEmpty } from '../loglinear/fit-model.ts'
import { closureOf, nameOfModel } from '../loglinear/hierarchy.ts'
import { interceptVariance, poissonWorkspace } from '../loglinear/poisson-fit.ts'
import { countsByMask, type Overlap } from '../overlap.ts'
import { logNormalRange, normalReach } from '../population-interval.ts'
import { chooseStepwise } from './choose-stepwise.ts'
import { reselectStepwise } from './reselect-stepwise.ts'

export interface StepwiseSettings extends BootstrapSettings {
  /** A pair of lists enters the model if its one-sided p-value is at most this; from 0 (independence) to 1. */
  readonly threshold: number
}

/** The threshold with the smallest mean error over 28 designs (Chan, Silverman & Vincent 2021, section 4.3). */
export const STEPWISE_THRESHOLD = 0.02

/**
 * How many people there are, by a log-linear model whose pairs are chosen one by one, for sparse lists too; the interval repeats the choice on
 * resampled tables.
 * Assumes a closed population, perfect linkage, people alike in how the lists reach them, and no dependence of three lists at once.
 * @returns refused when not even independence has an estimate, or too few resampled tables have one
 * @see docs/methods/stepwise.md (Chan, Silverman & Vincent 2021)
 */
export function stepwise(
  overlap: Overlap,
  settings: StepwiseSettings,
  watch?: Watch,
): Answered<BootstrapAnswer> {
  const { threshold, level } = settings
  const refused = refusedBeforehand(overlap, settings)
  if (refused) return refused
  if (!(threshold >= 0 && threshold <= 1))
    return refuse(
      'settings-unusable',
      `A threshold for p-values lies from 0 to 1, found ${String(threshold)}.`,
    )
  const lists = overlap.lists.length
  const counts = countsByMask(overlap)
  const w = poissonWorkspace(lists)
  const choice = chooseStepwise(w, counts, { threshold, warm: null })
  if (choice.kind === 'none')
    return refuse(
      choice.why,
      `Not even the model in which the ${lists} lists are independent has an estimate on this table.`,
    )
  const { observed } = overlap
  const { intercept: logUnseen, empty } = choice.fit
  const terms = closureOf(lists, choice.added)
  const conditional = logNormalRange({
    observed,
    logUnseen,
    variance: interceptVariance(w),
    reach: normalReach(level),
  })
  const asked = {
    method: 'stepwise' as const,
    point: observed + exp(logUnseen),
    model: { name: nameOfModel(lists, terms), terms, empty, conditional },
    reselecting: reselectStepwise(lists, counts, threshold),
    cautions: cautionOfEmpty(overlap, empty),
  }
  return bootstrap(overlap, asked, settings, watch)
}
