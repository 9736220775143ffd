import { normalQuantile } from '../../numerics/normal-quantile.ts'
import { normalShare } from '../../numerics/normal-share.ts'

/** How far BCa moves the percentiles, and whether that can be trusted. */
export interface BcaCorrection {
  /** z0: how many standard deviations the resampled medians lie off the estimate. */
  readonly bias: number
  /** a: how fast the standard error changes with the truth, from the jackknife. */
  readonly acceleration: number
}

export interface CountedEstimate {
  /** What the estimate becomes without one such person; Infinity where there is none. */
  readonly estimate: number
  /** How many people are alike in this. */
  readonly count: number
}

/** Beyond these the two corrections say more about the failure of the expansion behind BCa than about the interval. */
export const MOST_BIAS = 1
export const MOST_ACCELERATION = 0.25

/**
 * The acceleration from the estimates without each person in turn, grouped: people of one cell are alike.
 * @returns null when some person's absence leaves no estimate; 0 when nobody's absence changes it
 * @see Efron 1987; DiCiccio & Efron 1996, equation 6.6
 */
export function accelerationOf(without: readonly CountedEstimate[]): number | null {
  let people = 0
  let sum = 0
  for (const { estimate, count } of without) {
    people += count
    sum += count * estimate
  }
  const mean = sum / people
  if (!Number.isFinite(mean)) return null
  let squares = 0
  let cubes = 0
  for (const { estimate, count } of without) {
    const fall = mean - estimate
    squares += count * fall * fall
    cubes += count * fall * fall * fall
  }
  return squares === 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares))
}

/** z0 from the share of resampled estimates under the estimate; equal ones count half. -Infinity or Infinity when all are on one side. */
export function biasOf(sorted: Float64Array, estimate: number): number {
  let below = 0
  let equal = 0
  for (const draw of sorted) {
    if (draw < estimate) below += 1
    else if (draw === estimate) equal += 1
  }
  return normalQuantile((below + equal / 2) / sorted.length)
}

/**
 * Which share of the resampled estimates BCa reads in place of `share`; null where the correction is unstable, and the plain percentile is to be read:
 * when it is beyond what the expansion was made for, or turns the order of the shares about.
 * @see Efron 1987, equation 2.3
 */
export function bcaShare(share: number, { bias, acceleration }: BcaCorrection): number | null {
  if (!(Math.abs(bias) <= MOST_BIAS) || !(Math.abs(acceleration) <= MOST_ACCELERATION)) return null
  const moved = bias + normalQuantile(share)
  const scale = 1 - acceleration * moved
  return scale <= 0 ? null : normalShare(bias + moved / scale)
}
