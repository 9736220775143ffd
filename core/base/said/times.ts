import { addDays } from '../calendar.ts'
import { namedTimeAt, type NamedTime, type SaidYear } from './named-times.ts'
import { relationAt, spanAt, type Relation, type SpanUnit } from './names-of-times.ts'
import { numberAt } from './numbers.ts'
import type { Read } from './phrases.ts'
import { distantFrom, edgeOf, endOfInterval, oneOf, type Stretch } from './stretches.ts'
import { foldWord, isOneOf, type Token } from './tokens.ts'

/** What was read as a time: each meaning that the words allow, in EDTF, the likeliest first. */
export interface SaidTime {
  readonly kind: 'time' | 'window'
  readonly edtf: readonly string[]
  /** A month or a feast whose year was not said. */
  readonly lacksYear: boolean
}

/**
 * The time that stands at a place, with the words that relate to it: "before Ramadan 2014", "from March 2011 until the end of
 * 2012", "a week after Eid al-Adha 2013", بين آذار وأيار 2011. Null for none.
 */
export function timeAt(tokens: readonly Token[], at: number): Read<SaidTime> | null {
  return distantAt(tokens, at) ?? betweenAt(tokens, at) ?? relatedAt(tokens, at)
}

/** The words that lead to a name: at most three, the last relation that is more than "in" is the one that is meant. */
function leadAt(tokens: readonly Token[], at: number): Read<Relation> {
  let [relation, next]: [Relation, number] = ['during', at]
  for (let words = 0; words < 3; words++) {
    if (next > at && namedTimeAt(tokens, next) !== null) break
    const read = relationAt(tokens, next)
    if (read === null || read.value === 'between') break
    if (read.value !== 'during') relation = read.value
    next += read.length
  }
  return { value: relation, length: next - at }
}

function relatedAt(tokens: readonly Token[], at: number): Read<SaidTime> | null {
  const direct = namedTimeAt(tokens, at)
  const lead = direct === null ? leadAt(tokens, at) : { value: 'during' as const, length: 0 }
  const first = direct ?? namedTimeAt(tokens, at + lead.length)
  if (first === null) return null
  const next = at + lead.length + first.length
  const last = secondEnd(tokens, next, lead.value)
  if (last !== null) {
    const windows = joined(first.value, last.value, (from, to) => `${from}/${to}`)
    return { value: timeOf('window', windows), length: next - at + last.length }
  }
  const either = lead.value === 'during' ? alternativeAt(tokens, next) : null
  if (either !== null)
    return {
      value: timeOf(
        'time',
        joined(first.value, either.value, (a, b) => `[${a},${b}]`),
      ),
      length: next - at + either.length,
    }
  const distance = trailingDistance(tokens, next, lead.value)
  if (distance !== null)
    return {
      value: timeOf(
        'time',
        meanings(first.value, (stretch) => distantFrom(stretch, distance.value).edtf),
      ),
      length: next - at + distance.length,
    }
  const kind = lead.value === 'since' || lead.value === 'until' ? 'window' : 'time'
  const related = lead.value
  return {
    value: timeOf(
      kind,
      meanings(first.value, (stretch, of) => relate(related, stretch, of)),
    ),
    length: next - at,
  }
}

/** The other end of a window: "… until the end of 2012", "… to June", "2011-2013". */
function secondEnd(tokens: readonly Token[], at: number, lead: Relation): Read<NamedTime> | null {
  const dash = /^[-–—]$/.test(tokens[at]?.text ?? '')
  const relation = relationAt(tokens, at)
  if (!dash && relation?.value !== 'until') return null
  if (lead !== 'since' && lead !== 'during') return null
  const length = dash ? 1 : (relation?.length ?? 0)
  const the = tokens[at + length]?.text === 'the' && namedTimeAt(tokens, at + length) === null ? 1 : 0
  const last = namedTimeAt(tokens, at + length + the)
  return last === null ? null : { value: last.value, length: length + the + last.length }
}

const OR = new Set(['or', 'او'])

function alternativeAt(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  if (!isOneOf(tokens[at], OR)) return null
  const other = namedTimeAt(tokens, at + 1)
  return other === null ? null : { value: other.value, length: other.length + 1 }
}

const AND = new Set(['and', 'الي', 'و'])

/** "between March and June 2011", بين 2011 و2015. */
function betweenAt(tokens: readonly Token[], at: number): Read<SaidTime> | null {
  const between = relationAt(tokens, at)
  const first = between?.value === 'between' ? namedTimeAt(tokens, at + between.length) : null
  if (between === null || first === null) return null
  let next = at + between.length + first.length
  if (isOneOf(tokens[next], AND)) next++
  else if (!tokens[next]?.text.startsWith('و')) return null
  const last = namedTimeAt(tokens, next)
  if (last === null) return null
  const sets = joined(first.value, last.value, (from, to) => `[${from}..${to}]`)
  return { value: timeOf('window', sets), length: next - at + last.length }
}

interface Distance {
  readonly count: number
  readonly unit: SpanUnit
  readonly side: 'before' | 'after'
}

const FROM_A_NAME = new Set(['من', 'عن'].map(foldWord))

