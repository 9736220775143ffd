import { exp, log, logFactorial } from '../../numerics/elementary.ts'

/**
 * Fast maximum-likelihood fits of hierarchical log-linear models to counts by membership.
 *
 * The count of the cell c is Poisson with log mean Σ β_t over the terms t ⊆ c. Two transforms over subsets do all the work, without a design matrix:
 * the linear predictor is the sum of β over subsets; and as two columns s and t are both 1 exactly where c ⊇ s ∪ t, the information
 * matrix has at (s, t) the sum of the means over supersets of s ∪ t. Both cost lists × 2^lists additions.
 * Newton's steps (which are IRLS for this model) are solved by Cholesky, with the intercept last, so that its variance is read off the last pivot.
 *
 * Terms whose sufficient margin is zero are at minus infinity: they are left out, with the cells that hold them, whose fitted mean is 0
 * (extended maximum likelihood). This settles the simple cases only; `existenceOf` settles all.
 * @see docs/methods/log-linear-models.md (Fienberg & Rinaldo 2012; Chan, Silverman & Vincent 2021)
 */
export interface PoissonWorkspace {
  readonly lists: number
  /** By mask: observed counts, fitted means (0 in cells that take no part), log means, and room for transforms. */
  readonly counts: Float64Array
  readonly means: Float64Array
  readonly logMeans: Float64Array
  readonly sums: Float64Array
  /** By mask: sums of the counts over supersets (the sufficient margins). */
  readonly margins: Float64Array
  /** By mask: the coefficients of the last fit; 0 where there is no such term. Index 0 is the intercept. A warm start reads them. */
  readonly coefficients: Float64Array
  /** By mask: what is added to each log mean and not fitted. */
  readonly offsets: Float64Array
  readonly trial: Float64Array
  /** By mask: 1 where the cell takes part. */
  readonly live: Uint8Array
  readonly startWeights: Float64Array
  readonly startTargets: Float64Array
  /** The terms being fitted, the intercept last; `parameters` of them. */
  readonly active: Int32Array
  /** For `active`: score, then step. */
  readonly step: Float64Array
  /** Lower triangle by rows: the information, then its Cholesky factor. Grows when a model needs it. */
  information: Float64Array
  parameters: number
  /** Whether mask 0 is a cell with a count (a table made complete by a supposed number of unseen people). */
  complete: boolean
  /** Parts of the likelihood that no model changes: Σ log y! and Σ y log y, Σ y, Σ y × offset. */
  logFactorials: number
  yLogY: number
  total: number
  offsetMargin: number
}

export type FitEnd =
  | 'converged'
  /** A coefficient can grow without end, or nearly: the likelihood has no maximum that the data could place. */
  | 'unbounded'
  /** Columns of the design depend on each other where it matters. */
  | 'singular'
  | 'iterations'

export interface PoissonFit {
  readonly end: FitEnd
  readonly iterations: number
  /** log mean of the cell of no list: e to this many are unseen. */
  readonly intercept: number
  /** 2 Σ (y log(y / mean) - y + mean). */
  readonly deviance: number
  /** Poisson, with its factorials, as R's `glm` has it. */
  readonly logLikelihood: number
  /** Every term of the model and the intercept, those at minus infinity too: R counts them so in AIC and BIC. */
  readonly parameters: number
  /** Terms at minus infinity; the workspace holds 0 for them. */
  readonly empty: readonly number[]
}

export interface FitSettings {
  /** Begin at the workspace's coefficients rather than at the counts. */
  readonly warm: boolean
}

const MOST_ITERATIONS = 100
const MOST_HALVINGS = 30
/** Twice the gain that Newton's step still promises; the gain after that step is about its square. */
const GAIN_LEFT = 1e-10
/** A pivot so small beside its diagonal is rounding: the column depends on earlier ones. */
const PIVOT_FLOOR = 1e-11
/** Information below this means a standard error above 1,000 for a log ratio of whole counts: it is running to infinity. */
const INFORMATION_FLOOR = 1e-6

