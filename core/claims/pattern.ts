import type { Range, When } from '@corroborate/base'

/** A claim that something recurs: how often, on which days, from when to when. How many each time is the claim's quantity. */
export interface Pattern {
  readonly rate: Rate | null
  readonly weekdays: readonly Weekday[]
  readonly weekdayConfidence: 'always' | 'usually' | 'sometimes' | null
  readonly partOfDay: string | null
  readonly window: When | null
  /** How many people (or things) on each occasion. */
  readonly size: Range | null
  readonly exceptions: string | null
  readonly observed: 'each' | 'most' | 'a-few' | 'told'
  readonly said: string
}

export type Weekday = 'MO' | 'TU' | 'WE' | 'TH' | 'FR' | 'SA' | 'SU'

/** How often: so many times per day, week or month; or once every so many days. */
export type Rate =
  | { readonly kind: 'times-per'; readonly times: Range; readonly per: 'day' | 'week' | 'month' }
  | { readonly kind: 'every'; readonly days: Range }
