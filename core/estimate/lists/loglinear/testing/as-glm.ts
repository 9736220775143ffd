import { exp, log } from '../../../numerics/elementary.ts'
import { countsByMask, type Overlap } from '../../overlap.ts'

/**
 * Intercept and its variance as R's `glm` prints them, which is not where the maximum is: it stops at a change of 1e-8 in the deviance and
 * takes the variance from the weights of the step before. Written from its manual, to show that this alone sets our digits apart from the reference's.
 */
export function asGlm(overlap: Overlap, terms: readonly number[]): { intercept: number; variance: number } {
  const counts = countsByMask(overlap).subarray(1)
  return glmOf(
    counts,
    Array.from(counts, (_, at) => [1, ...terms.map((term) => (((at + 1) & term) === term ? 1 : 0))]),
  )
}

/** The same for any design, by rows; the first column is the intercept. */
export function glmOf(
  counts: Float64Array,
  rows: readonly (readonly number[])[],
): { intercept: number; variance: number } {
  let means = Array.from(counts, (y) => y + 0.1)
  let before = devianceOf(counts, means)
  for (let round = 0; round < 25; round++) {
    const targets = means.map((mean, at) => log(mean) + ((counts[at] ?? NaN) - mean) / mean)
    const { solution, firstOfInverse } = leastSquares(rows, means, targets)
    means = rows.map((row) => exp(row.reduce((sum, x, at) => sum + x * (solution[at] ?? NaN), 0)))
    const now = devianceOf(counts, means)
    if (Math.abs(now - before) / (0.1 + Math.abs(now)) < 1e-8)
      return { intercept: solution[0] ?? NaN, variance: firstOfInverse }
    before = now
  }
  return { intercept: NaN, variance: NaN }
}

function devianceOf(counts: Float64Array, means: readonly number[]): number {
  return means.reduce((sum, mean, at) => {
    const y = counts[at] ?? NaN
    return sum + 2 * ((y > 0 ? y * log(y / mean) : 0) - (y - mean))
  }, 0)
}

/** Gauss-Jordan on the normal equations with two right sides: the targets, and the first unit vector. */
function leastSquares(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  targets: readonly number[],
): { solution: readonly number[]; firstOfInverse: number } {
  const p = rows[0]?.length ?? 0
  const product = (i: number, value: (row: number) => number) =>
    rows.reduce((sum, row, at) => sum + (row[i] ?? NaN) * (weights[at] ?? NaN) * value(at), 0)
  const a = Array.from({ length: p }, (_, i) => [
    ...Array.from({ length: p }, (__, j) => product(i, (at) => rows[at]?.[j] ?? NaN)),
    product(i, (at) => targets[at] ?? NaN),
    i === 0 ? 1 : 0,
  ])
  for (let pivot = 0; pivot < p; pivot++) {
    const head = a[pivot] ?? []
    const scale = head[pivot] ?? NaN
    for (let k = 0; k < p + 2; k++) head[k] = (head[k] ?? NaN) / scale
    for (const [at, row] of a.entries()) {
      const factor = row[pivot] ?? NaN
      if (at !== pivot) for (let k = 0; k < p + 2; k++) row[k] = (row[k] ?? NaN) - factor * (head[k] ?? NaN)
    }
  }
  return { solution: a.map((row) => row[p] ?? NaN), firstOfInverse: a[0]?.[p + 1] ?? NaN }
}
