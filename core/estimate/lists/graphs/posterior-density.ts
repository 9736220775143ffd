import type { Density } from '../list-study.ts'
import type { MissingPosterior } from './missing-posterior.ts'
import { quantileOf } from './missing-posterior.ts'

const BINS = 120
/** So many numbers are gone through one by one; more are read off the distribution function. */
const ONE_BY_ONE = 5000

/**
 * The middle 99.8 % of a posterior in at most 120 bins of one width, by people. The distribution function is exact at the edges of every stretch; within long
 * ranges it is interpolated between them by cubics with its slope (Hermite), which a picture cannot tell from the sum.
 */
export function densityOf(posterior: MissingPosterior, observed: number): Density {
  const [from, to] = [quantileOf(posterior, 0.001), quantileOf(posterior, 0.999)]
  const width = Math.max(1, Math.ceil((to - from + 1) / BINS))
  const below = to - from > ONE_BY_ONE ? interpolated(posterior) : counted(posterior, from, to + width)
  const shares: number[] = []
  for (let start = from; start <= to; start += width)
    shares.push(Math.max(0, below(start + width) - below(start)))
  return { from: observed + from, width, shares, modes: hillsOf(shares).length }
}

/**
 * The hills of a density, each by its highest bin: parted by valleys below four fifths of both tops, and with a tenth of the probability or more.
 */
export function hillsOf(shares: readonly number[]): readonly number[] {
  const cuts: number[] = []
  let [top, low, lowAt, rising] = [0, Infinity, 0, true]
  shares.forEach((share, at) => {
    if (rising) {
      top = Math.max(top, share)
      if (share < 0.8 * top) [rising, low, lowAt] = [false, share, at]
    } else if (share < low) [low, lowAt] = [share, at]
    else if (0.8 * share > low) {
      cuts.push(lowAt)
      ;[rising, top] = [true, share]
    }
  })
  const total = shares.reduce((sum, share) => sum + share, 0)
  return [...cuts, shares.length].flatMap((end, at) => {
    const begin = cuts[at - 1] ?? 0
    const hill = shares.slice(begin, end)
    if (hill.reduce((sum, share) => sum + share, 0) < 0.1 * total) return []
    return [begin + hill.indexOf(Math.max(...hill))]
  })
}

/** The probability of fewer missing than so many. */
type Below = (missing: number) => number

function counted({ blocks, within }: MissingPosterior, from: number, to: number): Below {
  const sums = new Float64Array(to - from + 2)
  for (let block = 0; block < blocks.count; block++) {
    const start = blocks.starts[block] ?? NaN
    if (start > to || (blocks.starts[block + 1] ?? NaN) <= from) continue
    within(block).forEach((weight, place) => {
      const at = start + place - from
      if (at >= 0 && at + 1 < sums.length) sums[at + 1] = weight
    })
  }
  for (let at = 1; at < sums.length; at++) sums[at] = (sums[at] ?? NaN) + (sums[at - 1] ?? NaN)
  return (missing) => sums[Math.min(missing - from, sums.length - 1)] ?? NaN
}

function interpolated({ blocks, stretches, edges }: MissingPosterior): Below {
  const sums = new Float64Array(blocks.count + 1)
  stretches.forEach((mass, block) => (sums[block + 1] = (sums[block] ?? NaN) + mass))
  let block = 0
  return (missing) => {
    while (block > 0 && (blocks.starts[block] ?? NaN) > missing) block--
    while (block < blocks.count - 1 && (blocks.starts[block + 1] ?? NaN) <= missing) block++
    const start = blocks.starts[block] ?? NaN
    const length = (blocks.starts[block + 1] ?? NaN) - start
    const t = Math.min(1, (missing - start) / length)
    const [low, high] = [sums[block] ?? NaN, sums[block + 1] ?? NaN]
    const [rise, end] = [(edges[block] ?? NaN) * length, (edges[block + 1] ?? NaN) * length]
    return low + t * (rise + t * (3 * (high - low) - 2 * rise - end + t * (rise + end - 2 * (high - low))))
  }
}
