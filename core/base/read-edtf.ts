import { parse, type EdtfNode } from 'edtf'
import { daysInMonth } from './calendar.ts'
import { ok, refuse, type Outcome } from './outcome.ts'

/**
 * What an EDTF text says, as a tree: the one reading that both the bounds and the printed words come from.
 * npm `edtf` parses; the meaning is ours, because its own minima and maxima are wrong: the end of
 * `[a..b]`, `~` without width, local times read as UTC, seasons as quarters, open starts that throw (`when.test.ts`).
 * @see Library of Congress, Extended Date/Time Format (EDTF) Specification, 4 February 2019
 */
export type EdtfTime =
  | Moment
  | { readonly kind: 'interval'; readonly first: End; readonly last: End }
  /** `[…]`: one of these; `{…}`: all of these. `earlier`, `later`: and any time before the first, after the last. */
  | {
      readonly kind: 'set'
      readonly of: 'one' | 'all'
      readonly members: readonly Member[]
      readonly earlier: boolean
      readonly later: boolean
    }

export type End = Moment | { readonly kind: 'open' } | { readonly kind: 'unknown' }
export type Member = Moment | { readonly kind: 'run'; readonly first: Moment; readonly last: Moment }

export type Moment =
  | {
      readonly kind: 'date'
      /** Digits, with X for the unspecified: `201X`, `05`, `3X`. */
      readonly year: string
      readonly month: string | null
      readonly day: string | null
      /** The clock as it was said there, `23:30`; never moved to another zone. */
      readonly clock: string | null
      readonly approximate: Unit | null
      readonly uncertain: boolean
    }
  | {
      readonly kind: 'season'
      readonly year: number
      /** EDTF's number, 21 to 41. */
      readonly season: number
      readonly approximate: boolean
      readonly uncertain: boolean
    }
  | { readonly kind: 'years'; readonly first: number; readonly last: number }

export type Unit = 'year' | 'month' | 'day'

const FIRST_YEAR = 1
const LAST_YEAR = 9990

/** Reads an EDTF text; refuses what is not EDTF, what no calendar has, and years outside 0001 to 9990: what is about a later one may need a year that a day cannot hold. */
export function readEdtf(text: string): Outcome<EdtfTime, 'not-edtf'> {
  const [first, last, more] = text.split('/')
  if (more !== undefined) return notEdtf(text, 'an interval has two ends')
  const time = last === undefined ? readNode(text) : readInterval(first ?? '', last)
  return time === null ? notEdtf(text) : ok(time)
}

function notEdtf(text: string, why = 'it cannot be read') {
  return refuse(
    'not-edtf',
    `"${text}" is not a time in EDTF: ${why}. Expected for instance 2013, 2013-05, 2013-05-02, 2012-12/2015-12, 2013~, [2011..2013] or ../2012`,
  )
}

/** Each end is parsed by itself, so that seasons and open ends work there too. */
function readInterval(first: string, last: string): EdtfTime | null {
  const [from, to] = [readEnd(first), readEnd(last)]
  return from === null || to === null ? null : { kind: 'interval', first: from, last: to }
}

function readEnd(text: string): End | null {
  if (text === '..') return { kind: 'open' }
  if (text === '') return { kind: 'unknown' }
  const time = readNode(text)
  return time === null || time.kind === 'set' || time.kind === 'interval' ? null : time
}

function readNode(text: string): EdtfTime | null {
  const node = parsed(text)
  if (node === null) return null
  return node.type === 'Set' || node.type === 'List' ? readSet(node) : readMoment(node)
}

function parsed(text: string): EdtfNode | null {
  try {
    return parse(text, { seasonIntervals: true, seasonUncertainty: true })
  } catch {
    return null // the parser has only this way of saying no
  }
}

function readSet(node: EdtfNode): EdtfTime | null {
  const members = node.values.map(readMember)
  if (!members.every((member) => member !== null)) return null
  return {
    kind: 'set',
    of: node.type === 'Set' ? 'one' : 'all',
    members,
    earlier: node.earlier ?? false,
    later: node.later ?? false,
  }
}

function readMember(value: unknown): Member | null {
  if (!Array.isArray(value)) return isNode(value) ? readMoment(value) : null
  const [first, last] = value.map((item: unknown) => (isNode(item) ? readMoment(item) : null))
  return first && last ? { kind: 'run', first, last } : null
}

function isNode(value: unknown): value is EdtfNode {
  return typeof value === 'object' && value !== null && 'values' in value && Array.isArray(value.values)
}

