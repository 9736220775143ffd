import { ok, refuse, type Outcome } from '@corroborate/base'
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
  /** How many reviewed pairs the smooth curve counts for at each step. */
  readonly toCurve: number
  /** How strongly each bend of the curve is drawn to none: the inverse of the variance that bends are supposed to have. */
  readonly toLine: number
}

/** Chosen on invented runs by `npm run linkage:calibration` (docs/methods/review.md). */
export const PULLS: Pulls = { toCurve: 100, toLine: 6 }

/**
 * Probabilities that hold what they say, from pairs that people reviewed: a smooth curve of the weight (logistic regression on a line that may bend), and over it the
 * best curve that never falls (isotonic regression by pooling adjacent violators), each step of which is drawn to the smooth curve as by
 * so many more pairs, so that ten lucky answers do not make a certainty. The pairs may be chosen in any way that looks at nothing but their
 * weights: of pairs of one weight the share is the same however many of them are asked.
 * @returns the curve; `too-few-reviewed` under 50 pairs; `one-answer-only` when all were the same or all different
 * @see Zadrozny and Elkan 2002; Ayer and others 1955; Platt 1999; `smoothCurve`
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
  const curve = smoothCurve(reviewed, toLine)
  const blocks = pooled(reviewed.toSorted((a, b) => a.weight - b.weight))
  const steps = blocks.map((block) => {
    const weight = block.weightSum / block.pairs
    const drawn = (block.same + toCurve * curve(weight)) / (block.pairs + toCurve)
    return { weight, probability: drawn }
  })
  return ok({ ...risingCurve(steps), reviewed: reviewed.length, same })
}

/** What the calibration says of a weight. */
export function calibratedProbability({ weights, probabilities }: Calibration, weight: number): number {
  const after = weights.findIndex((known) => known > weight)
  if (after === 0) return probabilities[0] ?? NaN
  if (after < 0) return probabilities.at(-1) ?? NaN
  const [w0, w1] = [weights[after - 1] ?? NaN, weights[after] ?? NaN]
  const [p0, p1] = [probabilities[after - 1] ?? NaN, probabilities[after] ?? NaN]
  return p0 + ((p1 - p0) * (weight - w0)) / (w1 - w0)
}

interface Block {
  readonly pairs: number
  readonly same: number
  readonly weightSum: number
}

/** Neighbours in order of weight, joined until their shares of "same" never fall. */
function pooled(sorted: readonly ReviewedPair[]): readonly Block[] {
  const blocks: Block[] = []
  for (const { weight, same } of sorted) {
    let block: Block = { pairs: 1, same: same ? 1 : 0, weightSum: weight }
    for (
      let last = blocks.at(-1);
      last !== undefined && shareOf(last) >= shareOf(block);
      last = blocks.at(-1)
    ) {
      blocks.pop()
      block = {
        pairs: last.pairs + block.pairs,
        same: last.same + block.same,
        weightSum: last.weightSum + block.weightSum,
      }
    }
    blocks.push(block)
  }
  return blocks
}

function shareOf({ same, pairs }: Block): number {
  return same / pairs
}

function risingCurve(steps: readonly { readonly weight: number; readonly probability: number }[]) {
  const weights: number[] = []
  const probabilities: number[] = []
  for (const { weight, probability } of steps) {
    weights.push(weight)
    probabilities.push(Math.max(probability, probabilities.at(-1) ?? 0))
  }
  return { weights, probabilities }
}
