import type { Range } from '@corroborate/base'

/** A number in a formula: thousands by commas, at most two decimals; the same text on every machine and in every language. */
export function numberText(value: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(2).split('.')
  const decimals = fraction.replace(/0+$/, '')
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (decimals === '' ? '' : `.${decimals}`)
}

/** "20 to 50", or "44" when both ends are one number. */
export function rangeText(range: Range): string {
  return range.min === range.max
    ? numberText(range.min)
    : `${numberText(range.min)} to ${numberText(range.max)}`
}

/** The text of both ends: "56 + 880 to 240 + 2,200", or once when the two read the same. */
export function endsText(min: string, max: string): string {
  return min === max ? min : `${min} to ${max}`
}
