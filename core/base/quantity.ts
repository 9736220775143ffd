import { ok, refuse, type Outcome } from './outcome.ts'

/** A closed interval of numbers, the smaller first. Open ends do not exist: who has no bound has no range. */
export interface Range {
  readonly min: number
  readonly max: number
}

/** How a number of people or things was said: its bounds, its words, and how the speaker came by it. */
export interface Quantity {
  readonly min: number
  readonly max: number
  readonly best: number | null
  /** The source's own words for the number, never replaced by ours. */
  readonly said: string
  readonly unit: string
  readonly how: 'counted' | 'estimated' | 'told'
  readonly per: 'occasion' | 'all'
}

export function rangeOf(min: number, max: number): Outcome<Range, 'not-a-number' | 'upside-down'> {
  if (!Number.isFinite(min) || !Number.isFinite(max))
    return refuse('not-a-number', `a range needs two finite numbers, found ${String(min)} and ${String(max)}`)
  if (min > max)
    return refuse('upside-down', `a range starts at its smaller end, found ${String(min)} to ${String(max)}`)
  return ok({ min, max })
}

export function sumOf(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, range) => ({ min: sum.min + range.min, max: sum.max + range.max }), {
    min: 0,
    max: 0,
  })
}

/** The product of two ranges of numbers that are not negative (counts, rates, sizes). */
export function productOf(a: Range, b: Range): Range {
  return { min: a.min * b.min, max: a.max * b.max }
}

/** The smallest range that holds them all, or null when there are none. */
export function hullOf(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null
  return {
    min: Math.min(...ranges.map((range) => range.min)),
    max: Math.max(...ranges.map((range) => range.max)),
  }
}

/** What all the ranges share, or null when there is no number in all of them. */
export function commonOf(ranges: readonly Range[]): Range | null {
  if (ranges.length === 0) return null
  const min = Math.max(...ranges.map((range) => range.min))
  const max = Math.min(...ranges.map((range) => range.max))
  return min <= max ? { min, max } : null
}

export function sameRange(a: Range, b: Range): boolean {
  return a.min === b.min && a.max === b.max
}
