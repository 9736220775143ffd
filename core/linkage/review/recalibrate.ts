import { ok, refuse, type Outcome } from '@corroborate/base'
import { log2, powerOfTwo } from '../model/binary-logarithm.ts'
import { smoothCurve } from './smooth-curve.ts'

/** A pair that people have decided, with the weight the run gave it. */
export interface ReviewedPair {
  /** Bits, as the run said. */
  readonly weight: number
  readonly same: boolean
}

/** What a weight is worth, learned from people: never falling, never 0 or 1. */
export interface Calibration {
  /** Weights at which the said probability is known; between two it is drawn straight, beyond the ends it stays. */
  readonly weights: readonly number[]
  readonly probabilities: readonly number[]
  readonly reviewed: number
  readonly same: number
}

/** Fewer judged pairs than this say too little of a whole run. */
export const FEWEST_REVIEWED = 50

/** How strongly what is learned is drawn to what is smooth. */
export interface Pulls {
  /** For how many reviewed pairs the smooth curve may count at each step. Each is tried; how far it is believed the answers themselves decide. */
  readonly toCurve: readonly number[]
  /** How strongly each bend of the curve is drawn to none: the inverse of the variance that bends are supposed to have. */
  readonly toLine: number
}

/** From hardly anything to nearly everything; and a pull to a line that was chosen on invented runs by `npm run linkage:calibration`. */
export const PULLS: Pulls = { toCurve: [3, 10, 30, 100, 300, 1000], toLine: 6 }

/** In how many parts the answers are dealt: each is foretold from the others. */
const PARTS = 10
/** Nothing is held to be surer than this while it is foretold: one answer must not decide alone. */
const SUREST = 1e-6

/**
 * Probabilities that hold what they say, from pairs that people reviewed: a smooth curve of the weight (logistic regression on a line that may
 * bend), and over it the best curve that never falls (isotonic regression by pooling adjacent violators), each step of which is drawn to the
 * smooth curve as by so many more pairs, so that ten lucky answers do not make a certainty. How many, is not settled beforehand: where the truth
 * goes in steps the curve misleads, and where it is smooth the steps are luck. Each number is tried on answers that were held back, and the curves
 * are averaged by how well they foretold them. The pairs may be chosen in any way that looks at nothing but their weights: of pairs of one weight
 * the share is the same however many of them are asked.
 * @returns the curve; `too-few-reviewed` under 50 pairs; `one-answer-only` when all were the same or all different
 * @see Zadrozny and Elkan 2002; Ayer and others 1955; Platt 1999; Yao and others 2018 (averaging by what was foretold); `smoothCurve`
 */
export function recalibrate(
  reviewed: readonly ReviewedPair[],
  { toCurve, toLine }: Pulls = PULLS,
): Outcome<Calibration, 'too-few-reviewed' | 'one-answer-only'> {
  const same = reviewed.filter((pair) => pair.same).length
  if (reviewed.length < FEWEST_REVIEWED)
    return refuse(
      'too-few-reviewed',
      `${reviewed.length} pairs are decided; probabilities can be learned from ${FEWEST_REVIEWED} on.`,
    )
  if (same === 0 || same === reviewed.length)
    return refuse(
      'one-answer-only',
      `All ${reviewed.length} decided pairs have one and the same answer; there is no line to draw between them.`,
    )
  // Pairs of one weight stand in an order of their own, so that it does not matter in which they were judged.
  const sorted = reviewed.toSorted((a, b) => a.weight - b.weight || Number(a.same) - Number(b.same))
  const drawn = curvesOf(sorted, { toCurve, toLine })
  const trust = trustIn(sorted, { toCurve, toLine })
  const weights = drawn[0]?.weights ?? []
  const probabilities = weights.map((_, at) =>
    drawn.reduce((sum, curve, n) => sum + (trust[n] ?? 0) * (curve.probabilities[at] ?? NaN), 0),
  )
  return ok({ weights, probabilities, reviewed: reviewed.length, same })
}

