import { diceFrom, valueOf } from '@corroborate/base'
import { probabilityOf } from '../model/binary-logarithm.ts'
import { calibratedProbability, recalibrate, type Calibration } from '../review/recalibrate.ts'
import { reviewQueue } from '../review/review-queue.ts'
import type { LinkageResult } from '../run/link-records.ts'
import type { LabelledSet } from './labelled-sets.ts'

const [ROUNDS, A_ROUND, RANDOM_SHARE] = [6, 50, 0.34]
const BANDS = 10
/** A share of fewer pairs says little of the probability: of fifty at one half, it is off by .07 in one of three. */
const FEWEST_IN_A_BAND = 50

export interface BandOfSaid {
  readonly pairs: number
  readonly said: number
  readonly share: number
}

export interface CalibratedByLabels {
  readonly reviewed: number
  /** Ten equal bands of said probability, those that hold fifty of the kept pairs. */
  readonly bands: readonly BandOfSaid[]
  /** The largest distance of said probability and true share in them. */
  readonly worst: number
  /** The same before anybody was asked. */
  readonly worstBefore: number
}

/** Reviews 300 pairs of a run in six rounds of fifty, answered from the labels, and holds what is said afterwards against all of them. */
export function calibrateByLabels(
  set: LabelledSet,
  { pairs }: Pick<LinkageResult, 'pairs'>,
  seed: string,
): CalibratedByLabels {
  const isSame = (n: number) => set.entityOf[pairs.left[n] ?? 0] === set.entityOf[pairs.right[n] ?? 0]
  const judged = new Set<number>()
  let calibration: Calibration | null = null
  const said = (known: Calibration | null) => (weight: number) =>
    known === null ? probabilityOf(weight) : calibratedProbability(known, weight)
  for (let round = 0; round < ROUNDS; round++) {
    const queue = reviewQueue({
      ...{ weights: pairs.weight, judged, size: A_ROUND, randomShare: RANDOM_SHARE },
      probability: said(calibration),
      dice: diceFrom(seed).fork(`round ${round}`),
    })
    for (const { pair } of queue) judged.add(pair)
    const reviewed = Array.from(judged, (n) => ({ weight: pairs.weight[n] ?? 0, same: isSame(n) }))
    const learned = recalibrate(reviewed)
    // A round of one answer alone teaches nothing yet.
    calibration = learned.ok ? learned.value : calibration
    if (round === ROUNDS - 1) calibration = valueOf(learned)
  }
  const bandsOf = (probability: (weight: number) => number) => bandsOfSaid(pairs.weight, probability, isSame)
  const bands = bandsOf(said(calibration))
  return { reviewed: judged.size, bands, worst: worstOf(bands), worstBefore: worstOf(bandsOf(said(null))) }
}

function bandsOfSaid(
  weights: Float64Array,
  probability: (weight: number) => number,
  isSame: (n: number) => boolean,
): readonly BandOfSaid[] {
  const bands = Array.from({ length: BANDS }, () => ({ pairs: 0, said: 0, same: 0 }))
  for (const [n, weight] of weights.entries()) {
    const of = probability(weight)
    const band = bands[Math.min(BANDS - 1, Math.floor(of * BANDS))]
    if (!band) continue
    band.pairs += 1
    band.said += of
    band.same += isSame(n) ? 1 : 0
  }
  return bands.flatMap(({ pairs, said, same }) =>
    pairs < FEWEST_IN_A_BAND ? [] : [{ pairs, said: said / pairs, share: same / pairs }],
  )
}

function worstOf(bands: readonly BandOfSaid[]): number {
  return bands.reduce((worst, { said, share }) => Math.max(worst, Math.abs(said - share)), 0)
}
