import { diceFrom, valueOf } from '@corroborate/base'
import { probabilityOf } from '../model/binary-logarithm.ts'
import { calibratedProbability, recalibrate, type Calibration, type Pulls } from '../review/recalibrate.ts'
import { reviewQueue } from '../review/review-queue.ts'

const [ROUNDS, A_ROUND, RANDOM_SHARE] = [6, 50, 0.34]
const BANDS = 10
/** A share of fewer pairs says little of the probability: of fifty at one half, it is off by .07 in one of three. */
const FEWEST_IN_A_BAND = 50

/** Pairs of a run, and what is so of each. */
export interface RunWithTruth {
  readonly weights: Float64Array
  /** What a reviewer answers. */
  readonly isSame: (pair: number) => boolean
  /** How far a pair is one person: 0 or 1 where only that is known, the probability of it where the run is invented. */
  readonly share: (pair: number) => number
}

export interface ReviewedByTruth {
  readonly reviewed: number
  /** Ten equal bands of said probability, those that hold fifty pairs: the largest distance of said probability and true share in them. */
  readonly worst: number
  /** The same before anybody was asked. */
  readonly worstBefore: number
}

/** Reviews 300 pairs of a run in six rounds of fifty, answered by the truth, and holds what is said afterwards against all of it. */
export function reviewByTruth(run: RunWithTruth, seed: string, pulls?: Pulls): ReviewedByTruth {
  const { weights, isSame } = run
  const judged = new Set<number>()
  let calibration: Calibration | null = null
  const said = (known: Calibration | null) => (weight: number) =>
    known === null ? probabilityOf(weight) : calibratedProbability(known, weight)
  for (let round = 0; round < ROUNDS; round++) {
    const queue = reviewQueue({
      ...{ weights, judged, size: A_ROUND, randomShare: RANDOM_SHARE, probability: said(calibration) },
      dice: diceFrom(seed).fork(`round ${round}`),
    })
    for (const { pair } of queue) judged.add(pair)
    const learned = recalibrate(
      Array.from(judged, (n) => ({ weight: weights[n] ?? 0, same: isSame(n) })),
      pulls,
    )
    // A round of one answer alone teaches nothing yet.
    calibration = learned.ok ? learned.value : calibration
    if (round === ROUNDS - 1) calibration = valueOf(learned)
  }
  return {
    reviewed: judged.size,
    worst: worstBand(run, said(calibration)),
    worstBefore: worstBand(run, said(null)),
  }
}

function worstBand({ weights, share }: RunWithTruth, probability: (weight: number) => number): number {
  const bands = Array.from({ length: BANDS }, () => ({ pairs: 0, said: 0, same: 0 }))
  for (const [n, weight] of weights.entries()) {
    const of = probability(weight)
    const band = bands[Math.min(BANDS - 1, Math.floor(of * BANDS))]
    if (!band) continue
    band.pairs += 1
    band.said += of
    band.same += share(n)
  }
  const errors = bands
    .filter(({ pairs }) => pairs >= FEWEST_IN_A_BAND)
    .map(({ pairs, said, same }) => Math.abs(said - same) / pairs)
  return Math.max(0, ...errors)
}
