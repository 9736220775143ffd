import type { Dice } from '@corroborate/base'
import { exp, log } from '../../numerics/elementary.ts'
import {
  decompose,
  graphKey,
  isComplete,
  linesOf,
  withLineChanged,
  type DecomposableGraph,
} from './decomposable-graph.ts'
import { lengthOf, logAtEdges, type MissingBlocks } from './missing-blocks.ts'

/** The graphs that were found to matter, and how much of the posterior they seem to hold. */
export interface GraphSearch {
  readonly graphs: readonly DecomposableGraph[]
  /** How many graphs were weighed on the way. */
  readonly weighed: number
  /** The share of the walkers' time spent at graphs that were kept: what the kept ones hold, were the walks endless. */
  readonly share: number
}

/** Graphs within this factor of the best are kept and looked around from (Occam's window of Madigan & Raftery 1994, wider). */
const WINDOW = log(1e-4)
const MOST_WEIGHED = 20_000
const MOST_KEPT = 3000
const WALKERS = 4
const STEPS = 3000

interface Weighed {
  readonly graph: DecomposableGraph
  readonly weight: number
  expanded: boolean
}

/**
 * The decomposable graphs (but the complete one) that hold most of the posterior, where there are too many to go through. From the graph without lines, the best
 * one not yet expanded gives all graphs that differ from it by one line, until every graph in the window is expanded. Four walkers, started at
 * random graphs, then visit graphs in proportion to their posterior (Madigan & York 1995, MC³); what they find that is better than the
 * window is expanded too. One line at a time reaches every decomposable graph from every other (Lauritzen 1996, lemma 2.21).
 */
export function searchGraphs(blocks: MissingBlocks, dice: Dice): GraphSearch {
  const known = new Map<string, Weighed>()
  const weigh = weigher(blocks, known)
  const lists = blocks.likelihood.lists
  weigh(withoutLines(lists))
  expandWindow(known, weigh, lists)
  const walks = Array.from({ length: WALKERS }, (_, walker) =>
    walk(dice.fork(`walker ${walker}`), weigh, lists),
  )
  expandWindow(known, weigh, lists)
  const floor = bestOf(known) + WINDOW
  const kept = [...known.values()]
    .filter(({ weight }) => weight >= floor)
    .toSorted((a, b) => b.weight - a.weight || (graphKey(a.graph) < graphKey(b.graph) ? -1 : 1))
    .slice(0, MOST_KEPT)
  const keys = new Set(kept.map(({ graph }) => graphKey(graph)))
  const visits = walks.flat()
  const inside = visits.filter((key) => keys.has(key)).length
  return { graphs: kept.map(({ graph }) => graph), weighed: known.size, share: inside / visits.length }
}

type Weigh = (graph: DecomposableGraph) => Weighed

/** log of the sum over all missing along straight lines between edges: within a few per cent, enough to choose by. */
function weigher(blocks: MissingBlocks, known: Map<string, Weighed>): Weigh {
  const row = new Float64Array(blocks.count + 1)
  const lengths = Float64Array.from({ length: blocks.count }, (_, block) => lengthOf(blocks, block))
  return (graph) => {
    const key = graphKey(graph)
    const found = known.get(key)
    if (found) return found
    logAtEdges(graph, blocks, row)
    const top = row.reduce((most, value) => Math.max(most, value), -Infinity)
    let sum = 0
    let before = exp((row[0] ?? NaN) - top)
    for (let block = 0; block < blocks.count; block++) {
      const height = (row[block + 1] ?? NaN) - top
      const after = height < -40 ? 0 : exp(height)
      sum += ((before + after) / 2) * (lengths[block] ?? NaN)
      before = after
    }
    const weighed = { graph, weight: top + log(sum), expanded: false }
    known.set(key, weighed)
    return weighed
  }
}

function expandWindow(known: Map<string, Weighed>, weigh: Weigh, lists: number): void {
  const waiting = [...known.values()].filter(({ expanded }) => !expanded)
  let best = bestOf(known)
  while (waiting.length > 0 && known.size < MOST_WEIGHED) {
    const next = takeBest(waiting)
    if (!next || next.weight < best + WINDOW) return
    next.expanded = true
    for (const [a, b] of linesOf(lists)) {
      const changed = withLineChanged(next.graph, a, b)
      if (!changed || isComplete(changed) || known.has(graphKey(changed))) continue
      const weighed = weigh(changed)
      best = Math.max(best, weighed.weight)
      if (weighed.weight >= best + WINDOW) waiting.push(weighed)
    }
  }
}

function takeBest(waiting: Weighed[]): Weighed | undefined {
  let at = 0
  waiting.forEach(({ weight }, place) => {
    if (weight > (waiting[at]?.weight ?? -Infinity)) at = place
  })
  const [best] = waiting.splice(at, 1)
  return best
}

/** The graphs at which a walker stood, by name, in the second half of its steps. */
function walk(dice: Dice, weigh: Weigh, lists: number): readonly string[] {
  const lines = linesOf(lists)
  const propose = (graph: DecomposableGraph) => {
    const [a, b] = lines[dice.whole(0, lines.length - 1)] ?? [0, 1]
    const changed = withLineChanged(graph, a, b)
    return changed && !isComplete(changed) ? changed : null
  }
  let at = weigh(scattered(withoutLines(lists), propose, lines.length))
  const visits: string[] = []
  for (let step = 0; step < STEPS; step++) {
    const changed = propose(at.graph)
    if (changed) {
      const next = weigh(changed)
      // Lines are proposed alike there and back, and every graph is as likely as any other beforehand.
      if (dice.next() < exp(Math.min(0, next.weight - at.weight))) at = next
    }
    if (step >= STEPS / 2) visits.push(graphKey(at.graph))
  }
  return visits
}

/** A graph that owes nothing to the data. */
function scattered(
  start: DecomposableGraph,
  propose: (graph: DecomposableGraph) => DecomposableGraph | null,
  changes: number,
): DecomposableGraph {
  let graph = start
  for (let change = 0; change < changes; change++) graph = propose(graph) ?? graph
  return graph
}

function withoutLines(lists: number): DecomposableGraph {
  const graph = decompose(Array.from({ length: lists }, () => 0))
  if (!graph) throw new Error('a graph without lines is decomposable')
  return graph
}

function bestOf(known: ReadonlyMap<string, Weighed>): number {
  let best = -Infinity
  for (const { weight } of known.values()) best = Math.max(best, weight)
  return best
}
