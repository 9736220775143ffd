import { exp } from '../../numerics/elementary.ts'
import type { Reselecting } from '../bootstrap/resample.ts'
import { fitPoisson, loadCounts, poissonWorkspace } from '../loglinear/poisson-fit.ts'
import { chooseStepwise } from './choose-stepwise.ts'

/**
 * The stepwise choice as something to be repeated on tables like this one. Each begins from the fit of independence to this one, which is near.
 * @param counts by mask, of length 2^lists
 */
export function reselectStepwise(lists: number, counts: Float64Array, threshold: number): Reselecting {
  const w = poissonWorkspace(lists)
  const singles = Array.from({ length: lists }, (_, list) => 1 << list)
  loadCounts(w, counts, { complete: false })
  const warm =
    fitPoisson(w, singles, { warm: false }).end === 'converged' ? Float64Array.from(w.coefficients) : null
  return {
    estimate: (table) => {
      const choice = chooseStepwise(w, table, { threshold, warm })
      if (choice.kind === 'none') return { people: Infinity, terms: singles }
      const observed = table.reduce((sum, count) => sum + count, 0)
      return {
        people: observed + exp(choice.fit.intercept),
        terms: [...singles, ...choice.added].sort((a, b) => a - b),
      }
    },
  }
}
