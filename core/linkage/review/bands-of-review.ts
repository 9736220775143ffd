import type { Dice } from '@corroborate/base'
import type { ReviewedPair } from './recalibrate.ts'
import { BAND_EDGES, bandOf } from './review-queue.ts'

/** How right the pairs of one band are, from those drawn at random out of it and decided. */
export interface ReviewedBand {
  /** Said probability from, to. */
  readonly from: number
  readonly to: number
  /** Pairs of the run in it. */
  readonly pairs: number
  readonly reviewed: number
  readonly same: number
  /** Share held the same, with its 95 % interval (Wilson 1927); null where nobody has decided a pair. */
  readonly share: ShareWithInterval | null
}

export interface ShareWithInterval {
  readonly share: number
  readonly interval: readonly [number, number]
}

/** Of the pairs from this band up: how many are right, and how many of all right ones they are. */
export interface BandCut {
  readonly from: number
  readonly precision: ShareWithInterval
  /** Among pairs that were compared and kept: what blocking never brought together is not in it. */
  readonly recall: ShareWithInterval
}

export interface BandsOfReview {
  readonly bands: readonly ReviewedBand[]
  /** From the highest band down, as far as every band above and below has been reviewed; empty otherwise. */
  readonly cuts: readonly BandCut[]
}

const NORMAL_975 = 1.959963984540054
const REPETITIONS = 2_000

/**
 * Precision and recall by band of said probability. Each band is weighed by how many pairs of the run are in it; the intervals of the cuts
 * come from drawing every band's answers again (parametric bootstrap from (same + 1/2) / (reviewed + 1)).
 * @param weights of all pairs that the run kept
 * @param reviewed pairs drawn at random within their bands, and decided
 */
export function bandsOfReview(
  weights: Float64Array,
  reviewed: readonly ReviewedPair[],
  dice: Dice,
): BandsOfReview {
  const bands = countedBands(weights, reviewed)
  const complete = bands.every((band) => band.pairs === 0 || band.reviewed > 0)
  return { bands, cuts: complete ? cutsOf(bands, dice) : [] }
}

function countedBands(weights: Float64Array, reviewed: readonly ReviewedPair[]): readonly ReviewedBand[] {
  const edges = [0, ...BAND_EDGES, 1]
  const pairs = BAND_EDGES.map(() => 0).concat([0])
  for (const weight of weights) pairs[bandOf(weight)] = (pairs[bandOf(weight)] ?? 0) + 1
  return pairs.map((count, band) => {
    const inBand = reviewed.filter((pair) => bandOf(pair.weight) === band)
    const same = inBand.filter((pair) => pair.same).length
    return {
      ...{ from: edges[band] ?? 0, to: edges[band + 1] ?? 1, pairs: count },
      ...{ reviewed: inBand.length, same },
      share: inBand.length === 0 ? null : wilson(same, inBand.length),
    }
  })
}

/** A share with its 95 % score interval. */
export function wilson(same: number, reviewed: number): ShareWithInterval {
  const z2 = (NORMAL_975 * NORMAL_975) / reviewed
  const share = same / reviewed
  const middle = (share + z2 / 2) / (1 + z2)
  const half = (NORMAL_975 / (1 + z2)) * Math.sqrt((share * (1 - share)) / reviewed + z2 / (4 * reviewed))
  return { share, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] }
}

function cutsOf(bands: readonly ReviewedBand[], dice: Dice): readonly BandCut[] {
  const shares = bands.map((band) => band.share?.share ?? 0)
  const draws = Array.from({ length: REPETITIONS }, () => bands.map((band) => drawnShare(band, dice)))
  return bands.flatMap((band, at) => {
    const [precision, recall] = cutAt(bands, shares, at)
    if (precision === null || recall === null) return []
    const drawn = draws.map((draw) => cutAt(bands, draw, at))
    return [
      {
        from: band.from,
        precision: { share: precision, interval: middle95(drawn.map(([one]) => one ?? precision)) },
        recall: { share: recall, interval: middle95(drawn.map(([, one]) => one ?? recall)) },
      },
    ]
  })
}

/** Precision and recall of taking this band and all above; null where there is nothing to divide by. */
function cutAt(
  bands: readonly ReviewedBand[],
  shares: readonly number[],
  at: number,
): readonly [number | null, number | null] {
  const right = bands.map((band, i) => band.pairs * (shares[i] ?? 0))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const taken = sum(bands.slice(at).map((band) => band.pairs))
  const rightTaken = sum(right.slice(at))
  const rightInAll = sum(right)
  return [taken > 0 ? rightTaken / taken : null, rightInAll > 0 ? rightTaken / rightInAll : null]
}

function drawnShare({ reviewed, same }: ReviewedBand, dice: Dice): number {
  if (reviewed === 0) return 0
  const share = (same + 0.5) / (reviewed + 1)
  let hits = 0
  for (let i = 0; i < reviewed; i++) if (dice.next() < share) hits += 1
  return hits / reviewed
}

function middle95(values: readonly number[]): readonly [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? NaN
  return [at(0.025), at(0.975)]
}
