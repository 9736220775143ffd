import { diceFrom } from '@corroborate/base'
import { probabilityOf } from '../model/binary-logarithm.ts'
import type { RunWithTruth } from './review-by-truth.ts'

/** A truth over the weight, invented: which share of the pairs of a weight are one person. Each is one way in which weights can be wrong. */
export interface InventedTruth {
  readonly name: string
  readonly share: (weight: number) => number
  /** Share of the pairs that all stand at one weight, as the bound on names makes them. */
  readonly atBound: number
}

const BOUND = 3.17

export const INVENTED_TRUTHS: readonly InventedTruth[] = [
  { name: 'the weights are right', share: probabilityOf, atBound: 0 },
  { name: 'twice as sure as it should be', share: (w) => probabilityOf(w / 2), atBound: 0 },
  { name: 'four bits too high', share: (w) => probabilityOf(w - 4), atBound: 0 },
  { name: 'too humble', share: (w) => probabilityOf(1.8 * w + 1), atBound: 0 },
  {
    name: 'slow below, fast above',
    share: (w) => probabilityOf(w < 3 ? 0.15 * (w - 3) - 3 : 1.2 * (w - 3) - 3),
    atBound: 0,
  },
  { name: 'one of twelve of the surest is wrong', share: (w) => 0.92 * probabilityOf(w - 1), atBound: 0 },
  { name: 'many at one weight', share: (w) => probabilityOf(0.6 * w - 1), atBound: 0.2 },
  { name: 'three steps', share: (w) => (w < -2 ? 0.05 : w < 6 ? 0.45 : 0.95), atBound: 0 },
]

const PAIRS = 6000

/** Pairs of an invented run: most of two people, many of one, and between them pairs in doubt. */
export function inventedRun({ share, atBound }: InventedTruth, seed: string): RunWithTruth {
  const dice = diceFrom(seed).fork('weights')
  const about = (mean: number, spread: number) => {
    let sum = -6
    for (let n = 0; n < 12; n++) sum += dice.next()
    return mean + spread * sum
  }
  const weights = Float64Array.from({ length: PAIRS }, () => {
    const kind = dice.next()
    if (kind < atBound) return BOUND
    return kind < 0.55 ? about(-5, 2) : kind < 0.75 ? about(2, 4) : about(12, 4)
  })
  const answers = diceFrom(seed).fork('truth')
  const truth = Array.from(weights, (weight) => answers.next() < share(weight))
  return { weights, isSame: (n) => truth[n] === true, share: (n) => share(weights[n] ?? 0) }
}