/** Arrays for fits to tables of this many lists; one serves any number of fits, one after the other. */
export function poissonWorkspace(lists: number): PoissonWorkspace {
  const cells = 1 << lists
  const array = () => new Float64Array(cells)
  return {
    lists,
    counts: array(),
    means: array(),
    logMeans: array(),
    sums: array(),
    margins: array(),
    coefficients: array(),
    offsets: array(),
    trial: array(),
    live: new Uint8Array(cells),
    startWeights: array(),
    startTargets: array(),
    active: new Int32Array(cells),
    step: array(),
    information: new Float64Array(1024),
    parameters: 0,
    complete: false,
    logFactorials: 0,
    yLogY: 0,
    total: 0,
    offsetMargin: 0,
  }
}

/**
 * Puts a table into the workspace; every fit until the next call is of this table.
 * @param counts by mask, of length 2^lists; not changed, not kept
 * @param complete whether `counts[0]` is a cell of the table (it may be a fraction) or means nothing
 */
export function loadCounts(
  w: PoissonWorkspace,
  counts: Float64Array,
  { complete }: { complete: boolean },
): void {
  w.counts.set(counts)
  if (!complete) w.counts[0] = 0
  w.complete = complete
  w.margins.set(w.counts)
  sumOverSupersets(w.margins, w.lists)
  let logFactorials = 0
  let yLogY = 0
  let offsetMargin = 0
  for (let cell = complete ? 0 : 1; cell < w.counts.length; cell++) {
    const y = w.counts[cell] ?? NaN
    const begin = y + 0.1
    const logBegin = log(begin)
    const offset = w.offsets[cell] ?? NaN
    w.startWeights[cell] = begin
    w.startTargets[cell] = begin * (logBegin - offset) - 0.1
    if (y === 0) continue
    logFactorials += logFactorial(y)
    yLogY += y * log(y)
    offsetMargin += y * offset
  }
  w.logFactorials = logFactorials
  w.yLogY = yLogY
  w.total = w.margins[0] ?? NaN
  w.offsetMargin = offsetMargin
}

/**
 * Fits one hierarchical model to the table that was loaded. Never throws on data: how it ended stands in `end`, and numbers of a fit that
 * did not converge are for no answer.
 * @param terms masks above 0, each once, closed under parts
 */
export function fitPoisson(w: PoissonWorkspace, terms: readonly number[], { warm }: FitSettings): PoissonFit {
  const empty = chooseTerms(w, terms)
  if (warm) keepActive(w)
  else if (!beginAtCounts(w)) return fitted(w, { end: 'singular', iterations: 0, terms: terms.length, empty })
  let value = valueAt(w, w.coefficients)
  let iterations = 0
  let end: FitEnd = 'iterations'
  while (iterations < MOST_ITERATIONS && end === 'iterations') {
    iterations += 1
    gatherInformation(w, w.means)
    gatherScore(w)
    const wrong = factorise(w)
    if (wrong !== null) end = wrong
    else {
      const gain = solve(w)
      value = walk(w, value)
      if (gain <= GAIN_LEFT) end = 'converged'
    }
  }
  return fitted(w, { end, iterations, terms: terms.length, empty })
}

/**
 * Variance of the intercept of the fit that was made last, from the inverse of its information (Poisson sampling); NaN where that has none.
 * Apart from the fit, because a bootstrap has no use for it. R's `glm` takes the information of its last step but one, so that its
 * standard errors agree with these to five or six digits only.
 */
export function interceptVariance(w: PoissonWorkspace): number {
  gatherInformation(w, w.means)
  if (factorise(w) !== null) return NaN
  const last = w.information[w.parameters * w.parameters - 1] ?? NaN
  return 1 / (last * last)
}