type Curve = Pick<Calibration, 'weights' | 'probabilities'>

/** One curve for each pull to the smooth one. */
function curvesOf(sorted: readonly ReviewedPair[], { toCurve, toLine }: Pulls): readonly Curve[] {
  const smooth = smoothCurve(sorted, toLine)
  const steps = pooled(sorted).map(({ same, pairs }) => {
    const weights = [...new Set(pairs.map(({ weight }) => weight))]
    return { same, pairs: pairs.length, weights, smooth: weights.map(smooth) }
  })
  const weights = steps.flatMap((step) => step.weights)
  return toCurve.map((pull) => {
    const probabilities = steps.flatMap((step) =>
      step.smooth.map((of) => (step.same + pull * of) / (step.pairs + pull)),
    )
    return { weights, probabilities: neverFalling(probabilities) }
  })
}

/** How far each pull is believed, together 1: in proportion to how probable it held answers that it had not seen. */
function trustIn(sorted: readonly ReviewedPair[], pulls: Pulls): readonly number[] {
  if (pulls.toCurve.length === 1) return [1]
  const bits = pulls.toCurve.map(() => 0)
  for (let part = 0; part < PARTS; part++) {
    const [held, shown] = [
      (_: unknown, n: number) => n % PARTS === part,
      (_: unknown, n: number) => n % PARTS !== part,
    ]
    for (const [n, curve] of curvesOf(sorted.filter(shown), pulls).entries())
      bits[n] = (bits[n] ?? 0) + bitsOf(sorted.filter(held), curve)
  }
  const most = Math.max(...bits)
  const trust = bits.map((of) => powerOfTwo(of - most))
  const sum = trust.reduce((total, of) => total + of, 0)
  return trust.map((of) => of / sum)
}

/** How probable a curve holds these answers, as a binary logarithm. */
function bitsOf(answers: readonly ReviewedPair[], curve: Curve): number {
  return answers.reduce((sum, { weight, same }) => {
    const of = Math.min(1 - SUREST, Math.max(SUREST, probabilityAt(curve, weight)))
    return sum + log2(same ? of : 1 - of)
  }, 0)
}

/** What the calibration says of a weight. */
export function calibratedProbability(calibration: Calibration, weight: number): number {
  return probabilityAt(calibration, weight)
}

function probabilityAt({ weights, probabilities }: Curve, weight: number): number {
  const after = weights.findIndex((known) => known > weight)
  if (after === 0) return probabilities[0] ?? NaN
  if (after < 0) return probabilities.at(-1) ?? NaN
  const [w0, w1] = [weights[after - 1] ?? NaN, weights[after] ?? NaN]
  const [p0, p1] = [probabilities[after - 1] ?? NaN, probabilities[after] ?? NaN]
  return p0 + ((p1 - p0) * (weight - w0)) / (w1 - w0)
}

interface Block {
  readonly same: number
  readonly pairs: readonly ReviewedPair[]
}

/** Neighbours in order of weight, joined until their shares of "same" never fall. */
function pooled(sorted: readonly ReviewedPair[]): readonly Block[] {
  const blocks: Block[] = []
  for (const pairs of Map.groupBy(sorted, ({ weight }) => weight).values()) {
    let block: Block = { same: pairs.filter(({ same }) => same).length, pairs }
    for (
      let last = blocks.at(-1);
      last !== undefined && shareOf(last) >= shareOf(block);
      last = blocks.at(-1)
    ) {
      blocks.pop()
      block = { same: last.same + block.same, pairs: [...last.pairs, ...block.pairs] }
    }
    blocks.push(block)
  }
  return blocks
}

function shareOf({ same, pairs }: Block): number {
  return same / pairs.length
}

function neverFalling(values: readonly number[]): readonly number[] {
  let highest = 0
  return values.map((value) => (highest = Math.max(highest, value)))
}
