import { log2, probabilityOf } from '../model/binary-logarithm.ts'

/** A weight in bits, and whether people held the pair to be one person. */
export interface AnsweredWeight {
  readonly weight: number
  readonly same: boolean
}

const LN2 = 0.6931471805599453
const MOST_ROUNDS = 50
/** Where the slope may change: as many places as a few hundred answers can tell apart, at even shares of the reviewed weights. */
const KNOTS = 5
/** A weak pull of shift and slope to the model's own claim, 0 and 1. */
const PULL = 0.05
const SCALE_OF_SLOPE = 20

/**
 * P(same) = 1 / (1 + 2^-(a + b w + Σ c max(0, w - knot))): logistic regression on a line that may bend at five places, each bend drawn to none
 * (penalised spline: Ruppert, Wand and Carroll 2003, chapter 3), by Newton's method. One straight line is not enough: rivals and rare values pull far apart
 * what is hardly probable, so that the odds rise slowly below and fast above, and few wrong labels among the surest make them rise slowly again. Answers
 * parted cleanly by the weight still give a finite curve.
 * @param pullOfBends the inverse of the variance that bends are supposed to have
 */
export function smoothCurve(
  reviewed: readonly AnsweredWeight[],
  pullOfBends: number,
): (weight: number) => number {
  const knots = knotsOf(reviewed)
  const basis = (weight: number) => [1, weight, ...knots.map((knot) => Math.max(0, weight - knot))]
  const rows = reviewed.map(({ weight, same }) => ({ x: basis(weight), y: same ? 1 : 0 }))
  const pulls = basis(0).map((_, n) => (n === 0 ? PULL : n === 1 ? PULL * SCALE_OF_SLOPE : pullOfBends))
  const claim = pulls.map((_, n) => (n === 1 ? 1 : 0))
  let curve: readonly number[] = claim
  const value = (of: readonly number[]) => {
    let sum = 0
    for (const [n, pull] of pulls.entries()) {
      const away = (of[n] ?? 0) - (claim[n] ?? 0)
      sum -= 0.5 * pull * away * away
    }
    for (const { x, y } of rows) {
      const p = probabilityOf(dot(of, x))
      sum += LN2 * log2(Math.max(y === 1 ? p : 1 - p, 1e-300))
    }
    return sum
  }
  for (let round = 0, now = value(curve); round < MOST_ROUNDS; round++) {
    const move = newtonStep(rows, { curve, pulls, claim })
    const moved = (step: number) => curve.map((of, n) => of + step * (move[n] ?? 0))
    let step = 1
    while (step > 1e-6 && value(moved(step)) < now) step /= 2
    if (step <= 1e-6) break
    curve = moved(step)
    const next = value(curve)
    if (next - now < 1e-10) break
    now = next
  }
  return (weight) => probabilityOf(dot(curve, basis(weight)))
}

function knotsOf(reviewed: readonly AnsweredWeight[]): readonly number[] {
  const weights = [...new Set(reviewed.map(({ weight }) => weight))].sort((a, b) => a - b)
  const at = Array.from({ length: KNOTS }, (_, n) => Math.floor(((n + 1) * weights.length) / (KNOTS + 1)))
  return [...new Set(at)].flatMap((place) => weights[place] ?? [])
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, of, n) => sum + of * (b[n] ?? 0), 0)
}

interface Answer {
  readonly x: readonly number[]
  readonly y: number
}

interface Pulled {
  readonly curve: readonly number[]
  readonly pulls: readonly number[]
  readonly claim: readonly number[]
}

function newtonStep(rows: readonly Answer[], { curve, pulls, claim }: Pulled): readonly number[] {
  const gradient = pulls.map((pull, n) => -pull * ((curve[n] ?? 0) - (claim[n] ?? 0)))
  const bend = pulls.map((pull, n) => pulls.map((_, k) => (n === k ? pull : 0)))
  for (const { x, y } of rows) {
    const p = probabilityOf(dot(curve, x))
    const [rest, curved] = [LN2 * (y - p), LN2 * LN2 * p * (1 - p)]
    for (const [n, of] of x.entries()) {
      gradient[n] = (gradient[n] ?? 0) + rest * of
      const row = bend[n] ?? []
      for (const [k, other] of x.entries()) row[k] = (row[k] ?? 0) + curved * of * other
    }
  }
  return solved(bend, gradient)
}

/** Solves a system whose matrix is symmetric and positive, by elimination; such a matrix needs no exchange of rows. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, n) => [...row, right[n] ?? 0])
  const size = rows.length
  for (const [n, pivot] of rows.entries()) {
    for (const row of rows.slice(n + 1)) {
      const factor = (row[n] ?? 0) / (pivot[n] ?? 1)
      for (let k = n; k <= size; k++) row[k] = (row[k] ?? 0) - factor * (pivot[k] ?? 0)
    }
  }
  const result = new Array<number>(size).fill(0)
  for (let n = size - 1; n >= 0; n--) {
    const row = rows[n] ?? []
    let rest = row[size] ?? 0
    for (let k = n + 1; k < size; k++) rest -= (row[k] ?? 0) * (result[k] ?? 0)
    result[n] = rest / (row[n] ?? 1)
  }
  return result
}
