import type { ClaimId, Range } from '@corroborate/base'
import type { Slip, Step } from './parts-of-pattern.ts'
import type { Reckoning } from './pattern-arithmetic.ts'

type End = 'min' | 'max'

/** A figure that somebody remembers or printed for one end of the same total. */
export interface FigureSaid {
  readonly claim: ClaimId
  readonly bound: End
  readonly said: number
}

/**
 * Where the record and our arithmetic differ, and which single slip would explain it.
 * A slip explains a figure when one line, entered wrong in a way in which people enter numbers wrong (`couldBeEnteredAs`),
 * gives exactly that figure. Sub-totals and the total are looked at first: a slip further up would have moved everything
 * that follows from its line. Two lines that would explain it explain nothing.
 */
export function slipsOf(
  said: readonly FigureSaid[],
  reckoning: Reckoning,
  rounded: (interval: Range) => Range,
): readonly Slip[] {
  return said
    .filter((figure) => figure.said !== reckoning.interval[figure.bound])
    .map((figure) => ({
      claim: figure.claim,
      bound: figure.bound,
      said: figure.said,
      computed: reckoning.interval[figure.bound],
      explanation: explain(figure, reckoning),
      changesPublished:
        rounded(reckoning.interval)[figure.bound] !==
        rounded({ min: figure.said, max: figure.said })[figure.bound],
    }))
}

/**
 * Whether a whole number could have been entered as another: rounded to fewer significant digits (up or down), with a digit
 * dropped, or with two neighbouring digits changed about.
 */
export function couldBeEnteredAs(right: number, entered: number): boolean {
  if (right === entered || !isCount(right) || !isCount(entered)) return false
  return isRounding(right, entered) || isDigitDropped(right, entered) || isTransposition(right, entered)
}

function explain(figure: FigureSaid, reckoning: Reckoning): Slip['explanation'] {
  for (const kinds of [LAST_LINES, EARLIER_LINES]) {
    const fitting = reckoning.derivation
      .filter((step) => kinds.includes(step.kind))
      .map((step) => entryThatGives(figure, step, reckoning))
      .filter((entry) => entry !== null)
    const [only] = fitting
    if (only !== undefined) return fitting.length === 1 ? only : null
  }
  return null
}

const LAST_LINES: readonly Step['kind'][] = ['subtotal', 'total']
const EARLIER_LINES: readonly Step['kind'][] = ['occasions', 'size']

/** What the line would have to have been entered as for the total to come out as it was said; null when nobody enters it so. */
function entryThatGives(figure: FigureSaid, step: Step, reckoning: Reckoning): Slip['explanation'] {
  const right = step.result[figure.bound]
  const weight = weightInTotal(step, figure.bound, reckoning)
  const entered = right + (figure.said - reckoning.interval[figure.bound]) / weight
  return couldBeEnteredAs(right, entered) ? { step: step.name, right, entered } : null
}

/** By how many people the total moves when this line moves by one. */
function weightInTotal(step: Step, bound: End, reckoning: Reckoning): number {
  const period = reckoning.periods.find((candidate) => candidate.code === step.period)
  if (period === undefined || step.kind === 'subtotal') return 1
  return step.kind === 'occasions' ? period.size[bound] : period.occasions[bound]
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

function isRounding(right: number, entered: number): boolean {
  for (let unit = 10; unit <= right; unit *= 10) {
    const below = Math.floor(right / unit) * unit
    if (entered === below || entered === below + unit) return true
  }
  return false
}

function isDigitDropped(right: number, entered: number): boolean {
  const digits = String(right)
  return Array.from(digits, (_, at) => digits.slice(0, at) + digits.slice(at + 1)).includes(String(entered))
}

function isTransposition(right: number, entered: number): boolean {
  const digits = String(right)
  return Array.from(
    digits.slice(1),
    (next, at) => digits.slice(0, at) + next + digits.charAt(at) + digits.slice(at + 2),
  ).includes(String(entered))
}
