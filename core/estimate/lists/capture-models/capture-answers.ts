import { ok, refuse } from '@corroborate/base'
import type { Answered, Caution, PopulationAnswer } from '../answer.ts'
import { orderOf } from '../loglinear/hierarchy.ts'
import { countWhere, type Overlap } from '../overlap.ts'
import { logNormalRange, normalReach, peopleBetween, wrongLevel } from '../population-interval.ts'
import { TAILS, type Tail } from './capture-columns.ts'
import type { CaptureFit } from './capture-fit.ts'
import { fitChao, fitTail } from './capture-models.ts'

/** "At least": the interval is of the bound, and nothing is said of how many more there may be. */
export interface LowerBoundAnswer extends PopulationAnswer {
  readonly method: 'chao-lower-bound'
  readonly point: null
  /** The estimate of the bound; the interval is around it. */
  readonly bound: number
  readonly fit: CaptureFit
  /** n + (lists - 1)/(2 lists) × f₁²/f₂ of the people on exactly one and two lists, every list alike. */
  readonly closedForm: number
}

export interface HeterogeneityAnswer extends PopulationAnswer {
  readonly method: 'heterogeneity'
  readonly point: number
  readonly tail: Tail
  readonly fit: CaptureFit
  /** The same question under every tail that can be fitted: they fit about equally well and may differ by far. */
  readonly tails: readonly { readonly tail: Tail; readonly fit: CaptureFit }[]
}

/**
 * Chao's lower bound with a reach for each list: however unequal people are, at least so many are unseen, if lists are independent but for that.
 * A positive dependence between lists makes it lower still; lists that avoid each other's people can make it too high.
 * @returns the bound; `no-overlap` where nobody is on exactly two lists
 * @see docs/methods/chao-lower-bound.md (Chao 1987; Rivest & Baillargeon 2007)
 */
export function answerByChao(
  overlap: Overlap,
  { level }: { readonly level: number },
): Answered<LowerBoundAnswer> {
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  const [once, twice] = [1, 2].map((k) => countWhere(overlap, (mask) => orderOf(mask) === k))
  if (once === undefined || twice === undefined || twice === 0)
    return refuse('no-overlap', `Nobody is on exactly two of the lists ${overlap.lists.join(', ')}.`)
  const fitted = fitChao(overlap, 'each-its-own')
  if (!fitted.ok) return fitted
  const lists = overlap.lists.length
  return ok({
    method: 'chao-lower-bound',
    point: null,
    bound: fitted.value.estimate,
    interval: rangeOf(overlap, fitted.value, level),
    level,
    cautions: [{ code: 'lower-bound-only', args: {} }],
    fit: fitted.value,
    closedForm: overlap.observed + ((lists - 1) / (2 * lists)) * ((once * once) / twice),
  })
}

/**
 * Lists of their own reach, people who differ by a tail that is chosen, not found: the answers of the other tails stand beside it.
 * Under none of the tails has any method reached its nominal coverage on simulated people who differ (beta-distributed reach: 0 to 8 %), so that
 * this is for a picture of what heterogeneity may do, not for a number to be quoted alone.
 * @returns `needs-three-lists` below three; `no-maximum` where the tail has no estimate
 * @see docs/methods/heterogeneity.md (Darroch, Fienberg, Glonek & Junker 1993; Rivest & Baillargeon 2007)
 */
export function answerByHeterogeneity(
  overlap: Overlap,
  { level, tail }: { readonly level: number; readonly tail: Tail },
): Answered<HeterogeneityAnswer> {
  const wrong = wrongLevel(level)
  if (wrong !== null) return wrong
  if (overlap.lists.length < 3)
    return refuse(
      'needs-three-lists',
      'Two lists cannot show that people differ in how easily they are reached.',
    )
  const tails = TAILS.flatMap((each) => {
    const fit = fitTail(overlap, 'each-its-own', each)
    return fit.ok ? [{ tail: each, fit: fit.value }] : []
  })
  const chosen = tails.find((each) => each.tail === tail)
  const fit = chosen === undefined ? fitTail(overlap, 'each-its-own', tail) : ok(chosen.fit)
  if (!fit.ok) return fit
  return ok({
    method: 'heterogeneity',
    point: fit.value.estimate,
    interval: rangeOf(overlap, fit.value, level),
    level,
    cautions: cautionsOf(fit.value, tails),
    tail,
    fit: fit.value,
    tails,
  })
}

function rangeOf(overlap: Overlap, { unseen }: CaptureFit, level: number) {
  return peopleBetween(
    overlap.observed,
    logNormalRange({
      observed: overlap.observed,
      logUnseen: unseen?.log ?? NaN,
      variance: unseen?.variance ?? NaN,
      reach: normalReach(level),
    }),
  )
}

function cautionsOf(fit: CaptureFit, tails: HeterogeneityAnswer['tails']): readonly Caution[] {
  const points = tails.map((each) => Math.round(each.fit.estimate))
  const decides: Caution = {
    code: 'tail-decides',
    args: { count: points.length, least: Math.min(...points), most: Math.max(...points) },
  }
  return (fit.spread[0] ?? 0) > 0 ? [decides] : [decides, { code: 'no-spread-seen', args: {} }]
}
