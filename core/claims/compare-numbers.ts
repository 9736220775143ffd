import { never, sameRange, type Range } from '@corroborate/base'
import type { Rate } from './pattern.ts'

/**
 * When two ranges contradict each other.
 * `any-difference`: both speak of the whole, so that each bound is a statement: 20 to 50 and 20 to 60 contradict each
 * other about the most there were. `apart`: each tells what one person remembers; they contradict each other only when no
 * number lies in both.
 */
export type Rule = 'any-difference' | 'apart'

export function rangesContradict(rule: Rule, a: Range, b: Range): boolean {
  return rule === 'any-difference' ? !sameRange(a, b) : a.max < b.min || b.max < a.min
}

/**
 * Rates of one form are compared as they were said. Of two forms ("twice a week", "every ten to fifteen days") no bound
 * can be held against a bound, so that only rates that are wholly apart contradict each other.
 */
export function ratesContradict(rule: Rule, a: Rate, b: Rate): boolean {
  if (a.kind === 'every' && b.kind === 'every') return rangesContradict(rule, a.days, b.days)
  if (a.kind === 'times-per' && b.kind === 'times-per' && a.per === b.per)
    return rangesContradict(rule, a.times, b.times)
  return rangesContradict('apart', perDay(a), perDay(b))
}

/** Times a day, as wide as months differ in length. */
function perDay(rate: Rate): Range {
  if (rate.kind === 'every') return { min: 1 / rate.days.max, max: 1 / rate.days.min }
  const { times, per } = rate
  switch (per) {
    case 'day':
      return times
    case 'week':
      return { min: times.min / 7, max: times.max / 7 }
    case 'month':
      return { min: times.min / 31, max: times.max / 28 }
    default:
      return never(per)
  }
}
