import type { Range } from '@corroborate/base'
import type { Pattern, Rate } from '@corroborate/claims'
import { numberTyped } from '../how-many/ask/draft.ts'

/** How something recurs, as it is being written. Its window is the time of the claim, its size what is counted on each occasion. */
export interface DraftPattern {
  readonly least: string
  readonly most: string
  readonly per: 'day' | 'week' | 'month' | 'every'
  readonly weekdays: Pattern['weekdays']
  readonly weekdayConfidence: Exclude<Pattern['weekdayConfidence'], null>
  readonly partOfDay: string
  readonly exceptions: string
  readonly observed: Pattern['observed']
}

export const NO_PATTERN: DraftPattern = {
  ...{ least: '', most: '', per: 'week', weekdays: [], weekdayConfidence: 'usually' },
  ...{ partOfDay: '', exceptions: '', observed: 'told' },
}

export function draftRate(rate: Rate): Pick<DraftPattern, 'least' | 'most' | 'per'> {
  const { min, max } = rate.kind === 'every' ? rate.days : rate.times
  return { least: String(min), most: String(max), per: rate.kind === 'every' ? 'every' : rate.per }
}

/** The pattern that is asked for, but for its window, its size and its words; null where how often cannot be read. */
export function patternTyped(draft: DraftPattern): Omit<Pattern, 'window' | 'size' | 'said'> | null {
  const rate = rateTyped(draft)
  if (rate === 'unread') return null
  const { weekdays, weekdayConfidence, partOfDay, exceptions, observed } = draft
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
