import { square } from '../../numerics/elementary.ts'
import type { Overlap } from '../overlap.ts'
import { fitModel, workspaceFor } from '../loglinear/fit-model.ts'
import { closureOf, orderOf } from '../loglinear/hierarchy.ts'
import { sumOverSupersets } from '../loglinear/poisson-fit.ts'

/** Whether the table speaks against people who are all as easy to reach. */
export type ChancesTest =
  | {
      readonly kind: 'look-equal' | 'unequal'
      /** Standard deviations between what was found and what equal chances would give; above 0: some people are easier to reach than others. */
      readonly deviations: number
    }
  /** So few are expected on three lists that unequal chances could not be seen if they were there. */
  | { readonly kind: 'not-testable' }

/** One-sided at 0.10: one table in ten whose people are as easy to reach is called unequal, because missing it hides people and a false alarm hides an upper end. */
const DEVIATIONS = 1.2816
/** Expected on three lists or more under equal chances: with fewer, finding nobody there is likely (e^-3 = 0.05) whatever is true. */
const EXPECTED = 3

/**
 * Rao's score test of independent lists against chances that differ from person to person (the log-normal-like model of Darroch, whose column is
 * half the square of the number of lists). It needs no fit of the model that it tests for, so it exists wherever independence does.
 * Dependence of a single pair of lists moves it little; dependence of most pairs is the same as unequal chances to it, and to the data.
 * @returns `not-testable` too when independence itself has no fit
 * @see docs/methods/verdict.md (Rao 1948; Darroch and others 1993)
 */
export function unequalChances(overlap: Overlap): ChancesTest {
  const terms = closureOf(overlap.lists.length, [])
  const w = workspaceFor(overlap)
  if (!fitModel(overlap, terms, w).ok) return { kind: 'not-testable' }
  if (expectedOnThree(w.means) < EXPECTED) return { kind: 'not-testable' }
  const deviations = scoreOf(overlap.lists.length, w)
  if (!Number.isFinite(deviations)) return { kind: 'not-testable' }
  return { kind: deviations > DEVIATIONS ? 'unequal' : 'look-equal', deviations }
}

interface Fitted {
  readonly means: Float64Array
  readonly counts: Float64Array
}

function expectedOnThree(means: Float64Array): number {
  return means.reduce((sum, mean, mask) => (orderOf(mask) >= 3 ? sum + mean : sum), 0)
}

/** Score of the tested column over its standard deviation, what the fitted columns explain of it taken away. */
function scoreOf(lists: number, { means, counts }: Fitted): number {
  const column = Float64Array.from(means, (_, mask) => square(orderOf(mask)) / 2)
  const weighted = column.map((value, mask) => value * (means[mask] ?? NaN))
  const score = column.reduce(
    (sum, value, mask) => (mask === 0 ? sum : sum + value * ((counts[mask] ?? NaN) - (means[mask] ?? NaN))),
    0,
  )
  const own = column.reduce((sum, value, mask) => sum + value * (weighted[mask] ?? NaN), 0)
  return score / Math.sqrt(own - explainedBy(lists, { means, weighted }))
}

/** c' I⁻¹ c: I the information of intercept and lists, c what they share with the tested column; both are sums over supersets. */
function explainedBy(
  lists: number,
  { means, weighted }: { readonly means: Float64Array; readonly weighted: Float64Array },
): number {
  const information = means.slice()
  information[0] = 0
  const shared = weighted.slice()
  sumOverSupersets(information, lists)
  sumOverSupersets(shared, lists)
  const columns = [0, ...Array.from({ length: lists }, (_, list) => 1 << list)]
  // Gauss elimination of the symmetric system bordered by c: what is left in the corner is -c' I⁻¹ c.
  const rows = columns.map((a) =>
    Float64Array.from([...columns.map((b) => information[a | b] ?? NaN), shared[a] ?? NaN]),
  )
  const corner = Float64Array.from([...columns.map((a) => shared[a] ?? NaN), 0])
  for (const [at, row] of rows.entries())
    for (const later of [...rows.slice(at + 1), corner]) {
      const share = (later[at] ?? NaN) / (row[at] ?? NaN)
      for (let k = at; k < row.length; k++) later[k] = (later[k] ?? NaN) - share * (row[k] ?? NaN)
    }
  return -(corner[columns.length] ?? NaN)
}
