import type { Range } from '@corroborate/base'
import type { Pattern, Rate } from '@corroborate/claims'
import { numberTyped } from '../how-many/ask/draft.ts'

/** How something recurs, as it is being written. Its window is the time of the claim, its size what is counted on each occasion. */
export interface DraftPattern {
  readonly least: string
  readonly most: string
  readonly per: 'day' | 'week' | 'month' | 'every'
  readonly weekdays: Pattern['weekdays']
  readonly weekdayConfidence: Pattern['weekdayConfidence']
  readonly partOfDay: string
  readonly exceptions: string
  readonly observed: Pattern['observed'] | null
}

export const NO_PATTERN: DraftPattern = {
  ...{ least: '', most: '', per: 'week', weekdays: [], weekdayConfidence: null },
  ...{ partOfDay: '', exceptions: '', observed: null },
}

export function draftRate(rate: Rate): Pick<DraftPattern, 'least' | 'most' | 'per'> {
  const { min, max } = rate.kind === 'every' ? rate.days : rate.times
  return { least: String(min), most: String(max), per: rate.kind === 'every' ? 'every' : rate.per }
}

/** The pattern that is asked for, but for its window, its size and its words; or that how often cannot be read, or how it was observed is not said. */
export function patternTyped(
  draft: DraftPattern,
): Omit<Pattern, 'window' | 'size' | 'said'> | 'unread' | 'unobserved' {
  const rate = rateTyped(draft)
  if (rate === 'unread') return rate
  const { weekdays, weekdayConfidence, partOfDay, exceptions, observed } = draft
  if (observed === null) return 'unobserved'
  return {
    ...{ rate, weekdays, observed },
    weekdayConfidence: weekdays.length === 0 ? null : weekdayConfidence,
    partOfDay: partOfDay.trim() || null,
    exceptions: exceptions.trim() || null,
  }
}

function rateTyped({ least, most, per }: DraftPattern): Rate | null | 'unread' {
  const times = rangeTyped(least, most)
  if (times === null || times === 'unread') return times
  return per === 'every' ? { kind: 'every', days: times } : { kind: 'times-per', times, per }
}

/** A range of which the upper end may be left out; null where nothing was typed. */
export function rangeTyped(least: string, most: string): Range | null | 'unread' {
  if (least.trim() === '' && most.trim() === '') return null
  const [min, max] = [numberTyped(least), numberTyped(most.trim() === '' ? least : most)]
  return min === null || max === null || min < 0 || min > max ? 'unread' : { min, max }
}
