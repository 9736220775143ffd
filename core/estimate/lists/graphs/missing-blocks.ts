import { logGamma } from '../../numerics/elementary.ts'
import type { DecomposableGraph } from './decomposable-graph.ts'
import { fixedPart, sharedPart, type GraphLikelihood } from './graph-likelihood.ts'

/**
 * The numbers of missing people, cut into stretches so short that the log likelihood of every graph bends little in each: 2√x
 * from x on. A stretch begins at `starts[b]` and ends before `starts[b + 1]`; every whole number is in one.
 */
export interface MissingBlocks {
  readonly likelihood: GraphLikelihood
  readonly starts: Float64Array
  readonly count: number
  /** The shared part at each start and at the end. */
  readonly shared: Float64Array
  /** log Γ(a(T) + m(T) + x) at each start and at the end, for a set of lists. */
  readonly edges: (set: number) => Float64Array
}

/** Below this the logarithm bends too much: each number is a stretch of its own. */
const BENT = 16

export function missingBlocks(
  likelihood: GraphLikelihood,
  { fewest, most }: { readonly fewest: number; readonly most: number },
): MissingBlocks {
  const cuts: number[] = []
  for (let at = fewest; at <= most; at += at < BENT ? 1 : Math.floor(2 * Math.sqrt(at))) cuts.push(at)
  const starts = Float64Array.from([...cuts, most + 1])
  const known = new Map<number, Float64Array>()
  const edges = (set: number) => {
    const found = known.get(set)
    if (found) return found
    const shift = likelihood.shift(set)
    const made = starts.map((start) => logGamma(shift + start))
    known.set(set, made)
    return made
  }
  const shared = starts.map((start) => sharedPart(start, likelihood))
  return { likelihood, starts, count: cuts.length, shared, edges }
}

/** How many numbers a stretch has. */
export function lengthOf({ starts }: MissingBlocks, block: number): number {
  return (starts[block + 1] ?? NaN) - (starts[block] ?? NaN)
}

/** A graph's log posterior (up to one constant for all graphs) at each start and at the end, written into `row`. */
export function logAtEdges(graph: DecomposableGraph, blocks: MissingBlocks, row: Float64Array): void {
  const { shared, likelihood } = blocks
  const fixed = fixedPart(graph, likelihood)
  for (let at = 0; at < row.length; at++) row[at] = (shared[at] ?? NaN) + fixed
  for (const clique of graph.cliques) {
    const edge = blocks.edges(clique)
    for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? NaN) + (edge[at] ?? NaN)
  }
  for (const separator of graph.separators) {
    const edge = blocks.edges(separator)
    for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? NaN) - (edge[at] ?? NaN)
  }
}

/**
 * By how much the logarithm can rise above the straight line between the ends of a stretch: length²/8 times the most its
 * second derivative can fall below 0, where each separator, the empty set and the choice of the missing give at most 1/x + 1/x².
 */
export function mostBend(blocks: MissingBlocks, block: number): number {
  const start = blocks.starts[block] ?? NaN
  const length = lengthOf(blocks, block)
  if (length === 1) return 0
  return ((length * length) / 8) * (blocks.likelihood.lists + 2) * (1 / start + 1 / (start * start))
}
