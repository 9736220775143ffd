import { exp } from '../../numerics/elementary.ts'
import { sumOverSubsets, sumOverSupersets } from '../loglinear/poisson-fit.ts'

/** A normal prior of one coefficient; precision 0 is the flat prior. */
export interface TermPrior {
  readonly mean: number
  readonly precision: number
}

/**
 * The posterior of a Poisson log-linear model with independent normal or flat priors: it is log-concave, so it has one hill.
 * Arrays by term are in the order of `terms`; those by mask are room for sums over subsets.
 */
export interface TermPosterior {
  readonly lists: number
  /** Masks; the intercept, 0, first. */
  readonly terms: Int32Array
  readonly priorMeans: Float64Array
  readonly precisions: Float64Array
  /** By term: people observed on all of its lists. */
  readonly margins: Float64Array
  /** By mask: log means, then means; and sums of the means over supersets. */
  readonly means: Float64Array
  readonly sums: Float64Array
}

export interface PosteriorMode {
  readonly coefficients: Float64Array
  /** Cholesky factor of the curvature there: lower triangle, row by row, `terms` wide. */
  readonly factor: Float64Array
}

/**
 * @param counts by mask, of length 2^lists; index 0 means nothing
 * @param terms masks above 0; the intercept is added
 * @param priorOf the prior of a term, 0 being the intercept
 */
export function termPosterior(
  { lists, counts }: { readonly lists: number; readonly counts: Float64Array },
  terms: readonly number[],
  priorOf: (term: number) => TermPrior,
): TermPosterior {
  const all = Int32Array.from([0, ...terms])
  const margins = Float64Array.from(counts)
  margins[0] = 0
  sumOverSupersets(margins, lists)
  const priors = Array.from(all, priorOf)
  return {
    lists,
    terms: all,
    priorMeans: Float64Array.from(priors, ({ mean }) => mean),
    precisions: Float64Array.from(priors, ({ precision }) => precision),
    margins: Float64Array.from(all, (term) => margins[term] ?? NaN),
    means: new Float64Array(counts.length),
    sums: new Float64Array(counts.length),
  }
}

/** Minus the logarithm of the posterior, up to a constant; writes its slope. Infinity or NaN where a double can hold no more. */
export function energyAt(p: TermPosterior, coefficients: Float64Array, slope: Float64Array): number {
  const { terms, priorMeans, precisions, margins, means, sums } = p
  means.fill(0)
  for (let at = 0; at < terms.length; at++) means[terms[at] ?? 0] = coefficients[at] ?? NaN
  sumOverSubsets(means, p.lists)
  // Nobody can be observed on no list: that cell is not among the data.
  means[0] = 0
  for (let cell = 1; cell < means.length; cell++) means[cell] = exp(means[cell] ?? NaN)
  sums.set(means)
  sumOverSupersets(sums, p.lists)
  let energy = sums[0] ?? NaN
  for (let at = 0; at < terms.length; at++) {
    const coefficient = coefficients[at] ?? NaN
    const margin = margins[at] ?? NaN
    const away = coefficient - (priorMeans[at] ?? NaN)
    const pull = (precisions[at] ?? NaN) * away
    energy += 0.5 * pull * away - coefficient * margin
    slope[at] = (sums[terms[at] ?? 0] ?? NaN) - margin + pull
  }
  return energy
}

const MOST_STEPS = 500
const MOST_HALVINGS = 60
/** Twice the fall that Newton's step still promises. */
const FALL_LEFT = 1e-12
/** A pivot so small beside its diagonal is rounding: the posterior is flat that way. */
const PIVOT_FLOOR = 1e-11

/**
 * The top of the posterior by Newton's steps, halved while they do not fall; null where there is none or rounding hides it. There is one
 * exactly when the terms with a flat prior have, by themselves, a maximum of the likelihood.
 */
export function modeOf(p: TermPosterior): PosteriorMode | null {
  const size = p.terms.length
  const coefficients = Float64Array.from(p.priorMeans)
  const trial = new Float64Array(size)
  const slope = new Float64Array(size)
  let energy = energyAt(p, coefficients, slope)
  for (let round = 0; round < MOST_STEPS; round++) {
    const factor = curvatureFactor(p)
    if (factor === null) return null
    const step = Float64Array.from(slope)
    solveLower(factor, step)
    const fall = step.reduce((sum, x) => sum + x * x, 0)
    if (fall <= FALL_LEFT) return { coefficients, factor }
    solveUpper(factor, step)
    let length = 1
    let found = Infinity
    for (let halving = 0; halving < MOST_HALVINGS && !(found <= energy - 1e-4 * length * fall); halving++) {
      for (let at = 0; at < size; at++) trial[at] = (coefficients[at] ?? NaN) - length * (step[at] ?? NaN)
      found = energyAt(p, trial, slope)
      length /= 2
    }
    // Where the energy is so large that rounding hides the fall, the last step is the mode to that rounding.
    if (!(found < Infinity)) return null
    coefficients.set(trial)
    if (fall <= 1e-6 && found >= energy) return { coefficients, factor }
    energy = found
  }
  return null
}

/** Cholesky factor of the second derivatives where `energyAt` was last asked; null where they are not positive. */
function curvatureFactor({ terms, precisions, sums }: TermPosterior): Float64Array | null {
  const size = terms.length
  const a = new Float64Array(size * size)
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = sums[(terms[row] ?? 0) | (terms[column] ?? 0)] ?? NaN
      if (row === column) sum += precisions[row] ?? NaN
      const before = sum
      for (let k = 0; k < column; k++) sum -= (a[row * size + k] ?? NaN) * (a[column * size + k] ?? NaN)
      if (row === column && !(sum > PIVOT_FLOOR * before)) return null
      a[row * size + column] = row === column ? Math.sqrt(sum) : sum / (a[column * size + column] ?? NaN)
    }
  }
  return a
}

/** Solves factor × x = b in place. */
export function solveLower(factor: Float64Array, b: Float64Array): void {
  const size = b.length
  for (let row = 0; row < size; row++) {
    let sum = b[row] ?? NaN
    for (let k = 0; k < row; k++) sum -= (factor[row * size + k] ?? NaN) * (b[k] ?? NaN)
    b[row] = sum / (factor[row * size + row] ?? NaN)
  }
}

/** Solves factor' × x = b in place. */
export function solveUpper(factor: Float64Array, b: Float64Array): void {
  const size = b.length
  for (let row = size - 1; row >= 0; row--) {
    const x = (b[row] ?? NaN) / (factor[row * size + row] ?? NaN)
    b[row] = x
    for (let k = 0; k < row; k++) b[k] = (b[k] ?? NaN) - x * (factor[row * size + k] ?? NaN)
  }
}
