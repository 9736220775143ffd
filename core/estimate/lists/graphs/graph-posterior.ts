import { ok, refuse } from '@corroborate/base'
import { exp } from '../../numerics/elementary.ts'
import type { Answered, Watch } from '../answer.ts'
import type { Overlap } from '../overlap.ts'
import {
  decomposableGraphs,
  isComplete,
  MOST_LISTS_EXHAUSTIVELY,
  type DecomposableGraph,
} from './decomposable-graph.ts'
import type { GraphPosterior } from './graph-answer.ts'
import { graphGroup } from './graph-group.ts'
import { graphLikelihood } from './graph-likelihood.ts'
import { MOST_MISSING, mostMissing, wrongSettings, type GraphSettings } from './graph-settings.ts'
import { missingBlocks } from './missing-blocks.ts'
import { averageOf, massBeyond, type MissingPosterior } from './missing-posterior.ts'
import { unusableOverlap } from './usable-overlap.ts'

/** The posterior of `averageOverGraphs` before it is summarised, from which missing people can be drawn (`drawMissing`). */
export function posteriorOverGraphs(
  overlap: Overlap,
  settings: GraphSettings,
  watch?: Watch,
): Answered<GraphPosterior> {
  const refused = unusableOverlap(overlap) ?? wrongSettings(settings, overlap.observed)
  if (refused) return refused
  if (overlap.lists.length > MOST_LISTS_EXHAUSTIVELY)
    return refuse(
      'too-many-lists-for-method',
      `${overlap.lists.length} lists have too many graphs to go through.`,
    )
  const graphs = decomposableGraphs(overlap.lists.length)
  watch?.(0.1)
  return ok(withinBound(overlap, settings, graphs))
}

/** The share of the posterior in the last tenth of the range from which the range is enlarged. */
export const LEANING = 0.01

/** The share of the posterior in the last tenth of what was held possible: it may go on where nobody looked. */
export function leanOf(averaged: MissingPosterior): number {
  const { starts, count } = averaged.blocks
  const [first, end] = [starts[0] ?? NaN, starts[count] ?? NaN]
  return massBeyond(averaged, first + 0.9 * (end - first))
}

function withinBound(
  overlap: Overlap,
  settings: GraphSettings,
  graphs: readonly DecomposableGraph[],
): GraphPosterior {
  const { bound } = settings
  const times = bound.kind === 'times-observed' ? bound.times : 1
  const mostTimes = bound.kind === 'times-observed' ? bound.mostTimes : 1
  for (let enlarged = 0; ; enlarged++) {
    const most = mostMissing(bound, overlap.observed, times * 3 ** enlarged)
    const posterior = upTo(most, { overlap, settings, graphs, enlarged })
    const further = times * 3 ** (enlarged + 1)
    const canGrow = further <= mostTimes && further * overlap.observed <= MOST_MISSING
    if (!canGrow || leanOf(posterior.averaged) < LEANING) return posterior
  }
}

interface Asked {
  readonly overlap: Overlap
  readonly settings: GraphSettings
  readonly graphs: readonly DecomposableGraph[]
  readonly enlarged: number
}

function upTo(most: number, { overlap, settings, graphs, enlarged }: Asked): GraphPosterior {
  const likelihood = graphLikelihood(overlap, settings)
  const blocks = missingBlocks(likelihood, { fewest: settings.fewestMissing, most })
  const parted = graphs.filter((graph) => !isComplete(graph))
  const group = graphGroup(parted, blocks)
  const apart = graphGroup(graphs.filter(isComplete), blocks, group.kernel)
  return {
    observed: overlap.observed,
    lists: overlap.lists,
    averaged: averageOf([group]),
    withComplete: averageOf([group, apart]),
    complete: 1 / (1 + exp(group.logTotal - apart.logTotal)),
    group,
    considered: graphs.length,
    most,
    enlarged,
    settings,
  }
}
