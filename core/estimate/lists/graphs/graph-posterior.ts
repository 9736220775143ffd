import { diceFrom, ok } from '@corroborate/base'
import { exp, wholePower } from '../../numerics/elementary.ts'
import type { Answered, Watch } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import {
  completeGraph,
  decomposableGraphs,
  isComplete,
  MOST_LISTS_EXHAUSTIVELY,
} from './decomposable-graph.ts'
import type { GraphPosterior } from './graph-answer.ts'
import { graphGroup } from './graph-group.ts'
import { graphLikelihood } from './graph-likelihood.ts'
import { MOST_MISSING, mostMissing, wrongSettings, type GraphSettings } from './graph-settings.ts'
import { missingBlocks, type MissingBlocks } from './missing-blocks.ts'
import { averageOf, massBeyond, type MissingPosterior } from './missing-posterior.ts'
import { searchGraphs } from './search-graphs.ts'
import { unusableOverlap } from './usable-overlap.ts'

/** The posterior of `averageOverGraphs` before it is summarised, from which missing people can be drawn (`drawMissing`). */
export function posteriorOverGraphs(
  overlap: Overlap,
  settings: GraphSettings,
  watch?: Watch,
): Answered<GraphPosterior> {
  const refused = unusableOverlap(overlap) ?? wrongSettings(settings, overlap.observed)
  if (refused) return refused
  return ok(withinBound(overlap, settings, watch))
}

/** The share of the posterior in the last tenth of the range from which the range is enlarged. */
export const LEANING = 0.01

/** The share of the posterior in the last tenth of what was held possible: it may go on where nobody looked. */
export function leanOf(averaged: MissingPosterior): number {
  const { starts, count } = averaged.blocks
  const [first, end] = [starts[0] ?? NaN, starts[count] ?? NaN]
  return massBeyond(averaged, first + 0.9 * (end - first))
}

function withinBound(overlap: Overlap, settings: GraphSettings, watch?: Watch): GraphPosterior {
  const { bound } = settings
  const times = bound.kind === 'times-observed' ? bound.times : 1
  const mostTimes = bound.kind === 'times-observed' ? bound.mostTimes : 1
  for (let enlarged = 0; ; enlarged++) {
    const most = mostMissing(bound, overlap.observed, times * wholePower(3, enlarged))
    const posterior = upTo(most, { overlap, settings, enlarged })
    watch?.(1 - wholePower(2, -(enlarged + 1)))
    const further = times * wholePower(3, enlarged + 1)
    const canGrow = further <= mostTimes && further * overlap.observed <= MOST_MISSING
    if (!canGrow || leanOf(posterior.averaged) < LEANING) return posterior
  }
}

interface Asked {
  readonly overlap: Overlap
  readonly settings: GraphSettings
  readonly enlarged: number
}

function upTo(most: number, { overlap, settings, enlarged }: Asked): GraphPosterior {
  const likelihood = graphLikelihood(overlap, settings)
  const blocks = missingBlocks(likelihood, { fewest: settings.fewestMissing, most })
  const { graphs, considered, search } = graphsFor(blocks, settings)
  const group = graphGroup(graphs, blocks)
  const apart = graphGroup([completeGraph(overlap.lists.length)], blocks, group.kernel)
  return {
    observed: overlap.observed,
    lists: overlap.lists,
    averaged: averageOf([group]),
    withComplete: averageOf([group, apart]),
    complete: 1 / (1 + exp(group.logTotal - apart.logTotal)),
    ...{ group, considered, search, most, enlarged, settings },
  }
}

/** All graphs but the complete one, or those that a search finds. */
function graphsFor(blocks: MissingBlocks, { seed }: GraphSettings) {
  const { lists } = blocks.likelihood
  if (lists <= MOST_LISTS_EXHAUSTIVELY) {
    const all = decomposableGraphs(lists)
    return { graphs: all.filter((graph) => !isComplete(graph)), considered: all.length, search: null }
  }
  const { graphs, weighed, share } = searchGraphs(blocks, diceFrom(seed))
  return { graphs, considered: weighed + 1, search: { weighed, kept: graphs.length, share } }
}
