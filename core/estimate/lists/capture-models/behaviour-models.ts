import { ok, refuse } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import type { Answered } from '../answer.ts'
import { orderOf } from '../loglinear/hierarchy.ts'
import type { Overlap } from '../overlap.ts'
import { designOf, firstList, one } from './capture-columns.ts'
import { measuresOf, refusedFit, type CaptureFit } from './capture-fit.ts'
import { fitDensePoisson, type DenseFit } from './dense-poisson.ts'

/**
 * Mb: being on one list changes the chance of being on those after it. Mbh: and the first list reaches people as it likes, by which Pollock and Otto let
 * the easiest to reach go first. Both take the order of the lists for an order in time; where it is none they mean nothing.
 *
 * Log means are a + b × (first list) + d × (lists after it), for Mbh with a coefficient for the first list alone. People new on list i are
 * F_i = e^(a + b i) (1 + e^d)^(lists - i): a geometric row with ratio r = e^b / (1 + e^d), whose sum goes on past the last list.
 * @returns `no-maximum` where the row does not fall: each list finds as many new people as the one before, or more
 * @see docs/methods/heterogeneity.md (Otis et al. 1978; Pollock & Otto 1983)
 */
export function fitBehaviour(overlap: Overlap, name: 'Mb' | 'Mbh'): Answered<CaptureFit> {
  const columns = [one, firstList, (mask: number) => orderOf(mask) - 1]
  const first = (mask: number) => mask & 1
  const fit = fitDensePoisson(designOf(overlap, name === 'Mb' ? columns : [...columns, first]))
  if (typeof fit === 'string') return refusedFit(name, fit)
  const { ratio, total, gradient } = sumOfRow(overlap.lists.length, name, fit)
  if (!(ratio < 1))
    return refuse('no-maximum', `Model ${name}: later lists find no fewer new people than earlier ones.`)
  let variance = -total
  for (const [i, row] of fit.covariance.entries())
    for (const [j, entry] of row.entries()) variance += (gradient[i] ?? NaN) * entry * (gradient[j] ?? NaN)
  return ok({
    name,
    estimate: total,
    standardError: Math.sqrt(Math.max(0, variance)),
    unseen: null,
    ...measuresOf(overlap, fit),
    spread: [],
  })
}

/** The whole row of new people, and its derivatives by a, b, d and the first list's own coefficient. */
function sumOfRow(lists: number, name: 'Mb' | 'Mbh', { coefficients }: DenseFit) {
  const [a = NaN, b = NaN, d = NaN, own = 0] = coefficients
  const again = exp(d)
  const share = again / (1 + again)
  const newOn = (i: number) => exp(a + b * i + (i === 1 ? own : 0) + (lists - i) * log(1 + again))
  const ratio = exp(b) / (1 + again)
  const begins = name === 'Mb' ? 1 : 2
  const tail = newOn(begins) / (1 - ratio)
  const bend = (tail * ratio) / (1 - ratio)
  const before = name === 'Mb' ? 0 : newOn(1)
  return {
    ratio,
    total: before + tail,
    gradient: [
      before + tail,
      before + begins * tail + bend,
      share * (before * (lists - 1) + tail * (lists - begins) - bend),
      before,
    ],
  }
}
