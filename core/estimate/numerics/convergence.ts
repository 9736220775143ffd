import { normalQuantile } from './normal-quantile.ts'

/** What several chains of one length say about whether they have reached one distribution, and how many independent draws they are worth. */
export interface Convergence {
  /** The larger of the rank-normalised and the folded split R-hat; 1 where chains agree. */
  readonly rHat: number
  /** Independent draws that the chains are worth for the centre of the distribution. */
  readonly bulk: number
  /** The same for its 5 % and 95 % quantiles, the lower of both. */
  readonly tail: number
  /** Monte Carlo standard error of the mean. */
  readonly meanError: number
}

/**
 * Split R-hat with rank normalisation and folding, and effective sizes of bulk and tails.
 * Assumes chains of one length, at least 8 draws each. Chains that never move agree if all stand on one value (then every draw counts),
 * and disagree beyond all bounds if not.
 * @see Vehtari, Gelman, Simpson, Carpenter, Bürkner, "Rank-normalization, folding, and localization: an improved R-hat" (2021), sections 3 and 4
 */
export function convergenceOf(chains: readonly Float64Array[]): Convergence {
  const halves = splitInHalf(chains)
  const pooled = concatenated(halves)
  const sorted = pooled.toSorted()
  const total = pooled.length
  if (sorted[0] === sorted[total - 1]) return { rHat: 1, bulk: total, tail: total, meanError: 0 }
  const median = quantileOfSorted(sorted, 0.5)
  const ranked = rankNormalised(halves)
  const folded = rankNormalised(halves.map((half) => half.map((x) => Math.abs(x - median))))
  const low = quantileOfSorted(sorted, 0.05)
  const high = quantileOfSorted(sorted, 0.95)
  const below = (bound: number) => halves.map((half) => half.map((x) => (x <= bound ? 1 : 0)))
  return {
    rHat: Math.max(splitRHat(ranked), splitRHat(folded)),
    bulk: effectiveSize(ranked),
    tail: Math.min(effectiveSize(below(low)), effectiveSize(below(high))),
    meanError: Math.sqrt(variance(pooled) / effectiveSize(halves)),
  }
}

/** The value below which this share of sorted values lies, linear between neighbours (Hyndman & Fan 1996, definition 7). */
export function quantileOfSorted(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const low = Math.floor(at)
  const a = sorted[low] ?? NaN
  const b = sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN
  return a + (at - low) * (b - a)
}

/**
 * Effective size of sequences of one length by Geyer's initial monotone sequence on their pooled autocorrelations; at most n log10(n).
 * @see Vehtari et al. (2021), equations 10 to 13
 */
export function effectiveSize(chains: readonly Float64Array[]): number {
  const length = chains[0]?.length ?? 0
  const total = length * chains.length
  const { within, pooled } = variances(chains)
  if (!(pooled > 0)) return total
  const means = chains.map(meanOf)
  const correlation = (lag: number) => 1 - (within - autocovariance(chains, means, lag)) / pooled
  let sum = 0
  let least = Infinity
  for (let lag = 0; lag + 1 < length; lag += 2) {
    const pair = Math.min(least, correlation(lag) + correlation(lag + 1))
    if (!(pair > 0)) break
    sum += pair
    least = pair
  }
  // n log10(n) is the most that chains with negative autocorrelation may claim.
  return Math.min(total / Math.max(2 * sum - 1, 1e-12), total * decimals(total))
}

function splitRHat(halves: readonly Float64Array[]): number {
  const { within, pooled } = variances(halves)
  if (!(within > 0)) return pooled > 0 ? Infinity : 1
  return Math.sqrt(pooled / within)
}

/** Mean of the variances within, and the estimate of the whole variance that takes in the differences of the means. */
function variances(chains: readonly Float64Array[]): { readonly within: number; readonly pooled: number } {
  const length = chains[0]?.length ?? 0
  const within = chains.reduce((sum, chain) => sum + variance(chain), 0) / chains.length
  const between = chains.length > 1 ? variance(Float64Array.from(chains, meanOf)) : 0
  return { within, pooled: (within * (length - 1)) / length + between }
}

/** Mean over the chains of the autocovariance at this lag, on the scale of the unbiased variance. */
function autocovariance(chains: readonly Float64Array[], means: readonly number[], lag: number): number {
  let all = 0
  chains.forEach((chain, c) => {
    const mean = means[c] ?? NaN
    let sum = 0
    for (let i = 0; i + lag < chain.length; i++)
      sum += ((chain[i] ?? NaN) - mean) * ((chain[i + lag] ?? NaN) - mean)
    all += sum / (chain.length - 1)
  })
  return all / chains.length
}

/** Each value becomes the normal quantile of its rank among all; equal values share their mean rank (Blom's offset). */
function rankNormalised(chains: readonly Float64Array[]): readonly Float64Array[] {
  const sorted = concatenated(chains).toSorted()
  const scores = new Map<number, number>()
  for (let from = 0; from < sorted.length;) {
    const value = sorted[from] ?? NaN
    let to = from
    while (to < sorted.length && sorted[to] === value) to++
    const rank = (from + 1 + to) / 2
    scores.set(value, normalQuantile((rank - 0.375) / (sorted.length + 0.25)))
    from = to
  }
  return chains.map((chain) => chain.map((value) => scores.get(value) ?? NaN))
}

function splitInHalf(chains: readonly Float64Array[]): readonly Float64Array[] {
  const half = Math.floor(Math.min(...chains.map((chain) => chain.length)) / 2)
  return chains.flatMap((chain) => [chain.slice(0, half), chain.slice(chain.length - half)])
}

function concatenated(chains: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0))
  let at = 0
  for (const chain of chains) {
    all.set(chain, at)
    at += chain.length
  }
  return all
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function variance(values: Float64Array): number {
  const mean = meanOf(values)
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1)
}

function decimals(total: number): number {
  let digits = 0
  for (let left = total; left >= 10; left /= 10) digits++
  return Math.max(1, digits)
}
