import type { Day, Range } from '@corroborate/base'
import type { Rate, Weekday } from '@corroborate/claims'

/** One stretch of the invented pattern as it truly was. */
export interface TruePeriod {
  readonly code: 'P1' | 'P2' | 'P3'
  readonly first: Day
  readonly last: Day
  /** As a careful witness would put it. */
  readonly rate: Rate
  readonly weekdays: readonly Weekday[]
  readonly size: Range
}

export const PERIODS: readonly [TruePeriod, TruePeriod, TruePeriod] = [
  {
    code: 'P1',
    first: '2003-03-01',
    last: '2003-09-30',
    rate: { kind: 'every', days: { min: 10, max: 15 } },
    weekdays: [],
    size: { min: 4, max: 8 },
  },
  {
    code: 'P2',
    first: '2003-10-01',
    last: '2004-06-30',
    rate: { kind: 'times-per', times: { min: 1, max: 1 }, per: 'week' },
    weekdays: ['TU'],
    size: { min: 8, max: 15 },
  },
  {
    code: 'P3',
    first: '2004-07-01',
    last: '2005-06-30',
    rate: { kind: 'times-per', times: { min: 1, max: 2 }, per: 'week' },
    weekdays: ['TU', 'SA'],
    size: { min: 10, max: 20 },
  },
]

export function periodOf(day: Day): TruePeriod {
  return PERIODS.find((period) => day >= period.first && day <= period.last) ?? PERIODS[2]
}

/** Nights that many remember by something else that happened: the nearest removal to each date is that night. */
export const ANCHORS = [
  { code: 'failed-lamps', near: '2003-08-14' },
  { code: 'dust-storm', near: '2004-03-30' },
  { code: 'first-snow', near: '2004-12-11' },
] as const
export type AnchorCode = (typeof ANCHORS)[number]['code']
