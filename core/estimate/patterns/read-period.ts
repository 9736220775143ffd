import { ok, type ClaimId, type Range, type When } from '@corroborate/base'
import type { Claim, Rate, Weekday } from '@corroborate/claims'
import { daysIn } from './calendar.ts'
import type { DayRange } from './parts-of-pattern.ts'
import { rangeText } from './formula.ts'
import type { Period, Reading } from './pattern-request.ts'
import { refusePart, type Read, type Refused } from './refusal.ts'

/** What a period's three claims say, read and found usable. */
export interface PeriodRead {
  readonly code: string
  readonly window: DayRange
  readonly rate: Rate
  readonly size: Range
  readonly reading: Reading
  /** The weekdays that the claim of the rate names, each once. */
  readonly weekdays: readonly Weekday[]
  readonly claims: { readonly window: Claim; readonly rate: Claim; readonly size: Claim }
}

export type PeriodPart = 'window' | 'rate' | 'size'

/** People on one occasion, or occasions in a day: more than this is a slip of the pen, and refused as one. */
const LARGEST = 1_000_000

/** A period with the values of its claims, or why they cannot be reckoned with. */
export function readPeriod(period: Period, claims: ReadonlyMap<ClaimId, Claim>): Read<PeriodRead> {
  const found = {
    window: claimFor(period, 'window', claims),
    rate: claimFor(period, 'rate', claims),
    size: claimFor(period, 'size', claims),
  }
  if (!found.window.ok) return found.window
  if (!found.rate.ok) return found.rate
  if (!found.size.ok) return found.size
  const window = windowOf(period.code, found.window.value)
  if (!window.ok) return window
  const rate = rateOf(period, found.rate.value)
  if (!rate.ok) return rate
  const size = sizeOf(period.code, found.size.value)
  if (!size.ok) return size
  return ok({
    code: period.code,
    reading: period.reading,
    window: window.value,
    rate: rate.value,
    size: size.value,
    weekdays: weekdaysOf(found.rate.value),
    claims: { window: found.window.value, rate: found.rate.value, size: found.size.value },
  })
}

/** Why a claim does not serve as this part of the period, whatever the other parts are; null when it does. */
export function wrongPart(
  period: Pick<Period, 'code' | 'reading'>,
  part: PeriodPart,
  claim: Claim,
): Refused | null {
  const found = affirmed({ period: period.code, part }, claim)
  if (!found.ok) return found
  const read = {
    window: () => windowOf(period.code, claim),
    rate: () => rateOf(period, claim),
    size: () => sizeOf(period.code, claim),
  }
  const answer = read[part]()
  return answer.ok ? null : answer
}

/** Why a share of the upper number is none; null when it is one. */
export function wrongShare(share: number): string | null {
  return share >= 0 && share <= 1
    ? null
    : `the share of the upper number is from 0 to 1, found ${String(share)}.`
}

/** How many on each occasion, as a claim gives it: in its pattern, or as a quantity "per occasion". Null: it does not say. */
export function groupSizeOf(claim: Claim): Range | null {
  if (claim.pattern?.size) return claim.pattern.size
  const { quantity } = claim
  return quantity?.per === 'occasion' ? { min: quantity.min, max: quantity.max } : null
}

