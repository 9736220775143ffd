import { never, ok, refuse, type ClaimId, type EstimateId, type Outcome, type Range } from '@corroborate/base'
import type { Claim, Rate } from '@corroborate/claims'
import { groupSizeOf, wholePeople, type Estimate } from '@corroborate/estimate'
import type { Assessment } from './assessment.ts'
import type { Counts } from './counts.ts'
import type { Registers } from './registers.ts'
import type { Figure } from './report.ts'

/** The number that a figure stands for, and what it points to. */
export interface FigureRead {
  readonly value: Range
  /** A least number: it is never printed without the words that say so. */
  readonly least: boolean
  readonly from:
    | { readonly kind: 'estimate'; readonly id: EstimateId }
    | { readonly kind: 'claim'; readonly id: ClaimId }
    | null
}

/**
 * `nothing-there`: the figure points to nothing. `estimate-refused`: it points to an estimate that cannot be given.
 * `lower-end-only`: it shows more of an estimate than "at least".
 */
export type NoFigure = 'nothing-there' | 'estimate-refused' | 'lower-end-only'

export interface Numbers {
  readonly registers: Registers
  readonly estimates: Assessment['estimates']
  readonly counts: Counts
}

/** The number of a figure as it is computed today; refuses with a sentence that says what is not there. */
export function readFigure(figure: Figure, numbers: Numbers): Outcome<FigureRead, NoFigure> {
  switch (figure.kind) {
    case 'count':
      return ok({ value: exactly(numbers.counts[figure.of]), least: false, from: null })
    case 'claim':
      return claimFigure(figure, numbers.registers)
    case 'estimate':
    case 'period':
    case 'alternative': {
      const estimate = estimateNamed(figure.estimate, numbers)
      if (!estimate.ok) return estimate
      const value = estimateFigure(figure, estimate.value)
      if (!value.ok) return value
      return ok({
        value: value.value,
        least: isLeast(estimate.value),
        from: { kind: 'estimate', id: figure.estimate },
      })
    }
    default:
      return never(figure)
  }
}

/** The estimate of that id, or why there is none. */
export function estimateNamed(
  id: EstimateId,
  { registers, estimates }: Pick<Numbers, 'registers' | 'estimates'>,
): Outcome<Estimate, NoFigure> {
  const answer = estimates.get(id)
  if (answer === undefined) return refuse('nothing-there', 'There is no such estimate.')
  if (answer.ok) return answer
  const code = registers.estimates.get(id)?.code ?? id
  return refuse('estimate-refused', `Estimate ${code} cannot be given (${answer.reason}). ${answer.detail}`)
}

type OfEstimate = Extract<Figure, { kind: 'estimate' | 'period' | 'alternative' }>

function estimateFigure(figure: OfEstimate, estimate: Estimate): Outcome<Range, NoFigure> {
  const withheld = upperEndWithheld(figure, estimate)
  if (withheld !== null) return withheld
  switch (figure.kind) {
    case 'estimate':
      if (figure.show === 'published') return ok(estimate.published.range)
      return ok(figure.show === 'interval' ? estimate.interval : exactly(estimate.interval[figure.show]))
    case 'period':
      return periodFigure(figure, estimate)
    case 'alternative': {
      const alternative = estimate.alternatives.find(({ code }) => code === figure.alternative)
      return alternative === undefined
        ? refuse('nothing-there', `Estimate ${estimate.code} has no alternative ${figure.alternative}.`)
        : ok(alternative[figure.show])
    }
    default:
      return never(figure)
  }
}

function isLeast(estimate: Estimate): boolean {
  return estimate.method === 'lists' && estimate.bound === 'at-least'
}

/** Where the lists carry a least number only, no other number of theirs is printed: it would be read as an upper end. */
function upperEndWithheld(figure: OfEstimate, estimate: Estimate) {
  if (!isLeast(estimate)) return null
  if (figure.kind === 'period' || (figure.kind === 'estimate' && figure.show === 'min')) return null
  return refuse(
    'lower-end-only',
    `Estimate ${estimate.code} is a least number: its lists carry no upper end, so only its minimum can be shown.`,
  )
}

function periodFigure(
  figure: Extract<Figure, { kind: 'period' }>,
  estimate: Estimate,
): Outcome<Range, NoFigure> {
  const periods = estimate.method === 'lists' ? [] : estimate.periods
  const period = periods.find(({ code }) => code === figure.period)
  if (period === undefined)
    return refuse('nothing-there', `Estimate ${estimate.code} has no period ${figure.period}.`)
  // Sub-totals keep their parts of people until the sum; shown, they are whole, as the sum is.
  return ok(figure.show === 'total' ? wholePeople(period.total) : period[figure.show])
}

function claimFigure(
  figure: Extract<Figure, { kind: 'claim' }>,
  { claims }: Registers,
): Outcome<FigureRead, NoFigure> {
  const claim = claims.get(figure.claim)
  if (claim === undefined) return refuse('nothing-there', 'There is no such claim.')
  const value = numberOf(claim, figure.show)
  if (value === null || !Number.isFinite(value.min) || !Number.isFinite(value.max))
    return refuse('nothing-there', `Claim ${claim.code} gives no ${figure.show}.`)
  return ok({ value, least: false, from: { kind: 'claim', id: claim.id } })
}

function numberOf(claim: Claim, show: 'quantity' | 'size' | 'rate'): Range | null {
  if (show === 'size') return groupSizeOf(claim)
  if (show === 'quantity') return claim.quantity && { min: claim.quantity.min, max: claim.quantity.max }
  return claim.pattern?.rate ? rateNumber(claim.pattern.rate) : null
}

function rateNumber(rate: Rate): Range {
  return rate.kind === 'every' ? rate.days : rate.times
}

function exactly(value: number): Range {
  return { min: value, max: value }
}
