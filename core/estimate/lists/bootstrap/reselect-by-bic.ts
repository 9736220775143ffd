import { exp, log } from '../../numerics/elementary.ts'
import { existenceOn } from '../loglinear/existence.ts'
import { occupiedIn } from '../loglinear/occupied-in.ts'
import { fitPoisson, loadCounts, poissonWorkspace, type PoissonWorkspace } from '../loglinear/poisson-fit.ts'
import type { Reselected, Reselecting } from './resample.ts'

interface Competitor {
  readonly terms: readonly number[]
  /** Of its fit to the original table, to begin from. */
  readonly coefficients: Float64Array
}

/**
 * The choice by BIC among these models as something to be repeated on tables like the one given. Only the best models of that table compete
 * again (Silverman, Chan & Vincent 2024). Existence is decided for the winner alone; when it has no estimate the next is asked.
 * @param counts by mask, of length 2^lists; every model has an estimate on it
 * @param models their terms, main effects included
 */
export function reselectByBic(
  lists: number,
  counts: Float64Array,
  models: readonly (readonly number[])[],
): Reselecting {
  const w = poissonWorkspace(lists)
  loadCounts(w, counts, { complete: false })
  const competitors = models.map((terms) => {
    fitPoisson(w, terms, { warm: false })
    return { terms, coefficients: Float64Array.from(w.coefficients) }
  })
  return { estimate: (table) => bestOf(w, table, competitors) }
}

function bestOf(w: PoissonWorkspace, table: Float64Array, competitors: readonly Competitor[]): Reselected {
  const observed = table.reduce((sum, count) => sum + count, 0)
  const price = log(observed)
  loadCounts(w, table, { complete: false })
  const fits: { readonly terms: readonly number[]; readonly bic: number; readonly people: number }[] = []
  for (const { terms, coefficients } of competitors) {
    w.coefficients.set(coefficients)
    const { end, parameters, logLikelihood, intercept } = fitPoisson(w, terms, { warm: true })
    if (end === 'converged')
      fits.push({ terms, bic: parameters * price - 2 * logLikelihood, people: observed + exp(intercept) })
  }
  fits.sort((a, b) => a.bic - b.bic || a.terms.length - b.terms.length)
  const occupied = occupiedIn(table)
  const best = fits.find(({ terms }) => existenceOn(occupied, table.length, terms) === 'exists')
  return best ?? { people: Infinity, terms: [] }
}
