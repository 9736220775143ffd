import type { Dice } from '@corroborate/base'
import { exp, wholePower } from '../numerics/elementary.ts'
import {
  bitsOf,
  decomposableGraphs,
  isComplete,
  type DecomposableGraph,
} from '../lists/graphs/decomposable-graph.ts'
import { logPrior } from '../lists/graphs/graph-likelihood.ts'
import { posteriorOverGraphs } from '../lists/graphs/graph-posterior.ts'
import { GRAPH_SETTINGS, priorCell, type GraphSettings } from '../lists/graphs/graph-settings.ts'
import { probabilityUpTo } from '../lists/graphs/missing-posterior.ts'
import { overlapOf } from '../lists/overlap.ts'
import type { Calibration } from './calibration.ts'

interface GraphPrior {
  readonly name: string
  readonly lists: number
  /** Prior people in each cell. */
  readonly cell: number | null
  readonly prior: GraphSettings['prior']
  readonly mostPeople: number
  /** Whether the complete graph stands among the others. */
  readonly withComplete: boolean
}

/** The average over graphs, on tables from its own prior: a graph, a number of people, and their lists. */
export function calibrateGraphs(asked: GraphPrior): Calibration {
  const settings: GraphSettings = {
    ...GRAPH_SETTINGS,
    cell: asked.cell,
    prior: asked.prior,
    fewestMissing: 0,
    bound: { kind: 'people', most: asked.mostPeople },
  }
  const graphs = decomposableGraphs(asked.lists).filter((graph) => asked.withComplete || !isComplete(graph))
  const people = peopleFrom(asked.prior, asked.mostPeople)
  return {
    name: asked.name,
    truths: 1000,
    place: (dice) => {
      const truth = people(dice.next())
      const graph = graphs[dice.whole(0, graphs.length - 1)]
      if (!graph) return null
      const counts = peopleOnLists(
        { graph, people: truth, lists: asked.lists, cell: priorCell(settings, asked.lists) },
        dice,
      )
      const missing = counts[0] ?? NaN
      const overlap = overlapOf(
        Array.from({ length: asked.lists }, (_, at) => `list ${at + 1}`),
        [...counts.entries()].slice(1).map(([mask, count]) => ({ mask, count })),
      )
      if (!overlap.ok) return null
      const found = posteriorOverGraphs(overlap.value, settings)
      if (!found.ok) return null
      const posterior = asked.withComplete ? found.value.withComplete : found.value.averaged
      const below = missing === 0 ? 0 : probabilityUpTo(posterior, missing - 1)
      return below + dice.next() * (probabilityUpTo(posterior, missing) - below)
    },
  }
}

/** A number of people from 1 up by its prior, as the inverse of the distribution function. */
function peopleFrom(prior: GraphSettings['prior'], most: number): (share: number) => number {
  const sums = new Float64Array(most + 1)
  const highest = Math.max(...Array.from({ length: most }, (_, at) => logPrior(prior, at + 1)))
  for (let people = 1; people <= most; people++)
    sums[people] = (sums[people - 1] ?? NaN) + exp(logPrior(prior, people) - highest)
  const total = sums[most] ?? NaN
  return (share) =>
    Math.max(
      1,
      sums.findIndex((sum) => sum >= share * total),
    )
}

/**
 * People by the lists they are on, index 0 on none. Each person is thrown after those before: onto the first clique's lists, then onto
 * the lists each further clique adds, given its separator, in proportion to prior people and people so far. These urns are the hyper-Dirichlet
 * law with its parameters integrated out (Dawid & Lauritzen 1993, section 7.3).
 */
function peopleOnLists(
  asked: {
    readonly graph: DecomposableGraph
    readonly people: number
    readonly lists: number
    readonly cell: number
  },
  dice: Dice,
): Float64Array {
  const { graph, lists, cell } = asked
  const counts = new Float64Array(1 << lists)
  const urns = graph.cliques.map((clique) => ({
    clique,
    urn: new Float64Array(1 << lists).fill(cell * wholePower(2, lists - bitsOf(clique))),
  }))
  for (let person = 0; person < asked.people; person++) {
    let mask = 0
    urns.forEach(({ clique, urn }, at) => {
      const shared = at === 0 ? 0 : (graph.separators[at - 1] ?? 0)
      const own = pick(urn, { given: mask & shared, free: clique & ~shared }, dice)
      urn[own] = (urn[own] ?? NaN) + 1
      mask |= own
    })
    counts[mask] = (counts[mask] ?? NaN) + 1
  }
  return counts
}

/** One cell of an urn, among those that agree with what is given. */
function pick(
  urn: Float64Array,
  cell: { readonly given: number; readonly free: number },
  dice: Dice,
): number {
  let total = 0
  for (const set of subsetsOf(cell.free)) total += urn[cell.given | set] ?? NaN
  let left = dice.next() * total
  for (const set of subsetsOf(cell.free)) {
    left -= urn[cell.given | set] ?? NaN
    if (left < 0) return cell.given | set
  }
  return cell.given
}

function subsetsOf(set: number): readonly number[] {
  const subsets = [0]
  for (let subset = set; subset > 0; subset = (subset - 1) & set) subsets.push(subset)
  return subsets
}
