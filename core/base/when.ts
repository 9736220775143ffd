import { addDays, addMonths, dayOf, daysInMonth, type Day } from './calendar.ts'
import { ok, refuse, type Outcome } from './outcome.ts'
import {
  datesOf,
  readEdtf,
  type Candidate,
  type EdtfTime,
  type End,
  type Member,
  type Moment,
  type Unit,
} from './read-edtf.ts'

import { seasonOf } from './seasons.ts'

/**
 * A time as uncertain as it was said: the EDTF text, the speaker's own words, and two bounds.
 * A bound is null when it is open or unknown; the two are kept apart because one may be known and the other not.
 */
export interface When {
  readonly edtf: string
  readonly said: string | null
  readonly earliest: Day | null
  readonly latest: Day | null
}

interface Bounds {
  readonly earliest: Day | null
  readonly latest: Day | null
}

/**
 * A time from its EDTF text, with the first and the last day that it may mean.
 *
 * Conventions, where EDTF leaves the width open:
 * - `~` and `%` widen by one unit at both ends, the unit being the finest part that is approximate: a year, a month or
 *   a season; for a day, three days (who says "about the 2nd" means that week). `?` doubts the source and widens nothing.
 * - Seasons 21 to 28 are those of the northern hemisphere, by whole months: spring March to May, summer June to August,
 *   autumn September to November, winter December to February **of the next year**. 29 to 32 are the southern ones.
 * - A clock time is the day that was said there: `2013-05-02T23:30` is 2 May, with or without a zone.
 * - `XXXX`, and open and unknown ends, have no bound.
 *
 * @returns `not-edtf` for what is no EDTF, an interval that ends before it starts, and years outside 0001 to 9990
 * @see Library of Congress, EDTF Specification, 4 February 2019, levels 0 to 2
 */
export function whenFrom(edtf: string, said: string | null = null): Outcome<When, 'not-edtf'> {
  const time = readEdtf(edtf)
  if (!time.ok) return time
  const { earliest, latest } = boundsOf(time.value)
  const runs = time.value.kind === 'set' ? time.value.members.map(memberBounds) : []
  const backward = [{ earliest, latest }, ...runs].find(isBackward)
  if (backward)
    return refuse(
      'not-edtf',
      `"${edtf}" ends on ${String(backward.latest)}, before it starts on ${String(backward.earliest)}`,
    )
  return ok({ edtf, said, earliest, latest })
}

/** Whether two times may share a day. A null bound is open: nothing is excluded on that side. */
export function overlaps(a: When, b: When): boolean {
  return startsBy(a, b.latest) && startsBy(b, a.latest)
}

function startsBy(a: When, latest: Day | null): boolean {
  return a.earliest === null || latest === null || a.earliest <= latest
}

function isBackward({ earliest, latest }: Bounds): boolean {
  return earliest !== null && latest !== null && earliest > latest
}

function boundsOf(time: EdtfTime): Bounds {
  switch (time.kind) {
    case 'interval':
      return { earliest: endBounds(time.first).earliest, latest: endBounds(time.last).latest }
    case 'set': {
      const hull = hullOfBounds(time.members.map(memberBounds))
      return { earliest: time.earlier ? null : hull.earliest, latest: time.later ? null : hull.latest }
    }
    case 'date':
    case 'season':
    case 'years':
      return momentBounds(time)
  }
}

function endBounds(end: End): Bounds {
  return end.kind === 'open' || end.kind === 'unknown' ? NO_BOUNDS : momentBounds(end)
}

function memberBounds(member: Member): Bounds {
  if (member.kind !== 'run') return momentBounds(member)
  return { earliest: momentBounds(member.first).earliest, latest: momentBounds(member.last).latest }
}

const NO_BOUNDS: Bounds = { earliest: null, latest: null }

/** A member without a bound takes it from the whole. */
function hullOfBounds(all: readonly Bounds[]): Bounds {
  const firsts = all.map((bounds) => bounds.earliest)
  const lasts = all.map((bounds) => bounds.latest)
  return {
    earliest: firsts.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b)),
    latest: lasts.reduce((a, b) => (a === null || b === null ? null : a > b ? a : b)),
  }
}

function momentBounds(moment: Moment): Bounds {
  switch (moment.kind) {
    case 'years':
      return {
        earliest: dayOf({ year: moment.first, month: 1, day: 1 }),
        latest: dayOf({ year: moment.last, month: 12, day: 31 }),
      }
    case 'season':
      return seasonBounds(moment)
    case 'date':
      return dateBounds(moment)
  }
}

function seasonBounds({ year, season, approximate }: Extract<Moment, { kind: 'season' }>): Bounds {
  const { firstMonth: month, months } = seasonOf(season)
  const margin = approximate ? months : 0
  const first = dayOf({ year, month, day: 1 })
  return {
    earliest: addMonths(first, -margin),
    latest: addDays(addMonths(first, months + margin), -1),
  }
}

const DAYS_ABOUT_A_DAY = 3

function dateBounds(date: Extract<Moment, { kind: 'date' }>): Bounds {
  if (date.year === 'XXXX') return NO_BOUNDS
  const first = datesOf(date, 'forward').next().value
  const last = datesOf(date, 'backward').next().value
  if (!first || !last) return NO_BOUNDS
  return widened({ earliest: firstDay(first), latest: lastDay(last) }, date.approximate)
}

/** So much earlier at the start; at the end the day after is moved, so that the end of a month stays one. */
function widened({ earliest, latest }: { earliest: Day; latest: Day }, unit: Unit | null): Bounds {
  if (unit === null) return { earliest, latest }
  if (unit === 'day')
    return { earliest: addDays(earliest, -DAYS_ABOUT_A_DAY), latest: addDays(latest, DAYS_ABOUT_A_DAY) }
  const months = unit === 'year' ? 12 : 1
  return {
    earliest: addMonths(earliest, -months),
    latest: addDays(addMonths(addDays(latest, 1), months), -1),
  }
}

function firstDay({ year, month, day }: Candidate): Day {
  return dayOf({ year, month: month ?? 1, day: day ?? 1 })
}

function lastDay({ year, month, day }: Candidate): Day {
  const inMonth = month ?? 12
  return dayOf({ year, month: inMonth, day: day ?? daysInMonth(year, inMonth) })
}
