import { ok } from '@corroborate/base'
import type { Answered, Watch } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import type { DensityPoint, GraphAnswer, GraphResult, GraphSummary } from './graph-answer.ts'
import { cautionsOf, refusedByPosterior } from './graph-cautions.ts'
import type { GraphGroup } from './graph-group.ts'
import { posteriorOverGraphs } from './graph-posterior.ts'
import type { GraphSettings } from './graph-settings.ts'
import { posteriorOfGraph, quantileOf, type MissingPosterior } from './missing-posterior.ts'

const GRAPHS_SHOWN = 20

/**
 * How many people there are, averaged over all decomposable graphs of dependence between 3 to 6 lists; each graph is as likely as any other
 * beforehand, with a hyper-Dirichlet prior on its cells. Every whole number of missing people up to the bound has its exact weight.
 * Assumes a closed population, perfect linkage, people alike in how the lists reach them, and that the lists depend on each other
 * as some graph but the complete one says.
 * Refuses below three lists, when nobody is on two lists, when nearly all probability is on the fewest possible.
 * @see docs/methods/decomposable-graphs.md (Madigan & York 1997; Dawid & Lauritzen 1993)
 */
export function averageOverGraphs(
  overlap: Overlap,
  settings: GraphSettings,
  watch?: Watch,
): Answered<GraphAnswer> {
  const found = posteriorOverGraphs(overlap, settings, watch)
  if (!found.ok) return found
  const refused = refusedByPosterior(found.value)
  if (refused) return refused
  const { averaged, withComplete, complete, group, considered, most, observed } = found.value
  const summary = summaryOf(averaged, observed, settings.level)
  const graphs = resultsOf(group, overlap, settings.level)
  const density = densityOf(averaged, observed)
  return ok({
    method: 'decomposable-graphs',
    point: summary.median,
    interval: { min: summary.lower, max: summary.upper },
    level: settings.level,
    cautions: cautionsOf(overlap, found.value, { graphs, density }),
    averaged: summary,
    withComplete: summaryOf(withComplete, observed, settings.level),
    complete,
    graphs,
    considered,
    density,
    range: { min: observed + settings.fewestMissing, max: observed + most },
    settings,
  })
}

function summaryOf(posterior: MissingPosterior, observed: number, level: number): GraphSummary {
  const people = (share: number) => observed + quantileOf(posterior, share)
  return {
    median: people(0.5),
    lower: people((1 - level) / 2),
    upper: people((1 + level) / 2),
    q10: people(0.1),
    q90: people(0.9),
    mean: observed + posterior.mean,
    mode: observed + posterior.mode,
  }
}

function resultsOf(group: GraphGroup, { lists, observed }: Overlap, level: number): readonly GraphResult[] {
  const masses = group.masses.map((mass) => mass.reduce((sum, one) => sum + one, 0))
  const total = masses.reduce((sum, one) => sum + one, 0)
  return masses
    .map((mass, at) => ({ probability: mass / total, at }))
    .toSorted((a, b) => b.probability - a.probability || a.at - b.at)
    .slice(0, GRAPHS_SHOWN)
    .map(({ probability, at }) => {
      const own = posteriorOfGraph(group, at)
      const people = (share: number) => observed + quantileOf(own, share)
      return {
        cliques: (group.graphs[at]?.graph.cliques ?? []).map((clique) => namesOf(lists, clique)),
        probability,
        median: people(0.5),
        lower: people((1 - level) / 2),
        upper: people((1 + level) / 2),
      }
    })
}

function namesOf(lists: readonly string[], set: number): readonly string[] {
  return lists.filter((_, at) => (set >> at) & 1)
}

/** One point for each stretch that holds some of the middle 99.9 %: its mean probability, at its middle. */
function densityOf({ blocks, stretches }: MissingPosterior, observed: number): readonly DensityPoint[] {
  const points: DensityPoint[] = []
  let below = 0
  stretches.forEach((mass, block) => {
    const [from, to] = [blocks.starts[block] ?? NaN, blocks.starts[block + 1] ?? NaN]
    if (below + mass > 0.0005 && below < 0.9995)
      points.push({ people: observed + Math.floor((from + to - 1) / 2), probability: mass / (to - from) })
    below += mass
  })
  return points
}