/** Sums over supersets, in place: afterwards a[s] is the sum of a[c] over c ⊇ s. */
export function sumOverSupersets(a: Float64Array, lists: number): void {
  for (let bit = 1; bit < 1 << lists; bit <<= 1)
    for (let high = bit; high < a.length; high += 2 * bit)
      for (let at = high; at < high + bit; at++) a[at - bit] = (a[at - bit] ?? NaN) + (a[at] ?? NaN)
}

/** Sums over subsets, in place: afterwards a[c] is the sum of a[s] over s ⊆ c. */
export function sumOverSubsets(a: Float64Array, lists: number): void {
  for (let bit = 1; bit < 1 << lists; bit <<= 1)
    for (let high = bit; high < a.length; high += 2 * bit)
      for (let at = high; at < high + bit; at++) a[at] = (a[at] ?? NaN) + (a[at - bit] ?? NaN)
}

/** Terms with a margin become active; those without are returned, and their cells rest. */
function chooseTerms(w: PoissonWorkspace, terms: readonly number[]): readonly number[] {
  const { active, margins, live } = w
  live.fill(1)
  if (!w.complete) live[0] = 0
  let count = 0
  let empty: number[] | null = null
  for (const term of terms) {
    if ((margins[term] ?? NaN) > 0) active[count++] = term
    else (empty ??= []).push(term)
  }
  active[count++] = 0
  w.parameters = count
  if (w.information.length < count * count) w.information = new Float64Array(count * count)
  if (empty === null) return []
  for (let cell = 1; cell < live.length; cell++)
    if (empty.some((term) => (cell & term) === term)) live[cell] = 0
  return empty
}

/** One step of weighted least squares from means of y + 0.1, as R's `glm` begins. */
function beginAtCounts(w: PoissonWorkspace): boolean {
  const { active, parameters, coefficients, step, sums, live } = w
  w.means.set(w.startWeights)
  sums.set(w.startTargets)
  for (let cell = 0; cell < live.length; cell++) {
    if (live[cell] === 1) continue
    w.means[cell] = 0
    sums[cell] = 0
  }
  sumOverSupersets(sums, w.lists)
  for (let at = 0; at < parameters; at++) step[at] = sums[active[at] ?? 0] ?? NaN
  gatherInformation(w, w.means)
  if (factorise(w) !== null) return false
  solve(w)
  coefficients.fill(0)
  for (let at = 0; at < parameters; at++) coefficients[active[at] ?? 0] = step[at] ?? NaN
  return true
}

/** Leaves the coefficients of the active terms and forgets all others. */
function keepActive(w: PoissonWorkspace): void {
  const { active, parameters, coefficients, trial } = w
  trial.fill(0)
  for (let at = 0; at < parameters; at++) {
    const term = active[at] ?? 0
    trial[term] = coefficients[term] ?? 0
  }
  coefficients.set(trial)
}

/** The log-likelihood without its constants at these coefficients; fills the means. */
function valueAt(w: PoissonWorkspace, coefficients: Float64Array): number {
  const { logMeans, means, live, active, margins, offsets } = w
  logMeans.set(coefficients)
  sumOverSubsets(logMeans, w.lists)
  let sum = 0
  for (let cell = 0; cell < means.length; cell++) {
    if (live[cell] === 0) {
      means[cell] = 0
      continue
    }
    const mean = exp((logMeans[cell] ?? NaN) + (offsets[cell] ?? NaN))
    means[cell] = mean
    sum += mean
  }
  let value = w.offsetMargin - sum
  for (let at = 0; at < w.parameters; at++) {
    const term = active[at] ?? 0
    value += (coefficients[term] ?? NaN) * (margins[term] ?? NaN)
  }
  return value
}

/** The lower triangle of the information matrix, from one sum over supersets; leaves those sums in `sums`. */
function gatherInformation(w: PoissonWorkspace, weights: Float64Array): void {
  const { sums, active, parameters, information } = w
  sums.set(weights)
  sumOverSupersets(sums, w.lists)
  for (let row = 0; row < parameters; row++) {
    const s = active[row] ?? 0
    const begin = row * parameters
    for (let column = 0; column <= row; column++)
      information[begin + column] = sums[s | (active[column] ?? 0)] ?? NaN
  }
}

