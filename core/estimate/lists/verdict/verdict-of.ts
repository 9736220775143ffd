import type { Range } from '@corroborate/base'
import type { Answered, Caution, PopulationAnswer } from '../answer.ts'
import type { Verdict } from '../list-study.ts'
import { orderOf } from '../loglinear/hierarchy.ts'
import { countWhere, membershipText, type Overlap } from '../overlap.ts'
import type { ChancesTest } from './unequal-chances.ts'

/** What the verdict is reached on: two models that make different mistakes, a bound that makes fewer, and what was tested. */
export interface VerdictEvidence {
  readonly overlap: Overlap
  readonly graphs: Answered<PopulationAnswer>
  readonly latentClass: Answered<PopulationAnswer>
  readonly lowerBound: Answered<PopulationAnswer>
  readonly chances: ChancesTest
  /** Graph averaging without each list in turn. */
  readonly without: readonly { readonly list: string; readonly answer: Answered<PopulationAnswer> }[]
  /** Lists (as masks) that hang together by people whom they share, a list that meets no other by itself. */
  readonly groups: readonly number[]
}

/**
 * Fewer people on two lists or more than this, and a ratio of counts is biased by more than it says
 * (Robson & Regier 1964: with 7 people on both lists the bias of Chapman's estimate is under 5 %).
 */
const FEWEST_SHARED = 7
/** The hull of two models may be so many times the narrower of them: models that fit as well must know about as much. */
const WIDEST_HULL = 2

/**
 * What the lists can carry. The interval is the hull of graph averaging and the latent-class model: the first knows dependence
 * between lists, the second knows people whom every list reaches with other chances, and neither can be told from the other by the fit.
 * It is an answer only where nothing that was looked for speaks against it; otherwise its lower end is, because what is missed
 * by both, people whom no list can reach, makes every estimate too low.
 * @see docs/methods/verdict.md
 */
export function verdictOf(evidence: VerdictEvidence): Verdict {
  const [first, ...others] = whyNothing(evidence)
  if (first !== undefined) return { kind: 'cannot-say', reasons: [first, ...others] }
  const answers = [evidence.graphs, evidence.latentClass].flatMap((answer) =>
    answer.ok ? [answer.value] : [],
  )
  const interval = hullOf(answers.map((answer) => answer.interval))
  if (interval === null) return { kind: 'cannot-say', reasons: [reason('no-method-answers')] }
  const [doubt, ...more] = whyOnlyLeast(evidence)
  if (doubt !== undefined)
    return { kind: 'at-least', least: leastOf(evidence, interval), interval, reasons: [doubt, ...more] }
  return {
    kind: 'interval',
    interval,
    point: middleOf(answers),
    level: 0.95,
    reasons: [reason('methods-agree'), reason('chances-look-equal'), reason('no-list-decides')],
  }
}

/** The smallest range that holds all; null for none. */
export function hullOf(ranges: readonly Range[]): Range | null {
  const [first, ...others] = ranges
  if (first === undefined) return null
  return others.reduce(
    (hull, range) => ({ min: Math.min(hull.min, range.min), max: Math.max(hull.max, range.max) }),
    first,
  )
}

function whyNothing({ overlap, groups }: VerdictEvidence): readonly Caution[] {
  const islands = groups.filter((group) => orderOf(group) > 1)
  return [
    ...(overlap.lists.length < 3 ? [reason('two-lists-only')] : []),
    ...(sharedIn(overlap) === 0 ? [reason('nobody-on-two-lists', { people: overlap.observed })] : []),
    ...(islands.length > 1 ? [reason('lists-in-groups', { groups: namesOf(overlap, islands) })] : []),
  ]
}

function whyOnlyLeast(evidence: VerdictEvidence): readonly Caution[] {
  const { chances, graphs, latentClass, overlap, groups } = evidence
  const alone = groups.filter((group) => orderOf(group) === 1)
  const shared = sharedIn(overlap)
  return [
    ...(shared < FEWEST_SHARED ? [reason('few-on-two-lists', { shared, needed: FEWEST_SHARED })] : []),
    ...(alone.length > 0 ? [reason('lists-meet-no-other', { lists: namesOf(overlap, alone) })] : []),
    ...(chances.kind === 'unequal'
      ? [reason('unequal-chances', { deviations: Math.round(chances.deviations * 10) / 10 })]
      : []),
    ...(chances.kind === 'not-testable' ? [reason('chances-not-testable')] : []),
    ...(graphs.ok ? [] : [reason('graphs-do-not-answer')]),
    ...(latentClass.ok ? [] : [reason('classes-do-not-answer')]),
    ...(graphs.ok && latentClass.ok && disagree(graphs.value, latentClass.value)
      ? [reason('methods-disagree')]
      : []),
    ...(graphs.ok && latentClass.ok && differInWidth(graphs.value, latentClass.value)
      ? [reason('methods-differ-in-width')]
      : []),
    ...decidingLists(evidence).map((list) => reason('one-list-decides', { list })),
    ...seriousOf(graphs),
    ...seriousOf(latentClass),
  ]
}

/** Cautions of a method that take the upper end away. */
const SERIOUS: ReadonlySet<string> = new Set([
  'chains-disagree',
  'several-modes',
  'posterior-reaches-bound',
  'complete-graph-dominates',
])

function seriousOf(answer: Answered<PopulationAnswer>): readonly Caution[] {
  return answer.ok ? answer.value.cautions.filter((caution) => SERIOUS.has(caution.code)) : []
}

/** Each holds the other's best value to be outside its interval. */
function disagree(one: PopulationAnswer, other: PopulationAnswer): boolean {
  return outside(one.point, other.interval) && outside(other.point, one.interval)
}

function differInWidth({ interval: one }: PopulationAnswer, { interval: other }: PopulationAnswer): boolean {
  const hull = Math.max(one.max, other.max) - Math.min(one.min, other.min)
  return hull > WIDEST_HULL * Math.min(one.max - one.min, other.max - other.min)
}

function sharedIn(overlap: Overlap): number {
  return countWhere(overlap, (mask) => orderOf(mask) > 1)
}

function outside(point: number | null, range: Range): boolean {
  return point !== null && (point < range.min || point > range.max)
}

/** Lists without which the answer would be another one, and not only a less certain one. */
function decidingLists({ graphs, without }: VerdictEvidence): readonly string[] {
  if (!graphs.ok) return []
  const { interval } = graphs.value
  return without
    .filter(
      ({ answer }) =>
        answer.ok && (answer.value.interval.max < interval.min || answer.value.interval.min > interval.max),
    )
    .map(({ list }) => list)
}

/** The lowest that any of them allows, and never fewer than are known. */
function leastOf({ lowerBound, overlap }: VerdictEvidence, interval: Range): number {
  const bound = lowerBound.ok ? lowerBound.value.interval.min : interval.min
  return Math.max(overlap.observed, Math.min(interval.min, bound))
}

function middleOf(answers: readonly PopulationAnswer[]): number {
  const points = answers.map((answer) => answer.point).filter((point) => point !== null)
  return Math.round(points.reduce((sum, point) => sum + point, 0) / Math.max(1, points.length))
}

function namesOf({ lists }: Overlap, groups: readonly number[]): string {
  return groups.map((group) => membershipText(lists, group)).join(', ')
}

export function reason(code: string, args: Caution['args'] = {}): Caution {
  return { code, args }
}
