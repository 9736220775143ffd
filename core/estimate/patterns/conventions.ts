import { monthsBetween, printNumber, sameRange, type Words } from '@corroborate/base'
import { say, type Args, type Key } from '@corroborate/words'
import type { Assumption, RoundingRule } from '../parts-of-estimate.ts'
import type { Reckoning } from './pattern-arithmetic.ts'
import type { PeriodRead } from './read-period.ts'

/**
 * The assumptions that nobody has to remember to write: one for every convention that this arithmetic used, naming the
 * periods it was used in. Their codes begin with `reading.`, so that an author's own cannot stand in their place.
 */
export function conventionsOf(reckoning: Reckoning, rounding: RoundingRule): readonly Assumption[] {
  const { read } = reckoning
  return [
    assumption('pattern-throughout'),
    assumption('bounds-together'),
    ...inPeriods(
      'four-week-months',
      read.filter((period) => isWeekly(period) && isFourWeekly(period)),
    ),
    ...inPeriods(
      'calendar-weeks',
      read.filter((period) => isWeekly(period) && period.reading.weeks === 'calendar'),
    ),
    ...inPeriods(
      'named-days',
      read.filter((period) => isWeekly(period) && period.reading.weeks === 'named-days'),
    ),
    ...inPeriods(
      'mean-rate',
      read.filter((period) => isRange(period) && period.reading.rate === 'mean'),
    ),
    ...inPeriods(
      'rate-ends',
      read.filter((period) => isRange(period) && period.reading.rate === 'ends'),
    ),
    ...mixtures(read),
    ...inPeriods(
      'whole-occasions',
      read.filter((period) => period.rate.kind === 'every'),
    ),
    ...inPeriods(
      'part-months',
      read.filter((period) => countsMonths(period) && !isWholeMonths(period)),
    ),
    ...exceptionsLeftIn(read),
    ...(sameRange(reckoning.sum, reckoning.interval) ? [] : [assumption('whole-people')]),
    ...(rounding.kind === 'none'
      ? []
      : [
          assumption(
            'rounded-down',
            { unit: printNumber('en', rounding.unit) },
            { unit: printNumber('ar', rounding.unit) },
          ),
        ]),
  ]
}

/** A message of the catalogues in every language that the product speaks. */
export function inAllLanguages(key: Key, args: { readonly en?: Args; readonly ar?: Args } = {}): Words {
  return { en: say('en', key, args.en), ar: say('ar', key, args.ar) }
}

type Convention =
  | 'pattern-throughout'
  | 'bounds-together'
  | 'four-week-months'
  | 'calendar-weeks'
  | 'mean-rate'
  | 'rate-ends'
  | 'named-days'
  | 'mixed-rate'
  | 'whole-occasions'
  | 'part-months'
  | 'exceptions-left-in'
  | 'whole-people'
  | 'rounded-down'

function assumption(convention: Convention, args: Args = {}, arabicArgs: Args = args): Assumption {
  return {
    code: `reading.${convention}`,
    words: inAllLanguages(`estimate.assumption.${convention}`, { en: args, ar: arabicArgs }),
  }
}

function inPeriods(convention: Convention, periods: readonly PeriodRead[]): readonly Assumption[] {
  return listing(
    convention,
    periods.map((period) => period.code),
  )
}

function listing(convention: Convention, codes: readonly string[]): readonly Assumption[] {
  return codes.length === 0
    ? []
    : [assumption(convention, { which: codes.join(', ') }, { which: codes.join('، ') })]
}

/** One for each share, since the share is what is assumed. */
function mixtures(read: readonly PeriodRead[]): readonly Assumption[] {
  const mixed = read.filter((period) => isRange(period) && period.reading.rate === 'mixture')
  const shares = new Map<number, string[]>()
  for (const { code, reading } of mixed)
    if (reading.rate === 'mixture') shares.set(reading.share, [...(shares.get(reading.share) ?? []), code])
  return [...shares].map(([share, codes]) =>
    assumption(
      'mixed-rate',
      { which: codes.join(', '), percent: printNumber('en', share * 100) },
      { which: codes.join('، '), percent: printNumber('ar', share * 100) },
    ),
  )
}

function exceptionsLeftIn(read: readonly PeriodRead[]): readonly Assumption[] {
  const naming = read
    .flatMap((period) => [period.claims.window, period.claims.rate, period.claims.size])
    .filter((claim) => claim.pattern?.exceptions)
  return listing('exceptions-left-in', [...new Set(naming.map((claim) => claim.code))])
}

function isWeekly({ rate }: PeriodRead): boolean {
  return rate.kind === 'times-per' && rate.per === 'week'
}

function isFourWeekly({ reading }: PeriodRead): boolean {
  return reading.weeks === 'four-per-month'
}

function isRange({ rate }: PeriodRead): boolean {
  const said = rate.kind === 'every' ? rate.days : rate.times
  return said.min !== said.max
}

function countsMonths(period: PeriodRead): boolean {
  return (
    (isWeekly(period) && isFourWeekly(period)) ||
    (period.rate.kind === 'times-per' && period.rate.per === 'month')
  )
}

function isWholeMonths({ window }: PeriodRead): boolean {
  return monthsBetween(window.first, window.last).ok
}
