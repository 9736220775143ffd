import { addDays, type Day, type Dice } from '@corroborate/base'
import { daysFrom, weekdayOf } from './calendar.ts'
import { ANCHORS, PERIODS, periodOf, type AnchorCode, type TruePeriod } from './periods.ts'

/** One removal as it truly was. */
export interface Occasion {
  readonly code: string
  readonly date: Day
  readonly period: TruePeriod['code']
  readonly size: number
  /** What people remember the night by, if by anything. */
  readonly anchor: AnchorCode | null
}

/** The weeks of the two feasts of the second period: nobody was taken. */
const QUIET_WEEKS = ['2003-11-25', '2004-02-03']

/** Every removal of the invented pattern, in order. */
export function trueOccasions(dice: Dice): readonly Occasion[] {
  const dates = [...datesOfFirst(dice), ...datesOfSecond(dice), ...datesOfThird(dice)]
  const anchors = new Map(ANCHORS.map((anchor) => [nearest(dates, anchor.near), anchor.code]))
  return dates.map((date, index) => {
    const { code, size } = periodOf(date)
    return {
      code: `O${String(index + 1).padStart(3, '0')}`,
      date,
      period: code,
      size: dice.whole(size.min, size.max),
      anchor: anchors.get(date) ?? null,
    }
  })
}

function datesOfFirst(dice: Dice): readonly Day[] {
  const [first] = PERIODS
  const dates: Day[] = []
  for (
    let day = addDays(first.first, dice.whole(2, 9));
    day <= first.last;
    day = addDays(day, dice.whole(10, 15))
  )
    dates.push(day)
  return dates
}

/** Once a week: Tuesday, and the day after about one time in eight. */
function datesOfSecond(dice: Dice): readonly Day[] {
  const [, second] = PERIODS
  return daysFrom(second.first, second.last)
    .filter((day) => weekdayOf(day) === 'TU' && !QUIET_WEEKS.includes(day))
    .map((day) => (dice.next() < 0.12 ? addDays(day, 1) : day))
}

/** Tuesdays, and rather more than half of the Saturdays. */
function datesOfThird(dice: Dice): readonly Day[] {
  const [, , third] = PERIODS
  return daysFrom(third.first, third.last).filter(
    (day) => weekdayOf(day) === 'TU' || (weekdayOf(day) === 'SA' && dice.next() < 0.6),
  )
}

function nearest(dates: readonly Day[], wanted: Day): Day {
  const far = (day: Day) => Math.abs(Date.parse(day) - Date.parse(wanted))
  return dates.reduce((best, day) => (far(day) < far(best) ? day : best), dates[0] ?? wanted)
}

/** How many were taken in all, or in one period. */
export function takenIn(occasions: readonly Occasion[], period?: TruePeriod['code']): number {
  return occasions
    .filter((occasion) => period === undefined || occasion.period === period)
    .reduce((sum, occasion) => sum + occasion.size, 0)
}
