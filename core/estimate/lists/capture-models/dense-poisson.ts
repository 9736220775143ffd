import { exp, log, logFactorial } from '../../numerics/elementary.ts'

/** Counts, and the columns of the design that explain their log means; the first column is usually 1 everywhere. */
export interface DenseDesign {
  readonly counts: Float64Array
  readonly columns: readonly Float64Array[]
  /** What is added to each log mean and not fitted. */
  readonly offsets: Float64Array | null
}

export interface DenseFit {
  /** One for each column. */
  readonly coefficients: readonly number[]
  /** Inverse information, by rows. */
  readonly covariance: readonly (readonly number[])[]
  readonly deviance: number
  /** Poisson, with its factorials. */
  readonly logLikelihood: number
}

/** `unbounded`: a coefficient runs away; `singular`: columns depend on each other; `iterations`: neither, and no maximum either. */
export type DenseEnd = 'unbounded' | 'singular' | 'iterations'

const MOST_ITERATIONS = 100
const MOST_HALVINGS = 30
/** Twice the gain that a step promises; the gain after it is about its square. */
const GAIN_LEFT = 1e-10
const PIVOT_FLOOR = 1e-12
/** A standard error above 1,000 on a column's own scale is one without end. */
const INFORMATION_FLOOR = 1e-6

/**
 * Maximum likelihood of a Poisson log-linear model with any columns, by Newton's steps with halving. For the few models whose columns are
 * no sets of lists; those that are have `fitPoisson`, which is many times faster.
 */
export function fitDensePoisson(design: DenseDesign): DenseFit | DenseEnd {
  const { counts, columns } = design
  const begin = Float64Array.from(counts, (y) => y + 0.1)
  const targets = Float64Array.from(
    counts,
    (y, at) => log(y + 0.1) - 0.1 / (y + 0.1) - (design.offsets?.[at] ?? 0),
  )
  const first = factorOf(informationOf(columns, begin))
  if (typeof first === 'string') return first
  let coefficients = solveWith(
    first,
    columns.map((column) => weightedSum(column, begin, targets)),
  )
  let now = at(design, coefficients)
  for (let iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
    const factor = factorOf(informationOf(columns, now.means))
    if (typeof factor === 'string') return factor
    const score = columns.map((column) => scoreOf(column, counts, now.means))
    const step = solveWith(factor, score)
    const gain = score.reduce((sum, s, k) => sum + s * (step[k] ?? NaN), 0)
    ;[coefficients, now] = walk(design, { coefficients, now, step })
    if (gain <= GAIN_LEFT) {
      const last = factorOf(informationOf(columns, now.means))
      return typeof last === 'string' ? last : fitted(design, { coefficients, now, factor: last })
    }
  }
  return 'iterations'
}

/** Goes the step, or half of it and so on until the likelihood does not fall. */
function walk(
  design: DenseDesign,
  from: { coefficients: number[]; now: Point; step: readonly number[] },
): [number[], Point] {
  let length = 1
  for (let halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
    const tried = from.coefficients.map((b, k) => b + length * (from.step[k] ?? NaN))
    const there = at(design, tried)
    if (there.value >= from.now.value - 1e-13 * Math.abs(from.now.value)) return [tried, there]
  }
  return [from.coefficients, from.now]
}

interface Point {
  readonly means: Float64Array
  readonly value: number
}

/** Means and log-likelihood, without its factorials, at these coefficients. */
function at({ counts, columns, offsets }: DenseDesign, coefficients: readonly number[]): Point {
  const means = new Float64Array(counts.length)
  let value = 0
  for (let cell = 0; cell < counts.length; cell++) {
    let predictor = offsets?.[cell] ?? 0
    for (let k = 0; k < columns.length; k++)
      predictor += (columns[k]?.[cell] ?? NaN) * (coefficients[k] ?? NaN)
    const mean = exp(predictor)
    means[cell] = mean
    value += (counts[cell] ?? NaN) * predictor - mean
  }
  return { means, value }
}

function fitted(
  { counts }: DenseDesign,
  { coefficients, now, factor }: { coefficients: readonly number[]; now: Point; factor: readonly number[][] },
): DenseFit {
  let deviance = 0
  let factorials = 0
  for (let cell = 0; cell < counts.length; cell++) {
    const y = counts[cell] ?? NaN
    const mean = now.means[cell] ?? NaN
    deviance += 2 * ((y > 0 ? y * log(y / mean) : 0) - y + mean)
    factorials += logFactorial(y)
  }
  return {
    coefficients,
    covariance: coefficients.map((_, k) =>
      solveWith(
        factor,
        coefficients.map((__, j) => (j === k ? 1 : 0)),
      ),
    ),
    deviance: Math.max(0, deviance),
    logLikelihood: now.value - factorials,
  }
}

function informationOf(columns: readonly Float64Array[], weights: Float64Array): readonly number[][] {
  return columns.map((row, i) => columns.slice(0, i + 1).map((column) => weightedSum(row, weights, column)))
}

function weightedSum(a: Float64Array, weights: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let cell = 0; cell < a.length; cell++)
    sum += (a[cell] ?? NaN) * (weights[cell] ?? NaN) * (b[cell] ?? NaN)
  return sum
}

function scoreOf(column: Float64Array, counts: Float64Array, means: Float64Array): number {
  let sum = 0
  for (let cell = 0; cell < column.length; cell++)
    sum += (column[cell] ?? NaN) * ((counts[cell] ?? NaN) - (means[cell] ?? NaN))
  return sum
}

/** Cholesky's factor of a lower triangle, or why there is none. */
function factorOf(a: readonly number[][]): readonly number[][] | 'singular' | 'unbounded' {
  const factor: number[][] = []
  for (const [i, row] of a.entries()) {
    const made: number[] = []
    for (const [j, entry] of row.entries()) {
      const other = j === i ? made : (factor[j] ?? [])
      let sum = entry
      for (let k = 0; k < j; k++) sum -= (made[k] ?? NaN) * (other[k] ?? NaN)
      if (j < i) made.push(sum / (other[j] ?? NaN))
      else if (!(sum > entry * PIVOT_FLOOR)) return 'singular'
      else if (sum < INFORMATION_FLOOR) return 'unbounded'
      else made.push(Math.sqrt(sum))
    }
    factor.push(made)
  }
  return factor
}

function solveWith(factor: readonly number[][], right: readonly number[]): number[] {
  const x = [...right]
  for (const [i, row] of factor.entries()) {
    let sum = x[i] ?? NaN
    for (let k = 0; k < i; k++) sum -= (row[k] ?? NaN) * (x[k] ?? NaN)
    x[i] = sum / (row[i] ?? NaN)
  }
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] ?? NaN
    for (let k = i + 1; k < x.length; k++) sum -= (factor[k]?.[i] ?? NaN) * (x[k] ?? NaN)
    x[i] = sum / (factor[i]?.[i] ?? NaN)
  }
  return x
}
