import { ok } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import type { Answered } from '../answer.ts'
import { wrongWithoutOverlap } from '../loglinear/fit-model.ts'
import { countWhere, type Overlap } from '../overlap.ts'
import { orderOf } from '../loglinear/hierarchy.ts'
import { fitBehaviour } from './behaviour-models.ts'
import {
  bendColumn,
  designOf,
  one,
  reachColumns,
  tailColumn,
  TAILS,
  type Lists,
  type Tail,
} from './capture-columns.ts'
import { measuresOf, refusedFit, type CaptureFit, type CaptureModelName } from './capture-fit.ts'
import { fitDensePoisson, type DenseEnd, type DenseFit } from './dense-poisson.ts'

/**
 * The twelve closed-population models side by side, as a diagnosis of what heterogeneity could do; each fitted or refused with its reason.
 * @see docs/methods/heterogeneity.md (Otis, Burnham, White & Anderson 1978; Baillargeon & Rivest 2007)
 */
export function captureModels(
  overlap: Overlap,
): readonly { readonly name: CaptureModelName; readonly fit: Answered<CaptureFit> }[] {
  const tails = (lists: Lists) => TAILS.map((tail) => fitTail(overlap, lists, tail))
  return [
    named('M0', fitPlain(overlap, 'all-alike')),
    named('Mt', fitPlain(overlap, 'each-its-own')),
    named('Mh Chao (LB)', fitChao(overlap, 'all-alike')),
    ...tails('all-alike').map((fit, at) => named(`Mh ${TAILS[at] ?? 'Darroch'}`, fit)),
    named('Mth Chao (LB)', fitChao(overlap, 'each-its-own')),
    ...tails('each-its-own').map((fit, at) => named(`Mth ${TAILS[at] ?? 'Darroch'}`, fit)),
    named('Mb', fitBehaviour(overlap, 'Mb')),
    named('Mbh', fitBehaviour(overlap, 'Mbh')),
  ]
}

/** Nobody differs but by chance: M0, or Mt where each list has a reach of its own (which is independence). */
export function fitPlain(overlap: Overlap, lists: Lists): Answered<CaptureFit> {
  const columns = [one, ...reachColumns(overlap, lists)]
  return settled(overlap, lists === 'all-alike' ? 'M0' : 'Mt', {
    fit: fitDensePoisson(designOf(overlap, columns)),
    plain: columns.length,
  })
}

/**
 * People differ in how easily they are reached, in a way that this tail describes. Nothing in the data can tell one tail from another where it matters.
 */
export function fitTail(overlap: Overlap, lists: Lists, tail: Tail): Answered<CaptureFit> {
  const columns = [one, ...reachColumns(overlap, lists)]
  return settled(overlap, lists === 'all-alike' ? `Mh ${tail}` : `Mth ${tail}`, {
    fit: fitDensePoisson(designOf(overlap, [...columns, tailColumn(tail)])),
    plain: columns.length,
  })
}

/**
 * Chao's lower bound: whatever the spread between people, at least so many are unseen, as far as lists are otherwise independent.
 * One bend for each number of lists from 3 on takes those people out of the reckoning; bends downwards, which no spread makes, are left out
 * until none is left, and so are those for numbers of lists that nobody is on.
 * @see docs/methods/chao-lower-bound.md (Chao 1987; Rivest & Baillargeon 2007)
 */
export function fitChao(overlap: Overlap, lists: Lists): Answered<CaptureFit> {
  const columns = [one, ...reachColumns(overlap, lists)]
  let bends = Array.from({ length: overlap.lists.length - 2 }, (_, at) => at + 3).filter(
    (j) => countWhere(overlap, (mask) => orderOf(mask) === j) > 0,
  )
  for (;;) {
    const fit = fitDensePoisson(designOf(overlap, [...columns, ...bends.map(bendColumn)]))
    const kept =
      typeof fit === 'string'
        ? bends
        : bends.filter((_, at) => (fit.coefficients[columns.length + at] ?? 0) >= 0)
    if (kept.length === bends.length)
      return settled(overlap, lists === 'all-alike' ? 'Mh Chao (LB)' : 'Mth Chao (LB)', {
        fit,
        plain: columns.length,
      })
    bends = kept
  }
}

function named(name: CaptureModelName, fit: Answered<CaptureFit>) {
  return { name, fit }
}

/** A fit whose first coefficient is the log of the unseen as what the model says, or why it says nothing. */
function settled(
  overlap: Overlap,
  name: CaptureModelName,
  { fit, plain }: { readonly fit: DenseFit | DenseEnd; readonly plain: number },
): Answered<CaptureFit> {
  const apart = wrongWithoutOverlap(overlap)
  if (apart !== null) return apart
  if (typeof fit === 'string') return refusedFit(name, fit)
  const logUnseen = fit.coefficients[0] ?? NaN
  const variance = fit.covariance[0]?.[0] ?? NaN
  const unseen = exp(logUnseen)
  return ok({
    name,
    estimate: overlap.observed + unseen,
    standardError: Math.sqrt(unseen + unseen * unseen * variance),
    unseen: { log: logUnseen, variance },
    ...measuresOf(overlap, fit),
    spread: fit.coefficients.slice(plain),
  })
}