/** Margins less fitted margins, into `step`. */
function gatherScore(w: PoissonWorkspace): void {
  const { sums, active, parameters, margins, step } = w
  for (let at = 0; at < parameters; at++) {
    const term = active[at] ?? 0
    step[at] = (margins[term] ?? NaN) - (sums[term] ?? NaN)
  }
}

/** Cholesky in place; says what a pivot that is none means. */
function factorise(w: PoissonWorkspace): 'singular' | 'unbounded' | null {
  const { information: a, parameters: p } = w
  for (let row = 0; row < p; row++) {
    const r = row * p
    for (let column = 0; column < row; column++) {
      const c = column * p
      let sum = a[r + column] ?? NaN
      for (let k = 0; k < column; k++) sum -= (a[r + k] ?? NaN) * (a[c + k] ?? NaN)
      a[r + column] = sum / (a[c + column] ?? NaN)
    }
    const diagonal = a[r + row] ?? NaN
    let pivot = diagonal
    for (let k = 0; k < row; k++) {
      const x = a[r + k] ?? NaN
      pivot -= x * x
    }
    if (!(pivot > diagonal * PIVOT_FLOOR)) return 'singular'
    if (pivot < INFORMATION_FLOOR) return 'unbounded'
    a[r + row] = Math.sqrt(pivot)
  }
  return null
}

/** Solves for the step in place; returns score × step, twice the gain that the quadratic promises. */
function solve(w: PoissonWorkspace): number {
  const { information: a, parameters: p, step } = w
  let gain = 0
  for (let row = 0; row < p; row++) {
    let sum = step[row] ?? NaN
    for (let k = 0; k < row; k++) sum -= (a[row * p + k] ?? NaN) * (step[k] ?? NaN)
    const x = sum / (a[row * p + row] ?? NaN)
    step[row] = x
    gain += x * x
  }
  for (let row = p - 1; row >= 0; row--) {
    let sum = step[row] ?? NaN
    for (let k = row + 1; k < p; k++) sum -= (a[k * p + row] ?? NaN) * (step[k] ?? NaN)
    step[row] = sum / (a[row * p + row] ?? NaN)
  }
  return gain
}

/** Goes the step, or half of it and so on until the likelihood does not fall; returns its value there. */
function walk(w: PoissonWorkspace, from: number): number {
  const { active, parameters, coefficients, trial, step } = w
  // What rounding may take from a sum of this size.
  const slack = 1e-13 * (Math.abs(from) + w.total)
  let length = 1
  for (let halving = 0; halving <= MOST_HALVINGS; halving++) {
    trial.set(coefficients)
    for (let at = 0; at < parameters; at++) {
      const term = active[at] ?? 0
      trial[term] = (trial[term] ?? NaN) + length * (step[at] ?? NaN)
    }
    const value = valueAt(w, trial)
    if (value >= from - slack) {
      coefficients.set(trial)
      return value
    }
    length /= 2
  }
  return valueAt(w, coefficients)
}

function fitted(
  w: PoissonWorkspace,
  told: { end: FitEnd; iterations: number; terms: number; empty: readonly number[] },
): PoissonFit {
  const { active, parameters, coefficients, margins } = w
  let sum = 0
  for (const mean of w.means) sum += mean
  let fit = w.offsetMargin
  for (let at = 0; at < parameters; at++) {
    const term = active[at] ?? 0
    fit += (coefficients[term] ?? NaN) * (margins[term] ?? NaN)
  }
  return {
    end: told.end,
    iterations: told.iterations,
    intercept: coefficients[0] ?? NaN,
    deviance: Math.max(0, 2 * (w.yLogY - fit - w.total + sum)),
    logLikelihood: fit - sum - w.logFactorials,
    parameters: told.terms + 1,
    empty: told.empty,
  }
}
