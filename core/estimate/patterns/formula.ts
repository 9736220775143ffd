import { printNumber, printRange, type Range } from '@corroborate/base'

/** A number in a formula, with at most two decimals; a machine's text, the same in every language. */
export function numberText(value: number): string {
  return printNumber('en', hundredths(value))
}

/** "20 to 50", or "44" when both ends are one number. */
export function rangeText(range: Range): string {
  return printRange('en', { min: hundredths(range.min), max: hundredths(range.max) })
}

/** The text of both ends: "56 + 880 to 240 + 2,200", or once when the two read the same. */
export function endsText(min: string, max: string): string {
  return min === max ? min : `${min} to ${max}`
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
