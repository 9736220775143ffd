import { ok, productOf, refuse, sameRange, sumOf, type ClaimId, type Range } from '@corroborate/base'
import type { Claim } from '@corroborate/claims'
import { daysIn } from './calendar.ts'
import type { RoundingRule } from '../parts-of-estimate.ts'
import type { PeriodResult, Step } from './parts-of-pattern.ts'
import { endsText, numberText, rangeText } from './formula.ts'
import { occasionsIn } from './occasions.ts'
import type { Period } from './pattern-request.ts'
import { readPeriod, type PeriodRead } from './read-period.ts'
import type { Read } from './refusal.ts'
import { wholePeople } from './whole-people.ts'

/** The arithmetic done: what each period adds, the sum in whole people, and every line of the way. */
export interface Reckoning {
  readonly read: readonly PeriodRead[]
  readonly periods: readonly PeriodResult[]
  readonly derivation: readonly Step[]
  /** The sum before people are made whole; the same as `interval` when it is whole already. */
  readonly sum: Range
  readonly interval: Range
  readonly published: Range
}

/**
 * The number of people by interval arithmetic: occasions × people on each, by period, and their sum.
 * Every product of values inside the claims' ranges lies inside the result (Moore 1966: inclusion).
 * Refuses what no period can be reckoned with; never NaN, Infinity, or 0 for "unknown".
 * @see docs/methods/pattern-arithmetic.md
 */
export function reckon(
  request: { readonly periods: readonly Period[]; readonly rounding: RoundingRule },
  claims: ReadonlyMap<ClaimId, Claim>,
): Read<Reckoning> {
  const read = readPeriods(request.periods, claims)
  return read.ok ? reckonRead(read.value, request.rounding) : read
}

/** All periods with the values of their claims; refused when two of them share a day. */
export function readPeriods(
  periods: readonly Period[],
  claims: ReadonlyMap<ClaimId, Claim>,
): Read<readonly PeriodRead[]> {
  const read: PeriodRead[] = []
  for (const period of periods) {
    const found = readPeriod(period, claims)
    if (!found.ok) return found
    read.push(found.value)
  }
  const overlap = overlapOf(read)
  return overlap === null ? ok(read) : refuse('periods-overlap', overlap)
}

/** The range with both ends rounded by the rule: whole people in, whole people out. */
export function roundedBy(rule: RoundingRule, range: Range): Range {
  if (rule.kind === 'none') return range
  const down = (value: number) => Math.floor(value / rule.unit) * rule.unit
  return { min: down(range.min), max: down(range.max) }
}

/** The arithmetic on periods that are read already. */
export function reckonRead(read: readonly PeriodRead[], rounding: RoundingRule): Read<Reckoning> {
  const lines = read.map(linesOf)
  const periods = lines.map((line) => line.period)
  const empty = periods.find((period) => period.occasions.max === 0)
  if (empty !== undefined)
    return refuse(
      'window-too-short',
      `Period ${empty.code}: no whole occasion falls into ${empty.window.first} to ${empty.window.last}.`,
    )
  const sum = sumOf(periods.map((period) => period.total))
  if (sum.max > Number.MAX_SAFE_INTEGER)
    return refuse(
      'total-too-large',
      `The sum of the periods, ${String(sum.max)}, is beyond exact arithmetic.`,
    )
  const interval = wholePeople(sum)
  const published = roundedBy(rounding, interval)
  return ok({
    read,
    periods,
    derivation: [
      ...lines.flatMap((line) => line.steps),
      ...closingSteps({ periods, sum, interval, published, rounding }),
    ],
    sum,
    interval,
    published,
  })
}

function linesOf(read: PeriodRead): { readonly period: PeriodResult; readonly steps: readonly Step[] } {
  const { window, rate, size } = read.claims
  const days = daysIn(read.window) ?? 0
  const occasions = occasionsIn(read)
  const total = productOf(occasions.range, read.size)
  const claims = unique([window.id, rate.id, size.id])
  const step = (kind: Step['kind'], formula: string, result: Range, from: readonly ClaimId[]): Step => ({
    name: `${read.code}.${kind}`,
    kind,
    period: read.code,
    formula,
    result,
    claims: unique(from),
  })
  const product = (end: 'min' | 'max') =>
    `${numberText(occasions.range[end])} × ${numberText(read.size[end])}`
  return {
    period: {
      code: read.code,
      window: read.window,
      occasions: occasions.range,
      size: read.size,
      total,
      claims,
    },
    steps: [
      step('window', `${read.window.first} to ${read.window.last}, in days`, { min: days, max: days }, [
        window.id,
      ]),
      step('occasions', occasions.formula, occasions.range, [window.id, rate.id]),
      step('size', `${rangeText(read.size)} on each occasion`, read.size, [size.id]),
      step('subtotal', endsText(product('min'), product('max')), total, claims),
    ],
  }
}

function closingSteps(done: {
  readonly periods: readonly PeriodResult[]
  readonly sum: Range
  readonly interval: Range
  readonly published: Range
  readonly rounding: RoundingRule
}): readonly Step[] {
  const claims = unique(done.periods.flatMap((period) => period.claims))
  const step = (name: string, kind: 'total' | 'rounding', formula: string, result: Range): Step => ({
    name,
    kind,
    period: null,
    formula,
    result,
    claims,
  })
  const added = (end: 'min' | 'max') =>
    done.periods.map((period) => numberText(period.total[end])).join(' + ')
  const whole = sameRange(done.sum, done.interval)
    ? []
    : [step('people', 'rounding', `${rangeText(done.sum)}, in whole people, outwards`, done.interval)]
  const rounded =
    done.rounding.kind === 'none'
      ? []
      : [
          step(
            'published',
            'rounding',
            `${rangeText(done.interval)}, down to ${numberText(done.rounding.unit)}`,
            done.published,
          ),
        ]
  return [step('total', 'total', endsText(added('min'), added('max')), done.sum), ...whole, ...rounded]
}

/** Two windows that share a day would count its people twice: the sentence that says so, or null. */
function overlapOf(read: readonly PeriodRead[]): string | null {
  const inOrder = read.toSorted((a, b) => (a.window.first < b.window.first ? -1 : 1))
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1]
    if (earlier !== undefined && later.window.first <= earlier.window.last)
      return `Periods ${earlier.code} (${earlier.window.first} to ${earlier.window.last}) and ${later.code} (${later.window.first} to ${later.window.last}) overlap: people would be counted twice.`
  }
  return null
}

export function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)]
}
