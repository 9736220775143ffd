import type { Dice } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import { weightsIn, type GraphGroup } from './graph-group.ts'
import { lengthOf, type MissingBlocks } from './missing-blocks.ts'

/** A distribution over the numbers of missing people: the average of groups of graphs, or one graph's own. */
export interface MissingPosterior {
  readonly blocks: MissingBlocks
  /** The probability of each stretch; they add up to 1. */
  readonly stretches: Float64Array
  /** The probability of the first number of each stretch, and of the one after the last as if it were possible. */
  readonly edges: Float64Array
  readonly mean: number
  readonly mode: number
  /** The probability of every whole number of a stretch; to be read, not written. */
  readonly within: (block: number) => Float64Array
}

/** The posterior averaged over groups of graphs, each group by all its weight. The groups share their stretches. */
export function averageOf(groups: readonly [GraphGroup, ...GraphGroup[]]): MissingPosterior {
  const [{ blocks }] = groups
  const highest = Math.max(...groups.map(({ logTotal }) => logTotal))
  const scales = groups.map(({ top }) => exp(top - highest))
  let total = 0
  groups.forEach(({ mass }, at) => mass.forEach((weight) => (total += weight * (scales[at] ?? NaN))))
  const shares = scales.map((scale) => scale / total)
  const stretches = new Float64Array(blocks.count)
  const probabilities = new Float64Array(blocks.count + 1)
  let mean = 0
  groups.forEach(({ mass, moment, edges }, at) => {
    const share = shares[at] ?? NaN
    edges.forEach((weight, edge) => (probabilities[edge] = (probabilities[edge] ?? NaN) + weight * share))
    for (let block = 0; block < blocks.count; block++) {
      stretches[block] = (stretches[block] ?? NaN) + (mass[block] ?? NaN) * share
      mean += (moment[block] ?? NaN) * share
    }
  })
  const within = remembered((block) => {
    const sum = new Float64Array(lengthOf(blocks, block))
    groups.forEach((group, at) => {
      const share = shares[at] ?? NaN
      weightsIn(group, block).forEach((weight, place) => (sum[place] = (sum[place] ?? NaN) + weight * share))
    })
    return sum
  })
  return { blocks, stretches, edges: probabilities, mean, mode: modeOf(groups, within), within }
}

/** Numbers whose probability is remembered: 8 MB of them. */
const REMEMBERED = 1_000_000

/** Quantiles, densities and draws ask for the same few stretches again and again, and each takes a sum over all graphs. */
function remembered(within: MissingPosterior['within']): MissingPosterior['within'] {
  const known = new Map<number, Float64Array>()
  let numbers = 0
  return (block) => {
    const found = known.get(block)
    if (found) return found
    const probabilities = within(block)
    numbers += probabilities.length
    if (numbers > REMEMBERED) {
      known.clear()
      numbers = probabilities.length
    }
    known.set(block, probabilities)
    return probabilities
  }
}

/** The posterior under one graph of a group, by its place there. */
export function posteriorOfGraph(
  group: GraphGroup,
  at: number,
): Pick<MissingPosterior, 'blocks' | 'stretches' | 'within'> {
  const masses = group.masses[at] ?? new Float64Array(group.blocks.count)
  const total = masses.reduce((sum, one) => sum + one, 0)
  return {
    blocks: group.blocks,
    stretches: masses.map((mass) => mass / total),
    within: (block) => weightsIn(group, block, at).map((weight) => weight / total),
  }
}

/**
 * The fewest missing with at least this probability at or below them, as the inverse of the distribution function.
 * @param share between 0 and 1
 */
export function quantileOf(
  { blocks, stretches, within }: Pick<MissingPosterior, 'blocks' | 'stretches' | 'within'>,
  share: number,
): number {
  let below = 0
  let block = 0
  while (block < blocks.count - 1 && below + (stretches[block] ?? NaN) < share) {
    below += stretches[block] ?? NaN
    block++
  }
  const weights = within(block)
  const start = blocks.starts[block] ?? NaN
  for (let place = 0; place < weights.length; place++) {
    below += weights[place] ?? NaN
    if (below >= share) return start + place
  }
  // Rounding can leave the last sum a hair below the share.
  return start + weights.length - 1
}

/** The probability that at most so many are missing. */
export function probabilityUpTo({ blocks, stretches, within }: MissingPosterior, missing: number): number {
  let below = 0
  for (let block = 0; block < blocks.count; block++) {
    const start = blocks.starts[block] ?? NaN
    if ((blocks.starts[block + 1] ?? NaN) - 1 <= missing) {
      below += stretches[block] ?? NaN
      continue
    }
    if (start <= missing)
      within(block).forEach((weight, place) => (below += start + place <= missing ? weight : 0))
    break
  }
  return below
}

/** The probability of the stretches that begin at so many missing or more. */
export function massBeyond({ blocks, stretches }: MissingPosterior, missing: number): number {
  let beyond = 0
  for (let block = 0; block < blocks.count; block++)
    if ((blocks.starts[block] ?? NaN) >= missing) beyond += stretches[block] ?? NaN
  return beyond
}

/** An exact draw of the missing from the posterior, one throw each. */
export function drawMissing(posterior: MissingPosterior, dice: Dice, draws: number): Float64Array {
  return Float64Array.from({ length: draws }, () => quantileOf(posterior, dice.next()))
}

/** The most probable number: looked for in the stretches where each group peaks and those beside them. */
function modeOf(groups: readonly GraphGroup[], within: (block: number) => Float64Array): number {
  let best = { missing: NaN, weight: -1 }
  for (const { blocks, peak } of groups) {
    const start = blocks.starts[peak] ?? NaN
    within(peak).forEach((weight, place) => {
      if (weight > best.weight) best = { missing: start + place, weight }
    })
  }
  return best.missing
}
