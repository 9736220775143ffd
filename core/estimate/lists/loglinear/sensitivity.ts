import { ok, refuse } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import type { Answered } from '../answer.ts'
import { countsByMask, membershipText, type Overlap } from '../overlap.ts'
import { wrongWithoutOverlap } from './fit-model.ts'
import { existenceOf } from './existence.ts'
import { closureOf, listsIn, orderOf } from './hierarchy.ts'
import { fitPoisson, loadCounts, poissonWorkspace } from './poisson-fit.ts'

/** What the answer would be if something that no data can test were so. */
export interface Supposed {
  /** The odds ratio that was supposed; 1 is what methods take for granted. */
  readonly ratio: number
  readonly estimate: number
}

/** Two lists whose dependence is varied. */
export interface PairSupposed {
  readonly lists: readonly [string, string]
  readonly answers: readonly Supposed[]
}

/**
 * The saturated model's answer when the interaction of all lists together, which no observed cell can show, is not none but this ratio:
 * n + unseen / ratio, the unseen being the product of the cells of an odd number of lists over that of an even number.
 * @param ratios above 0; 1 is the model itself
 * @returns `no-maximum` where a combination of lists has nobody: the product has then no value
 * @see docs/methods/log-linear-models.md (Bishop, Fienberg & Holland 1975, section 6.4; Gerritse, van der Heijden & Bakker 2015)
 */
export function varyHighestOrder(overlap: Overlap, ratios: readonly number[]): Answered<readonly Supposed[]> {
  const wrong = wrongRatios(ratios)
  if (wrong !== null) return wrong
  const counts = countsByMask(overlap)
  let logUnseen = 0
  for (let mask = 1; mask < counts.length; mask++) {
    const count = counts[mask] ?? 0
    if (count === 0)
      return refuse('no-maximum', `Nobody is on exactly ${membershipText(overlap.lists, mask)}.`)
    logUnseen += orderOf(mask) % 2 === 1 ? log(count) : -log(count)
  }
  return ok(ratios.map((ratio) => ({ ratio, estimate: overlap.observed + exp(logUnseen) / ratio })))
}

/**
 * Independence but for one pair of lists, whose odds ratio is supposed: above 1, who is on one is likelier to be on the other, and more
 * people are unseen. One row for each pair, in the order of the lists.
 * @param ratios above 0; at 1 every row says what independence says
 * @see docs/methods/log-linear-models.md
 */
export function varyPairs(overlap: Overlap, ratios: readonly number[]): Answered<readonly PairSupposed[]> {
  const wrong = wrongRatios(ratios) ?? wrongWithoutOverlap(overlap)
  if (wrong !== null) return wrong
  const lists = overlap.lists.length
  const terms = closureOf(lists, [])
  if (existenceOf(overlap, terms) !== 'exists')
    return refuse('no-maximum', 'Independence has no maximum of the likelihood on these counts.')
  const w = poissonWorkspace(lists)
  const counts = countsByMask(overlap)
  const rows: PairSupposed[] = []
  for (let pair = 3; pair < 1 << lists; pair++) {
    if (orderOf(pair) !== 2) continue
    const answers: Supposed[] = []
    for (const ratio of ratios) {
      for (let mask = 0; mask < counts.length; mask++)
        w.offsets[mask] = (mask & pair) === pair ? log(ratio) : 0
      loadCounts(w, counts, { complete: false })
      const fit = fitPoisson(w, terms, { warm: false })
      if (fit.end !== 'converged')
        return refuse('did-not-converge', `At an odds ratio of ${ratio} the search ended without a maximum.`)
      answers.push({ ratio, estimate: overlap.observed + exp(fit.intercept) })
    }
    const [a = 0, b = 0] = listsIn(pair)
    rows.push({ lists: [overlap.lists[a] ?? '', overlap.lists[b] ?? ''], answers })
  }
  return ok(rows)
}

function wrongRatios(ratios: readonly number[]) {
  const wrong = ratios.find((ratio) => !(ratio > 0 && Number.isFinite(ratio)))
  return wrong === undefined
    ? null
    : refuse('settings-unusable', `An odds ratio is above 0, found ${String(wrong)}.`)
}
