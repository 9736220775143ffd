import { diceFrom } from '@corroborate/base'
import { quantileOfSorted } from '../../numerics/convergence.ts'
import { exp } from '../../numerics/elementary.ts'
import { normalShare } from '../../numerics/normal-share.ts'
import { accelerationOf, bcaShare, biasOf } from '../bootstrap/bca.ts'
import { jackknife, resample, type Reselecting } from '../bootstrap/resample.ts'
import { countsByMask, type Overlap } from '../overlap.ts'

/** The ends that the reference gives, and the shares that they are asked for. */
export const ENDPOINTS = [
  { name: 'lo', share: 0.025 },
  { name: 'q10', share: 0.1 },
  { name: 'q90', share: 0.9 },
  { name: 'hi', share: 0.975 },
] as const

/** The replicates that the reference took. */
const THEIRS = 1000
const LEAST = 1 / (THEIRS + 1)

export interface EndCompared {
  readonly ours: number
  readonly deviations: number
}

/**
 * How many bootstrap standard errors another program's BCa ends, from 1,000 replicates, lie from ours. Measured in shares of all our resampled
 * estimates, not in people: where an end reads the second smallest of 1,000 draws, its error in people is far from normal.
 * An end has two errors: the order statistic's own, binomial, and that of the bias correction, which moves the share that is read; both come from the same
 * draws, so their covariance is that of two values of one empirical distribution.
 */
export function deviationsFrom(
  ends: readonly number[],
  { overlap, reselecting, replicates }: { overlap: Overlap; reselecting: Reselecting; replicates: number },
): readonly EndCompared[] {
  const counts = countsByMask(overlap)
  const cells = overlap.cells.map(({ mask }) => mask)
  const { people } = reselecting.estimate(counts)
  const acceleration = accelerationOf(jackknife(counts, reselecting)) ?? 0
  const dice = diceFrom('compared')
  const pool = resample(counts, reselecting, { cells, replicates, dice }).draws.toSorted()
  const bias = biasOf(pool, people)
  return ENDPOINTS.map(({ share }, at) => {
    const read = (by: number) => bcaShare(share, { bias: by, acceleration }) ?? share
    // Of 1,000 draws none lies below the smallest, whose own share is 1/1,001 and has an error of that size.
    const mean = Math.min(1 - LEAST, Math.max(LEAST, read(bias)))
    const slope = (read(bias + 1e-4) - read(bias - 1e-4)) / 2e-4
    const below = normalShare(bias)
    // How the share read moves with the share of draws below the estimate.
    const turn = slope / (0.3989422804014327 * exp(-0.5 * bias * bias))
    const both = Math.min(below, mean) - below * mean
    const variance = mean * (1 - mean) + turn * turn * below * (1 - below) - 2 * turn * both
    const error = Math.sqrt(variance * (1 / THEIRS + 1 / replicates))
    return {
      ours: quantileOfSorted(pool, mean),
      deviations: (shareBelow(pool, ends[at] ?? NaN) - mean) / error,
    }
  })
}

function shareBelow(sorted: Float64Array, people: number): number {
  let below = 0
  for (const draw of sorted) if (draw <= people) below += 1
  return below / sorted.length
}
