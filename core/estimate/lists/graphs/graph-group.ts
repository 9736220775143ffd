import { exp, log } from '../../numerics/elementary.ts'
import { blockKernel, type BlockKernel, type WeighedGraph } from './block-kernel.ts'
import type { DecomposableGraph } from './decomposable-graph.ts'
import { lengthOf, logAtEdges, mostBend, type MissingBlocks } from './missing-blocks.ts'

/**
 * The posterior of the missing under a group of graphs, each as likely as the others beforehand, summed over every stretch.
 * Weights are relative to e^top, the highest value at an edge: the sums can neither overflow nor vanish.
 */
export interface GraphGroup {
  readonly blocks: MissingBlocks
  readonly kernel: BlockKernel
  readonly top: number
  /** The graphs that matter somewhere; what is left out has, all together, less than `LEFT_OUT` of the weight. */
  readonly graphs: readonly WeighedGraph[]
  /** The weight of each graph in each stretch. */
  readonly masses: readonly Float64Array[]
  /** The weight of all of them in each stretch, and the sum of weight × missing. */
  readonly mass: Float64Array
  readonly moment: Float64Array
  /** The weight at the first number of each stretch and at the one after the last. */
  readonly edges: Float64Array
  /** The stretch where the weight is highest. */
  readonly peak: number
  /** log of the sum of all weights, as an absolute value that two groups can be compared by. */
  readonly logTotal: number
}

/** A graph is not evaluated in a stretch where it cannot have this share of all weight, divided among all graphs and stretches. */
const LEFT_OUT = 1e-12

export function graphGroup(
  graphs: readonly DecomposableGraph[],
  blocks: MissingBlocks,
  kernel: BlockKernel = blockKernel(blocks),
): GraphGroup {
  const { top, kept, least } = graphsThatMatter(graphs, blocks)
  const masses = kept.map(() => new Float64Array(blocks.count))
  const mass = new Float64Array(blocks.count)
  const moment = new Float64Array(blocks.count)
  const longest = longestOf(blocks)
  const buffer = new Float64Array(longest)
  const total = new Float64Array(longest)
  let peak = { block: 0, density: 0 }
  for (let block = 0; block < blocks.count; block++) {
    const places = kernel.open(block, 'rule')
    total.fill(0, 0, places)
    for (let at = 0; at < kept.length; at++) {
      const weighed = kept[at]
      const own = masses[at]
      if (!weighed || !own || !mattersIn(weighed.row, block, least)) continue
      kernel.weigh(weighed, buffer)
      own[block] = addInto(total, buffer, places)
    }
    const summed = summaryOf(total, places, kernel)
    mass[block] = summed.mass
    moment[block] = summed.first + (blocks.starts[block] ?? NaN) * summed.mass
    if (summed.highest > peak.density) peak = { block, density: summed.highest }
  }
  const sum = mass.reduce((all, one) => all + one, 0)
  return {
    blocks,
    kernel,
    top,
    graphs: kept,
    masses,
    mass,
    moment,
    edges: edgesOf(kept, blocks),
    peak: peak.block,
    logTotal: top + log(sum),
  }
}

function edgesOf(graphs: readonly WeighedGraph[], blocks: MissingBlocks): Float64Array {
  const edges = new Float64Array(blocks.count + 1)
  for (const { row } of graphs)
    for (let edge = 0; edge < edges.length; edge++) {
      const height = row[edge] ?? NaN
      if (height > -50) edges[edge] = (edges[edge] ?? NaN) + exp(height)
    }
  return edges
}

/** The weight at every whole number of a stretch; of one graph alone, or of the whole group. */
export function weightsIn(group: GraphGroup, block: number, only: number | null = null): Float64Array {
  const places = group.kernel.open(block, 'all')
  const weights = new Float64Array(places)
  const buffer = new Float64Array(places)
  group.graphs.forEach((weighed, at) => {
    if ((only !== null && only !== at) || !((group.masses[at]?.[block] ?? 0) > 0)) return
    group.kernel.weigh(weighed, buffer)
    addInto(weights, buffer, places)
  })
  return weights
}

/**
 * The graphs that can have a share of the weight that counts, and for each stretch how high an end must be for that. In no stretch does
 * the logarithm leave the line between its ends by more than `mostBend`, up or down: hence both a floor for the sum and a ceiling for what is left out.
 */
function graphsThatMatter(graphs: readonly DecomposableGraph[], blocks: MissingBlocks) {
  const count = blocks.count
  const row = new Float64Array(count + 1)
  const bends = Float64Array.from({ length: count }, (_, block) => mostBend(blocks, block))
  const lengths = Float64Array.from(bends, (_, block) => log(lengthOf(blocks, block)))
  const ceilings = new Float64Array(graphs.length)
  let top = -Infinity
  let floor = -Infinity
  let at = 0
  for (const graph of graphs) {
    logAtEdges(graph, blocks, row)
    let ceiling = -Infinity
    for (let block = 0; block < count; block++) {
      const [low, next, room] = [row[block] ?? NaN, row[block + 1] ?? NaN, lengths[block] ?? NaN]
      if (low > top) top = low
      const least = Math.min(low, next) + room
      if (least > floor) floor = least
      const most = Math.max(low, next) + room + (bends[block] ?? NaN)
      if (most > ceiling) ceiling = most
    }
    ceilings[at++] = ceiling
  }
  const steepest = bends.reduce((most, bend) => Math.max(most, bend), 0)
  const counts = Math.max(top, floor - steepest) + log(LEFT_OUT / (graphs.length * count))
  const kept = graphs.flatMap((graph, place) => {
    if ((ceilings[place] ?? NaN) < counts) return []
    const own = new Float64Array(count + 1)
    logAtEdges(graph, blocks, own)
    for (let edge = 0; edge < own.length; edge++) own[edge] = (own[edge] ?? NaN) - top
    return [{ graph, row: own }]
  })
  const least = bends.map((bend, block) => counts - top - (lengths[block] ?? NaN) - bend)
  return { top, kept, least }
}

function mattersIn(row: Float64Array, block: number, least: Float64Array): boolean {
  return Math.max(row[block] ?? NaN, row[block + 1] ?? NaN) >= (least[block] ?? NaN)
}

function longestOf(blocks: MissingBlocks): number {
  let longest = 16
  for (let block = 0; block < blocks.count; block++) longest = Math.max(longest, lengthOf(blocks, block))
  return longest
}

function summaryOf(total: Float64Array, places: number, kernel: BlockKernel) {
  let mass = 0
  let first = 0
  let highest = 0
  for (let place = 0; place < places; place++) {
    const weight = total[place] ?? NaN
    mass += weight
    first += weight * kernel.offset(place)
    highest = Math.max(highest, weight / kernel.stands(place))
  }
  return { mass, first, highest }
}

function addInto(total: Float64Array, buffer: Float64Array, places: number): number {
  let sum = 0
  for (let place = 0; place < places; place++) {
    const weight = buffer[place] ?? NaN
    sum += weight
    total[place] = (total[place] ?? NaN) + weight
  }
  return sum
}
