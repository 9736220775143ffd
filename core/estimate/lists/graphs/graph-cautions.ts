import { refuse } from '@corroborate/base'
import type { Caution, ListRefused } from '../answer.ts'
import { membershipText, type Overlap } from '../overlap.ts'
import { bitsOf } from './decomposable-graph.ts'
import type { DensityPoint, GraphPosterior, GraphResult } from './graph-answer.ts'
import { LEANING, leanOf } from './graph-posterior.ts'
import { groupsThatMeet } from './usable-overlap.ts'

/** From this share on, the fewest possible is all that the posterior says. */
const ALL = 0.95
/** From this share on, a reader should know of it. */
const MUCH = 0.05

/** A posterior that says nothing, though it has a median: all on the fewest possible, or without end. */
export function refusedByPosterior(posterior: GraphPosterior): ListRefused | null {
  const fewest = massAtFewest(posterior)
  if (fewest >= ALL)
    return refuse(
      'all-mass-at-observed',
      `${percent(fewest)} of the posterior is on the fewest people possible: ${posterior.observed} observed, and ${posterior.settings.fewestMissing} more.`,
    )
  const lean = leanOf(posterior.averaged)
  if (lean >= LEANING && posterior.settings.bound.kind === 'times-observed')
    return refuse(
      'posterior-reaches-bound',
      `${percent(lean)} of the posterior is in the last tenth below ${posterior.observed + posterior.most} people: the bound, not the lists, would decide.`,
    )
  return null
}

/** What must be known before an answer is believed. */
export function cautionsOf(
  overlap: Overlap,
  posterior: GraphPosterior,
  { graphs, density }: { readonly graphs: readonly GraphResult[]; readonly density: readonly DensityPoint[] },
): readonly Caution[] {
  return [
    ...ofTheLists(overlap),
    ...ofTheBounds(posterior),
    ...ofTheGraphs(posterior, graphs),
    ...ofTheShape(density),
  ]
}

function ofTheLists(overlap: Overlap): readonly Caution[] {
  const groups = groupsThatMeet(overlap)
  if (groups.length === 1) return []
  const alone = groups
    .filter((group) => bitsOf(group) === 1)
    .map((group) => ({ code: 'list-meets-no-other', args: { list: membershipText(overlap.lists, group) } }))
  const larger = groups.filter((group) => bitsOf(group) > 1)
  if (larger.length < 2) return alone
  const names = larger.map((group) => membershipText(overlap.lists, group)).join(' | ')
  return [...alone, { code: 'lists-in-separate-groups', args: { groups: names } }]
}

function ofTheBounds(posterior: GraphPosterior): readonly Caution[] {
  const cautions: Caution[] = []
  const people = posterior.observed + posterior.most
  const lean = leanOf(posterior.averaged)
  if (posterior.enlarged > 0) cautions.push({ code: 'bound-enlarged', args: { people } })
  if (lean >= LEANING) cautions.push({ code: 'posterior-reaches-bound', args: { people, share: lean } })
  const fewest = massAtFewest(posterior)
  if (fewest >= MUCH) cautions.push({ code: 'mass-at-observed', args: { share: fewest } })
  return cautions
}

function ofTheGraphs({ complete }: GraphPosterior, graphs: readonly GraphResult[]): readonly Caution[] {
  const cautions: Caution[] = []
  if (complete > 0.5) cautions.push({ code: 'complete-graph-dominates', args: { share: complete } })
  const weighty = graphs.filter(({ probability }) => probability >= MUCH)
  const highestLower = Math.max(...weighty.map(({ lower }) => lower))
  const lowestUpper = Math.min(...weighty.map(({ upper }) => upper))
  if (weighty.length > 1 && highestLower > lowestUpper) {
    const medians = weighty.map(({ median }) => median)
    cautions.push({
      code: 'graphs-disagree',
      args: { lowest: Math.min(...medians), highest: Math.max(...medians) },
    })
  }
  return cautions
}

function ofTheShape(density: readonly DensityPoint[]): readonly Caution[] {
  const [first, second, ...others] = peaksOf(density)
  if (!first || !second) return []
  const modes = 2 + others.length
  return [{ code: 'several-modes', args: { modes, first: first.people, second: second.people } }]
}

/** The tops of a density; two count as two when the valley between them is below four fifths of both, and small ones do not count. */
function peaksOf(density: readonly DensityPoint[]): readonly DensityPoint[] {
  const peaks: DensityPoint[] = []
  let top: DensityPoint = { people: 0, probability: 0 }
  let valley = Infinity
  let rising = true
  for (const point of density) {
    if (point.probability > top.probability) top = point
    valley = Math.min(valley, point.probability)
    if (rising && point.probability < 0.8 * top.probability) {
      peaks.push(top)
      rising = false
      valley = point.probability
    } else if (!rising && 0.8 * point.probability > valley) {
      rising = true
      top = point
    }
  }
  if (rising) peaks.push(top)
  const highest = density.reduce((most, { probability }) => Math.max(most, probability), 0)
  return peaks.filter(({ probability }) => probability >= MUCH * highest)
}

function massAtFewest({ averaged }: GraphPosterior): number {
  // The first stretch is a single number: below 16 missing each stands alone.
  return averaged.stretches[0] ?? NaN
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