/** EDTF whose bounds are wider than what was meant: approximate, with digits left open, or one or some of several. */
const WIDENED = /[~%X[{S]/

function claimFor(period: Period, part: PeriodPart, claims: ReadonlyMap<ClaimId, Claim>): Read<Claim> {
  return affirmed({ period: period.code, part }, claims.get(period[part]))
}

/** A claim that may be used and says that it was so. */
export function affirmed(
  at: { readonly period: string; readonly part: PeriodPart },
  claim: Claim | undefined,
): Read<Claim> {
  if (claim === undefined)
    return refusePart(at, 'claim-missing', 'it is not in the investigation, or may not be used.')
  if (claim.polarity !== 'affirmed')
    return refusePart(
      { ...at, claim: claim.code },
      'claim-not-affirmed',
      claim.polarity === 'denied'
        ? 'the source denies it, so it gives no number.'
        : 'the source does not know, so it gives no number.',
    )
  return ok(claim)
}

function windowOf(period: string, claim: Claim): Read<DayRange> {
  const at = { period, part: 'window', claim: claim.code }
  const when: When | null = claim.pattern?.window ?? claim.when
  if (when === null) return refusePart(at, 'no-window', 'it does not say from when to when.')
  if (when.earliest === null || when.latest === null)
    return refusePart(
      at,
      'window-open',
      `“${when.edtf}” is open at an end; a number of occasions needs both.`,
    )
  if (WIDENED.test(when.edtf))
    return refusePart(
      at,
      'window-uncertain',
      `“${when.edtf}” may be longer or shorter; its bounds are the longest that it may be, and a minimum needs the shortest. State a window with two ends that are known.`,
    )
  const window = { first: when.earliest, last: when.latest }
  const days = daysIn(window)
  if (days === null)
    return refusePart(
      at,
      'window-unreadable',
      `${window.first} to ${window.last} are not two days of the calendar.`,
    )
  if (days < 1)
    return refusePart(
      at,
      'window-upside-down',
      `it ends (${window.last}) before it begins (${window.first}).`,
    )
  return ok(window)
}

/** How often, as this claim gives it under the period's reading; refused when no number of occasions follows. */
export function rateOf({ code, reading }: Pick<Period, 'code' | 'reading'>, claim: Claim): Read<Rate> {
  const at = { period: code, part: 'rate', claim: claim.code }
  const rate = rateSaid(claim, reading)
  if (rate === null) return refusePart(at, 'no-rate', 'it does not say how often.')
  const misread = reading.rate === 'mixture' ? wrongShare(reading.share) : null
  if (misread !== null) return refusePart(at, 'share-unusable', misread)
  const said = rate.kind === 'every' ? rate.days : rate.times
  const wrong = wrongRange(at, said, 'rate-unusable')
  if (wrong !== null) return wrong
  if (said.min <= 0)
    return refusePart(
      at,
      'rate-unusable',
      `a rate is above 0, found ${rangeText(said)}; an unknown end is not 0.`,
    )
  if (said.max > LARGEST || said.min < 1 / LARGEST)
    return refusePart(
      at,
      'rate-unusable',
      `no such rate is possible: ${String(said.min)} to ${String(said.max)}.`,
    )
  const misfit = misfitOfDays(rate, weekdaysOf(claim), reading)
  return misfit === null ? ok(rate) : refusePart(at, 'weekdays-unusable', misfit)
}

/** "Mondays and Wednesdays" and no more says how often by itself, where the days named are what is counted. */
function rateSaid(claim: Claim, reading: Reading): Rate | null {
  const said = claim.pattern?.rate ?? null
  const named = weekdaysOf(claim).length
  if (said !== null || named === 0 || reading.weeks !== 'named-days') return said
  return { kind: 'times-per', times: { min: named, max: named }, per: 'week' }
}

export function weekdaysOf(claim: Claim): readonly Weekday[] {
  return [...new Set(claim.pattern?.weekdays)]
}

function misfitOfDays(rate: Rate, weekdays: readonly Weekday[], reading: Reading): string | null {
  if (reading.weeks !== 'named-days' || rate.kind !== 'times-per' || rate.per !== 'week') return null
  if (weekdays.length === 0) return 'its days of the week are to be counted, and it names none.'
  return rate.times.max > weekdays.length
    ? `it says up to ${rangeText({ min: rate.times.max, max: rate.times.max })} times a week and names ${weekdays.length} of its days.`
    : null
}

/** How many on each occasion as this claim gives it, for this period; refused when it is no number of people. */
export function sizeOf(period: string, claim: Claim): Read<Range> {
  const at = { period, part: 'size', claim: claim.code }
  const size = groupSizeOf(claim)
  if (size === null) return refusePart(at, 'no-size', 'it does not say how many on each occasion.')
  const wrong = wrongRange(at, size, 'size-unusable')
  if (wrong !== null) return wrong
  if (size.min <= 0)
    return refusePart(
      at,
      'size-unusable',
      `a group has people in it, found ${rangeText(size)}; an unknown end is not 0.`,
    )
  if (size.max > LARGEST)
    return refusePart(
      at,
      'size-too-large',
      `${rangeText(size)} on each occasion is beyond ${rangeText({ min: LARGEST, max: LARGEST })}.`,
    )
  return ok(size)
}

function wrongRange(
  at: Parameters<typeof refusePart>[0],
  range: Range,
  notFinite: 'rate-unusable' | 'size-unusable',
): Refused | null {
  if (!Number.isFinite(range.min) || !Number.isFinite(range.max))
    return refusePart(
      at,
      notFinite,
      `two finite numbers are needed, found ${String(range.min)} and ${String(range.max)}.`,
    )
  return range.min > range.max
    ? refusePart(at, 'range-upside-down', `a range starts at its smaller end, found ${rangeText(range)}.`)
    : null
}