function readMoment(node: EdtfNode): Moment | null {
  const numbers = node.values.filter((value) => typeof value === 'number')
  const [year = Number.NaN] = numbers
  if (node.type === 'Century') return yearsFrom(year * 100, 100)
  if (node.type === 'Decade') return yearsFrom(year * 10, 10)
  if (node.type === 'Year') return yearsFrom(...significantYears(year, node.significant))
  if (node.type === 'Season') return readSeason(node, numbers)
  return readDate(node, numbers) // a masked date inside a set has no type
}

/** `1950S2`: estimated to be 1950, of which two digits are sure. */
function significantYears(year: number, significant = String(year).length): [number, number] {
  const width = 10 ** Math.max(0, String(year).length - significant)
  return [Math.floor(year / width) * width, width]
}

function yearsFrom(first: number, width: number): Moment | null {
  const last = first + width - 1
  return first >= FIRST_YEAR && last <= LAST_YEAR ? { kind: 'years', first, last } : null
}

function readSeason(node: EdtfNode, [year = -1, season = -1]: readonly number[]): Moment | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null
  return {
    kind: 'season',
    year,
    season,
    approximate: Boolean(node.approximate),
    uncertain: Boolean(node.uncertain),
  }
}

/** The bits of `edtf`'s masks: one for each digit of YYYYMMDD. */
const YEAR_BITS = 0b1111
const MONTH_BITS = 0b110000
const DAY_BITS = 0b11000000

function readDate(node: EdtfNode, numbers: readonly number[]): Moment | null {
  const [year = -1, month, day, hours, minutes] = numbers
  if (year < 0) return null
  const mask = node.unspecified ?? 0
  const date = {
    kind: 'date' as const,
    year: digits(year, 4, mask),
    month: month === undefined ? null : digits(month + 1, 2, mask >> 4),
    day: day === undefined ? null : digits(day, 2, mask >> 6),
    clock: hours === undefined ? null : `${digits(hours, 2, 0)}:${digits(minutes ?? 0, 2, 0)}`,
    approximate: approximateUnit(node, numbers.length),
    uncertain: Boolean(node.uncertain),
  }
  return datesOf(date).next().done === true ? null : date
}

/** `X0` comes back from the parser as `X1`: the bounds are then a little wider than they need be, never narrower. */
function digits(number: number, width: number, mask: number): string {
  const text = String(number).padStart(width, '0')
  return Array.from(text, (digit, at) => ((mask >> at) & 1 ? 'X' : digit)).join('')
}

/** The finest part that is approximate: `2013-~05` is about its month, `2013~-05` about its year. */
function approximateUnit({ approximate = 0 }: EdtfNode, precision: number): Unit | null {
  if (approximate === true) return precision === 1 ? 'year' : precision === 2 ? 'month' : 'day'
  const bits = Number(approximate)
  return bits & DAY_BITS ? 'day' : bits & MONTH_BITS ? 'month' : bits & YEAR_BITS ? 'year' : null
}

/** A period of the calendar that a date with X in it may mean. */
export interface Candidate {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
}

/**
 * Every year, month or day that a date may mean, in order, or in the order from the end.
 * Lazily: whoever wants the first or the last does not wait for ten thousand years of days.
 */
export function* datesOf(
  date: { readonly year: string; readonly month: string | null; readonly day: string | null },
  order: 'forward' | 'backward' = 'forward',
): Generator<Candidate, void, undefined> {
  for (const year of numbersLike(date.year, FIRST_YEAR, LAST_YEAR, order)) {
    if (date.month === null) yield { year, month: null, day: null }
    else
      for (const month of numbersLike(date.month, 1, 12, order)) {
        if (date.day === null) yield { year, month, day: null }
        else
          for (const day of numbersLike(date.day, 1, daysInMonth(year, month), order))
            yield { year, month, day }
      }
  }
}

/** The numbers from `min` to `max` whose digits fit `like`, where X is any digit. */
function numbersLike(
  like: string,
  min: number,
  max: number,
  order: 'forward' | 'backward',
): readonly number[] {
  const [from, to] = [
    Math.max(min, Number(like.replaceAll('X', '0'))),
    Math.min(max, Number(like.replaceAll('X', '9'))),
  ]
  const fits = (number: number) =>
    Array.from(
      like,
      (digit, at) => digit === 'X' || digit === String(number).padStart(like.length, '0')[at],
    ).every(Boolean)
  const all = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step)
  return (order === 'forward' ? all : all.reverse()).filter(fits)
}
