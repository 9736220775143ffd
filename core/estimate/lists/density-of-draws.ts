import { exp, log } from '../numerics/elementary.ts'
import type { Density } from './list-study.ts'

/** Where draws gather: the place of a peak, and the share of the draws between the valleys beside it. */
export interface Hill {
  readonly people: number
  readonly share: number
}

const BINS = 80
const GRID = 256
/** The share left out of the picture at each end: a few wild draws must not press all others into one bin. */
const LEFT_OUT = 0.01
/** A hill is told from its neighbour when the valley between them is under this part of the lower peak. */
const VALLEY = 0.8
/** What a hill must hold to count as a mode. */
export const LEAST_SHARE_OF_MODE = 0.1

/**
 * The picture of draws in 80 bins of one width over their middle 98 %, and how many hills hold a tenth of them or more.
 * @param sorted ascending; Infinity (no estimate) may stand at the end and is in no bin
 */
export function densityOfDraws(sorted: Float64Array): Density {
  const finite = sorted.filter((draw) => draw < Infinity)
  const low = finite[Math.floor(LEFT_OUT * (finite.length - 1))] ?? 0
  const high = finite[Math.ceil((1 - LEFT_OUT) * (finite.length - 1))] ?? 0
  const width = high > low ? (high - low) / BINS : 1
  const shares = Array.from({ length: high > low ? BINS : 1 }, () => 0)
  for (const draw of finite) {
    if (draw < low || draw > high) continue
    const at = Math.min(shares.length - 1, Math.floor((draw - low) / width))
    shares[at] = (shares[at] ?? 0) + 1 / sorted.length
  }
  return { from: low, width, shares, modes: modesOf(sorted).length }
}

/** The hills that hold a tenth of the draws or more, in the order of their places. */
export function modesOf(sorted: Float64Array): readonly Hill[] {
  return hillsOf(sorted).filter((hill) => hill.share >= LEAST_SHARE_OF_MODE)
}

/**
 * Hills of the draws, smoothed on the scale of their logarithms by Gaussian kernels with Silverman's rule of thumb for their width.
 * @see Silverman 1986, Density Estimation, section 3.4.2
 */
export function hillsOf(sorted: Float64Array): readonly Hill[] {
  const logs = Float64Array.from(
    sorted.filter((draw) => draw > 0 && draw < Infinity),
    log,
  )
  const share = logs.length / Math.max(1, sorted.length)
  const spread = spreadOf(logs)
  if (!(spread > 0)) return logs.length === 0 ? [] : [{ people: exp(logs[0] ?? NaN), share }]
  const width = 0.9 * spread * exp(-0.2 * log(logs.length))
  const from = (logs[0] ?? NaN) - 3 * width
  const step = ((logs[logs.length - 1] ?? NaN) + 3 * width - from) / (GRID - 1)
  const heights = smoothed(logs, { from, step, width })
  const total = heights.reduce((sum, height) => sum + height, 0)
  return merged(hillsAmong(heights)).map(({ first, peak, last }) => {
    let mass = 0
    for (let at = first; at <= last; at++) mass += heights[at] ?? NaN
    return { people: exp(from + peak * step), share: (share * mass) / total }
  })
}

interface Stretch {
  readonly first: number
  readonly peak: number
  readonly last: number
  readonly height: number
  /** Height of the valley before it. */
  readonly valley: number
}

/** The smaller of the standard deviation and the interquartile range over 1.34; the former where the latter is 0. */
function spreadOf(sorted: Float64Array): number {
  const mean = sorted.reduce((sum, x) => sum + x, 0) / sorted.length
  const deviation = Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / sorted.length)
  const quartile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN
  const middle = (quartile(0.75) - quartile(0.25)) / 1.34
  return middle > 0 ? Math.min(deviation, middle) : deviation
}

function smoothed(
  logs: Float64Array,
  { from, step, width }: { readonly from: number; readonly step: number; readonly width: number },
): Float64Array {
  const counts = new Float64Array(GRID)
  for (const x of logs) {
    const at = Math.min(GRID - 1, Math.max(0, Math.floor((x - from) / step + 0.5)))
    counts[at] = (counts[at] ?? 0) + 1
  }
  const reach = Math.max(1, Math.ceil((4 * width) / step))
  const kernel = Float64Array.from({ length: reach + 1 }, (_, k) =>
    exp(-0.5 * ((k * step) / width) * ((k * step) / width)),
  )
  return counts.map((_, at) => {
    let sum = 0
    for (let k = -reach; k <= reach; k++) sum += (counts[at + k] ?? 0) * (kernel[Math.abs(k)] ?? 0)
    return sum
  })
}

/** Cuts the curve at its local minima. */
function hillsAmong(heights: Float64Array): readonly Stretch[] {
  const hills: Stretch[] = []
  let first = 0
  let peak = 0
  for (let at = 1; at < heights.length; at++) {
    const height = heights[at] ?? NaN
    const before = heights[at - 1] ?? NaN
    const after = heights[at + 1] ?? -1
    if (height > (heights[peak] ?? NaN)) peak = at
    const valley = at === heights.length - 1 || (height < before && height <= after)
    if (!valley) continue
    hills.push({ first, peak, last: at, height: heights[peak] ?? NaN, valley: heights[first] ?? NaN })
    first = at + 1
    peak = at
  }
  return hills
}

/** Joins neighbours with hardly a valley between them, the shallowest valley first. */
function merged(hills: readonly Stretch[]): readonly Stretch[] {
  let left = [...hills]
  for (;;) {
    let shallow = -1
    let depth = VALLEY
    for (let at = 1; at < left.length; at++) {
      const [one, other] = [left[at - 1], left[at]]
      if (one === undefined || other === undefined) continue
      const ratio = other.valley / Math.min(one.height, other.height)
      if (ratio >= depth) {
        depth = ratio
        shallow = at
      }
    }
    const [one, other] = [left[shallow - 1], left[shallow]]
    if (one === undefined || other === undefined) return left
    const peak = one.height >= other.height ? one.peak : other.peak
    const joined = {
      first: one.first,
      peak,
      last: other.last,
      height: Math.max(one.height, other.height),
      valley: one.valley,
    }
    left = [...left.slice(0, shallow - 1), joined, ...left.slice(shallow + 1)]
  }
}
