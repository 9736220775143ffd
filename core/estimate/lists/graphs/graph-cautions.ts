import { refuse } from '@corroborate/base'
import type { Caution, ListRefused } from '../answer.ts'
import type { Density, ModelDot } from '../list-study.ts'
import { membershipText, sizeOfList, type Overlap } from '../overlap.ts'
import type { GraphPosterior } from './graph-answer.ts'
import { LEANING, leanOf } from './graph-posterior.ts'
import { hillsOf } from './posterior-density.ts'
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
  { dots, density }: { readonly dots: readonly ModelDot[]; readonly density: Density },
): readonly Caution[] {
  return [
    ...ofTheLists(overlap),
    ...ofTheBounds(posterior),
    ...ofTheGraphs(posterior, dots),
    ...ofTheShape(density),
  ]
}

/** As the diagnosis of an overlap says it: an answer is read without it, too. */
function ofTheLists(overlap: Overlap): readonly Caution[] {
  const groups = groupsThatMeet(overlap)
  if (groups.length === 1) return []
  const alone = overlap.lists.flatMap((list, at) =>
    groups.includes(1 << at)
      ? [{ code: 'list-meets-no-other', args: { list, people: sizeOfList(overlap, at) } }]
      : [],
  )
  const names = groups.map((group) => membershipText(overlap.lists, group)).join(' | ')
  return [...alone, { code: 'lists-disconnected', args: { groups: groups.length, names } }]
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

function ofTheGraphs({ complete, search }: GraphPosterior, dots: readonly ModelDot[]): readonly Caution[] {
  const cautions: Caution[] = []
  if (search) {
    const { kept, share } = search
    cautions.push({ code: 'searched-not-exhaustive', args: { graphs: kept, share } })
  }
  if (complete > 0.5) cautions.push({ code: 'complete-graph-dominates', args: { share: complete } })
  const weighty = dots.filter(({ weight }) => weight >= MUCH)
  const lowers = weighty.flatMap(({ interval }) => (interval ? [interval.min] : []))
  const uppers = weighty.flatMap(({ interval }) => (interval ? [interval.max] : []))
  const points = weighty.flatMap(({ point }) => (point === null ? [] : [point]))
  if (Math.max(...lowers) > Math.min(...uppers)) {
    const args = { lowest: Math.min(...points), highest: Math.max(...points) }
    cautions.push({ code: 'graphs-disagree', args })
  }
  return cautions
}

function ofTheShape({ from, width, shares }: Density): readonly Caution[] {
  const hills = hillsOf(shares)
  const [lowest, highest] = [hills[0], hills.at(-1)]
  if (hills.length < 2 || lowest === undefined || highest === undefined) return []
  const at = (bin: number) => from + bin * width + Math.floor(width / 2)
  const args = { count: hills.length, lowest: at(lowest), highest: at(highest) }
  return [{ code: 'several-modes', args }]
}

function massAtFewest({ averaged }: GraphPosterior): number {
  // The first stretch is a single number: below 16 missing each stands alone.
  return averaged.stretches[0] ?? NaN
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
