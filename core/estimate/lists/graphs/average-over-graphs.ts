import { ok } from '@corroborate/base'
import type { Answered, Watch } from '../answer.ts'
import { membershipText, type Overlap } from '../overlap.ts'
import type { ModelDot } from '../list-study.ts'
import type { GraphAnswer, GraphSummary } from './graph-answer.ts'
import { cautionsOf, refusedByPosterior } from './graph-cautions.ts'
import type { GraphGroup } from './graph-group.ts'
import { posteriorOverGraphs } from './graph-posterior.ts'
import type { GraphSettings } from './graph-settings.ts'
import { densityOf } from './posterior-density.ts'
import { posteriorOfGraph, quantileOf, type MissingPosterior } from './missing-posterior.ts'

const GRAPHS_SHOWN = 20

/**
 * How many people there are, averaged over all decomposable graphs of dependence between 3 to 12 lists; each graph is as likely as any other
 * beforehand, with a hyper-Dirichlet prior on its cells. Every whole number of missing people up to the bound has its exact weight.
 * Up to 6 lists every graph is gone through; beyond, those that a search finds, and `search` says how much they hold.
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
  const { averaged, withComplete, complete, group, considered, search, most, observed } = found.value
  const summary = summaryOf(averaged, observed, settings.level)
  const dots = dotsOf(group, overlap, settings.level)
  const density = densityOf(averaged, observed)
  return ok({
    method: 'decomposable-graphs',
    point: summary.median,
    interval: { min: summary.lower, max: summary.upper },
    level: settings.level,
    cautions: cautionsOf(overlap, found.value, { dots, density }),
    averaged: summary,
    withComplete: summaryOf(withComplete, observed, settings.level),
    complete,
    dots,
    considered,
    search,
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

function dotsOf(group: GraphGroup, { lists, observed }: Overlap, level: number): readonly ModelDot[] {
  const masses = group.masses.map((mass) => mass.reduce((sum, one) => sum + one, 0))
  const total = masses.reduce((sum, one) => sum + one, 0)
  return masses
    .map((mass, at) => ({ weight: mass / total, at }))
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at)
    .slice(0, GRAPHS_SHOWN)
    .map(({ weight, at }) => {
      const own = posteriorOfGraph(group, at)
      const people = (share: number) => observed + quantileOf(own, share)
      return {
        name: (group.graphs[at]?.graph.cliques ?? []).map((set) => membershipText(lists, set)).join(', '),
        weight,
        point: people(0.5),
        interval: { min: people((1 - level) / 2), max: people((1 + level) / 2) },
      }
    })
}