/** "a week after Eid", أسبوع بعد العيد, بعد أسبوع من العيد. */
function distantAt(tokens: readonly Token[], at: number): Read<SaidTime> | null {
  const distance = sideFirst(tokens, at) ?? sideLast(tokens, at)
  if (distance === null) return null
  const next = at + distance.length
  const the = tokens[next]?.text === 'the' && namedTimeAt(tokens, next) === null ? 1 : 0
  const named = namedTimeAt(tokens, next + the)
  if (named === null) return null
  return {
    value: timeOf(
      'time',
      meanings(named.value, (stretch) => distantFrom(stretch, distance.value).edtf),
    ),
    length: distance.length + the + named.length,
  }
}

/** بعد أسبوع من. */
function sideFirst(tokens: readonly Token[], at: number): Read<Distance> | null {
  const side = sideAt(tokens, at)
  const span = side === null ? null : spanOf(tokens, at + side.length)
  if (side === null || span === null) return null
  const length = side.length + span.length
  if (!isOneOf(tokens[at + length], FROM_A_NAME)) return null
  return { value: { ...span.value, side: side.value }, length: length + 1 }
}

/** "a week after". */
function sideLast(tokens: readonly Token[], at: number): Read<Distance> | null {
  const span = spanOf(tokens, at)
  const side = span === null ? null : sideAt(tokens, at + span.length)
  if (span === null || side === null) return null
  return { value: { ...span.value, side: side.value }, length: span.length + side.length }
}

function sideAt(tokens: readonly Token[], at: number): Read<Distance['side']> | null {
  const relation = relationAt(tokens, at)
  if (relation?.value !== 'before' && relation?.value !== 'after') return null
  return { value: relation.value, length: relation.length }
}

/** قبل رمضان 2014 بيومين: the distance comes last, with ب written onto it. */
function trailingDistance(tokens: readonly Token[], at: number, lead: Relation): Read<Distance> | null {
  if ((lead !== 'before' && lead !== 'after') || !tokens[at]?.text.startsWith('ب')) return null
  const span = spanOf(tokens, at)
  return span === null ? null : { value: { ...span.value, side: lead }, length: span.length }
}

/** "two weeks", "3 days", أسبوعين, ثلاثة أيام. */
export function spanOf(
  tokens: readonly Token[],
  at: number,
): Read<{ readonly count: number; readonly unit: SpanUnit }> | null {
  const alone = spanAt(tokens, at)
  if (alone !== null && alone.value.count !== null)
    return { value: { count: alone.value.count, unit: alone.value.unit }, length: alone.length }
  const number = numberAt(tokens, at)
  const unit = number === null ? null : spanAt(tokens, at + number.length)
  if (number === null || unit === null || unit.value.count === 2) return null
  return { value: { count: number.value, unit: unit.value.unit }, length: number.length + unit.length }
}

function relate(relation: Relation, stretch: Stretch, of: NamedTime): string {
  switch (relation) {
    case 'before': // "before the end of 2012" reaches into it
      return of.part === 'end'
        ? `[..${wholeOf(stretch, of).to}]`
        : `[..${addDays(stretch.from, stretch.doubt - 1)}]`
    case 'after':
      return of.part === 'beginning'
        ? `[${wholeOf(stretch, of).from}..]`
        : `[${addDays(stretch.to, 1 - stretch.doubt)}..]`
    case 'around':
      return around(stretch)
    case 'since':
      return `${of.part === 'beginning' ? edgeOf(wholeOf(stretch, of), 'first') : endOfInterval(stretch, 'first')}/..`
    case 'until':
      return `../${of.part === 'end' ? edgeOf(wholeOf(stretch, of), 'last') : endOfInterval(stretch, 'last')}`
    case 'during':
    case 'between':
      return stretch.edtf
  }
}

/** What EDTF can say it widens by its own rule; feasts by three days to either side, longer stretches by a month. */
function around({ edtf, from, to, doubt }: Stretch): string {
  if (!edtf.startsWith('[')) return `${edtf}~`
  const by = doubt + (addDays(from, 5) > to ? 3 : 30)
  return oneOf(addDays(from, -by), addDays(to, by))
}

/** The whole of which the stretch is a part: the one that it lies in. */
function wholeOf(stretch: Stretch, { whole, year }: NamedTime): Stretch {
  const wholes = year === null ? [] : whole(year)
  return wholes.find(({ from, to }) => from <= stretch.from && stretch.to <= to) ?? stretch
}

/** Every meaning of one name. */
function meanings(
  time: NamedTime,
  say: (stretch: Stretch, of: NamedTime) => string,
  year: SaidYear | null = time.year,
): readonly string[] | null {
  return year === null ? null : [...new Set(time.in(year).map((stretch) => say(stretch, { ...time, year })))]
}

/** Every meaning of two names; who has no year has the other's. */
function joined(
  first: NamedTime,
  last: NamedTime,
  say: (from: string, to: string) => string,
): readonly string[] | null {
  const year = first.year ?? last.year
  const end = last.year ?? first.year
  if (year === null || end === null) return null
  const froms = first.in(year).map((one) => endText(one, { ...first, year }, 'first'))
  const tos = last.in(end).map((one) => endText(one, { ...last, year: end }, 'last'))
  return froms.flatMap((from) => tos.map((to) => say(from, to)))
}

function endText(stretch: Stretch, of: NamedTime, side: 'first' | 'last'): string {
  const edge = side === 'first' ? 'beginning' : 'end'
  return of.part === edge ? edgeOf(wholeOf(stretch, of), side) : endOfInterval(stretch, side)
}

function timeOf(kind: SaidTime['kind'], edtf: readonly string[] | null): SaidTime {
  return { kind, edtf: edtf ?? [], lacksYear: edtf === null }
}
