import { canCancel } from '../../numerics/exact-programme.ts'
import { eliminate, rankOf } from '../../numerics/exact-elimination.ts'
import type { Overlap } from '../overlap.ts'

/**
 * Whether a log-linear model has a maximum of the likelihood on these counts, parameters at minus infinity allowed.
 * `no-maximum`: the likelihood still rises as some parameters run away together. `not-identified`: many parameters fit equally well,
 * and say different things about the people on no list.
 */
export type Existence = 'exists' | 'no-maximum' | 'not-identified'

/**
 * Decides, in whole numbers, whether the extended maximum-likelihood estimate exists and is the only one.
 * A term nobody is observed under (margin 0) has its estimate at minus infinity: it leaves the model, and the cells that it covers leave the table.
 * On what remains the estimate exists exactly when the sufficient statistic lies in the relative interior of the cone that the design's
 * rows span, that is, when a table without zeros has the same margins. Directions that change no occupied cell are found by elimination;
 * the linear programme then has as many conditions as there are such directions, usually none.
 * It needs only to know which cells are occupied, never how many people are in them.
 * @param terms interaction masks of a hierarchical model, main effects included, the intercept (0) left out or not
 * @returns `no-maximum` also where the parameters are, besides, not identified
 * @see docs/methods/existence.md (Fienberg & Rinaldo 2012, theorem 3.2; Chan, Silverman & Vincent 2021, section 2)
 */
export function existenceOf(overlap: Overlap, terms: readonly number[]): Existence {
  const occupied = overlap.cells.map((cell) => cell.mask)
  return existenceOn(occupied, 1 << overlap.lists.length, terms)
}

/** As `existenceOf`, from the masks of the occupied cells alone; `size` is 2^lists. */
export function existenceOn(occupied: readonly number[], size: number, terms: readonly number[]): Existence {
  const empty = emptyTerms(occupied, terms)
  const kept = [0, ...terms.filter((term) => term !== 0 && !empty.includes(term))]
  const seen = eliminate(design(occupied, kept), kept.length)
  if (seen.rank === kept.length) return 'exists'
  const unoccupied = cellsLeft({ size, empty, without: new Set(occupied) })
  const moves = movesOf(unoccupied, kept, seen.nullSpace)
  if (!canCancel(moves)) return 'no-maximum'
  return rankOf(design([...occupied, ...unoccupied], kept), kept.length) < kept.length
    ? 'not-identified'
    : 'exists'
}

/** Terms under which nobody is observed: their estimates are minus infinity. */
export function emptyTerms(occupied: readonly number[], terms: readonly number[]): readonly number[] {
  return terms.filter((term) => !occupied.some((mask) => (mask & term) === term))
}

/** Observable cells that no empty term covers, in the order of their masks. */
export function cellsLeft(ask: {
  readonly size: number
  readonly empty: readonly number[]
  readonly without: ReadonlySet<number>
}): readonly number[] {
  const least = ask.empty.filter(
    (term) => !ask.empty.some((other) => other !== term && (term & other) === other),
  )
  const left: number[] = []
  for (let mask = 1; mask < ask.size; mask++)
    if (!ask.without.has(mask) && !least.some((term) => (mask & term) === term)) left.push(mask)
  return left
}

function design(cells: readonly number[], terms: readonly number[]): Float64Array {
  const entries = new Float64Array(cells.length * terms.length)
  let at = 0
  for (const cell of cells) for (const term of terms) entries[at++] = (cell & term) === term ? 1 : 0
  return entries
}

/** By how much each free direction moves the logarithm of each unoccupied cell. */
function movesOf(
  cells: readonly number[],
  terms: readonly number[],
  directions: readonly (readonly bigint[])[],
): readonly (readonly bigint[])[] {
  return cells.map((cell) =>
    directions.map((direction) =>
      direction.reduce((sum, x, at) => ((cell & (terms[at] ?? 0)) === (terms[at] ?? 0) ? sum + x : sum), 0n),
    ),
  )
}
