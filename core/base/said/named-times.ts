import {
  feastAt,
  hijriMonthAt,
  monthAt,
  partAt,
  seasonAt,
  yearWordAt,
  type PartOfTime,
} from './names-of-times.ts'
import { numberAt } from './numbers.ts'
import type { Read } from './phrases.ts'
import {
  feastStretches,
  hijriStretch,
  hijriStretchesIn,
  partOf,
  plainStretch,
  two,
  type Stretch,
} from './stretches.ts'
import { foldWord, isOneOf, type Token } from './tokens.ts'

/** A time that was named, as far as it is known without its year. */
export interface NamedTime {
  readonly year: SaidYear | null
  /** The stretches it may be in that year, the likeliest first; none when no calendar has it. */
  readonly in: (year: SaidYear) => readonly Stretch[]
  /** Said of a part of it, which has been taken already in `in`. */
  readonly part: PartOfTime | null
  /** Without the part: what "the end of" is the end of. */
  readonly whole: (year: SaidYear) => readonly Stretch[]
}

export interface SaidYear {
  readonly number: number
  readonly calendar: 'gregorian' | 'hijri'
}

/** A time that is named at a place: "early March 2011", "15 رجب 1434", "Ramadan 2014", "the summer of 2012", "2/5/2013". */
export function namedTimeAt(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const part = partAt(tokens, at)
  if (part !== null) {
    const next = skip(tokens, at + part.length)
    const named = wholeTimeAt(tokens, next)
    if (named === null) return null
    const { year, in: whole } = named.value
    const parts = (of: SaidYear) => whole(of).map((stretch) => partOf(stretch, part.value))
    return {
      value: { year, in: parts, part: part.value, whole },
      length: next - at + named.length,
    }
  }
  return wholeTimeAt(tokens, at)
}

const BETWEEN_WORDS = new Set(['of', 'in', '-', 'the', 'من', 'في', 'شهر', 'عام', 'سنه'].map(foldWord))

function skip(tokens: readonly Token[], at: number): number {
  let next = at
  while (BETWEEN_WORDS.has(tokens[next]?.text ?? '')) next++
  return next
}

type Reader = (tokens: readonly Token[], at: number) => Read<NamedTime> | null

function wholeTimeAt(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  for (const reader of READERS) {
    const read = reader(tokens, at)
    if (read !== null) return read
  }
  return null
}

const READERS: readonly Reader[] = [
  isoDate,
  slashedDate,
  dayThenMonth,
  monthThenDay,
  monthByNumber,
  month,
  hijriMonthAlone,
  season,
  feast,
  decade,
  yearAlone,
]

function named(stretches: NamedTime['in'], year: SaidYear | null, length: number): Read<NamedTime> {
  return { value: { year, in: stretches, part: null, whole: stretches }, length }
}

/** 2013-05-02, 2013-05. */
function isoDate(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const [, year, month, day] = /^((?:19|20)\d\d)-(\d\d)(-\d\d)?/.exec(run(tokens, at)) ?? []
  if (year === undefined || month === undefined) return null
  const stretch = plainStretch(`${year}-${month}${day ?? ''}`)
  const isMonth = Number(month) <= 12 // beyond are EDTF's seasons, which whole EDTF texts may have
  return stretch === null || !isMonth
    ? null
    : named(() => [stretch], gregorian(Number(year)), day === undefined ? 3 : 5)
}

/** 2/5/2013 is 2 May, or else 5 February: both are told. Also 5/2013. */
function slashedDate(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const written = run(tokens, at)
  const [, month, of] = /^(\d\d?)\/((?:19|20)\d\d)/.exec(written) ?? []
  if (month !== undefined && of !== undefined && Number(month) <= 12)
    return named(() => asList(plainStretch(`${of}-${two(Number(month))}`)), gregorian(Number(of)), 3)
  const [, a, , b, year] = /^(\d\d?)([/.-])(\d\d?)\2((?:19|20)\d\d)/.exec(written) ?? []
  if (a === undefined || b === undefined || year === undefined) return null
  const texts = [`${year}-${two(Number(b))}-${two(Number(a))}`, `${year}-${two(Number(a))}-${two(Number(b))}`]
  const stretches = [...new Set(texts)].flatMap((text) => asList(plainStretch(text)))
  const length = /[.]/.test(tokens[at]?.text ?? '') ? 1 : 5
  return stretches.length === 0 ? null : named(() => stretches, gregorian(Number(year)), length)
}

/** What is written from a place on, at most five tokens: a date in digits. */
function run(tokens: readonly Token[], at: number): string {
  return tokens[at]?.kind === 'digits'
    ? tokens
        .slice(at, at + 5)
        .map(({ text }) => text)
        .join('')
    : ''
}

/** 2 May 2013, the 2nd of May 2013, ٢ أيار ٢٠١٣, 15 Rajab 1434. */
function dayThenMonth(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const day = dayNumberAt(tokens, at)
  if (day === null) return null
  let next = at + day.length
  while (isOneOf(tokens[next], DAY_TO_MONTH)) next++
  const name = monthNameAt(tokens, next)
  if (name === null) return null
  return ofMonth({ ...name.value, day: day.value }, tokens, { at, next: next + name.length })
}

const DAY_TO_MONTH = new Set(['of', 'من', 'شهر'].map(foldWord))

/** May 2, 2013. */
function monthThenDay(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const name = monthNameAt(tokens, at)
  const day = name === null ? null : dayNumberAt(tokens, at + name.length)
  if (name === null || day === null) return null
  const next = at + name.length + day.length
  return ofMonth({ ...name.value, day: day.value }, tokens, { at, next })
}

/** شهر 3 سنة 2011. */
function monthByNumber(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const [word, number] = tokens.slice(at, at + 2)
  if (!isOneOf(word, new Set(['شهر', 'month'])) || !/^\d{1,2}$/.test(number?.text ?? '')) return null
  const month = Number(number?.text)
  if (month < 1 || month > 12) return null
  return ofMonth({ calendar: 'gregorian', month, day: null }, tokens, { at, next: at + 2 })
}

/** May 2013, آذار من عام 2011, آذار/مارس 2011. */
function month(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const name = monthAt(tokens, at)
  if (name === null) return null
  return ofMonth({ calendar: 'gregorian', month: name.value, day: null }, tokens, {
    at,
    next: at + name.length,
  })
}

function hijriMonthAlone(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const name = hijriMonthAt(tokens, at)
  if (name === null) return null
  return ofMonth({ calendar: 'hijri', month: name.value, day: null }, tokens, { at, next: at + name.length })
}

interface OfMonth {
  readonly calendar: 'gregorian' | 'hijri'
  readonly month: number
  readonly day: number | null
}

function ofMonth(
  of: OfMonth,
  tokens: readonly Token[],
  { at, next }: { readonly at: number; readonly next: number },
): Read<NamedTime> {
  const from = afterSecondName(tokens, next, of)
  const year = yearAt(tokens, tokens[from]?.text === ',' || tokens[from]?.text === '،' ? from + 1 : from)
  const comma = year !== null && /^[,،]$/.test(tokens[from]?.text ?? '') ? 1 : 0
  const length = year === null ? from - at : from - at + comma + year.length
  return named((said) => stretchesOf(of, said), year?.value ?? null, length)
}

/** Many write a month twice, آذار/مارس: the second name says nothing new. */
function afterSecondName(tokens: readonly Token[], next: number, { calendar, month }: OfMonth): number {
  if (calendar !== 'gregorian' || !/^[/(-]$/.test(tokens[next]?.text ?? '')) return next
  const again = monthAt(tokens, next + 1)
  if (again?.value !== month) return next
  const after = next + 1 + again.length
  return tokens[after]?.text === ')' ? after + 1 : after
}

function stretchesOf({ calendar, month, day }: OfMonth, year: SaidYear): readonly Stretch[] {
  if (calendar === 'hijri')
    return year.calendar === 'hijri'
      ? asList(hijriStretch({ year: year.number, month }, day))
      : hijriStretchesIn(year.number, month, day)
  if (year.calendar === 'hijri') return []
  return asList(plainStretch(`${String(year.number)}-${two(month)}${day === null ? '' : `-${two(day)}`}`))
}

/** The winter of 2012 is that which began in it, or else the one that ended in it. */
function season(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const name = seasonAt(tokens, at)
  const year = name === null ? null : yearAt(tokens, at + name.length)
  if (name === null || year === null || year.value.calendar === 'hijri') return null
  const next = at + name.length + year.length
  const isBoth =
    /^[/-]$/.test(tokens[next]?.text ?? '') && /^(\d\d|\d{4})$/.test(tokens[next + 1]?.text ?? '')
  const years = (of: number) => (name.value === 24 && !isBoth ? [of, of - 1] : [of])
  return named(
    (said) => years(said.number).flatMap((of) => asList(plainStretch(`${String(of)}-${String(name.value)}`))),
    year.value,
    next - at + (isBoth && name.value === 24 ? 2 : 0),
  )
}

function feast(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const name = feastAt(tokens, at)
  if (name === null) return null
  const year = yearAt(tokens, at + name.length)
  return named(
    (said) => name.value.flatMap((one) => feastStretches(one, said.number, said.calendar)),
    year?.value ?? null,
    name.length + (year?.length ?? 0),
  )
}

/** The 1990s. */
function decade(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const [digits, letter] = tokens.slice(at, at + 2)
  if (!/^(19|20)\d0$/.test(digits?.text ?? '') || letter?.text !== 's' || digits?.end !== letter.start)
    return null
  const stretch = plainStretch(`${digits.text.slice(0, 3)}X`)
  return stretch === null ? null : named(() => [stretch], gregorian(Number(digits.text)), 2)
}

function yearAlone(tokens: readonly Token[], at: number): Read<NamedTime> | null {
  const year = yearAt(tokens, at)
  if (year === null || year.value.calendar === 'hijri') return null
  return named((said) => asList(plainStretch(String(said.number))), year.value, year.length)
}

function monthNameAt(
  tokens: readonly Token[],
  at: number,
): Read<{ readonly calendar: 'gregorian' | 'hijri'; readonly month: number }> | null {
  const gregorianName = monthAt(tokens, at)
  if (gregorianName !== null)
    return { value: { calendar: 'gregorian', month: gregorianName.value }, length: gregorianName.length }
  const hijri = hijriMonthAt(tokens, at)
  return hijri === null ? null : { value: { calendar: 'hijri', month: hijri.value }, length: hijri.length }
}

const HIJRI_MARKS = new Set(['ah', 'هـ', 'ه', 'هجري', 'هجريه', 'للهجره'].map(foldWord))
const GREGORIAN_MARKS = new Set(['ad', 'ce', 'م', 'ميلادي', 'ميلاديه'].map(foldWord))

/** A year, after words that lead to it: 2013, "of the year 2013", من عام ٢٠١٣, 1434 هـ, سنة ألفين وثلاثة عشر. */
export function yearAt(tokens: readonly Token[], at: number): Read<SaidYear> | null {
  const lead = yearWordAt(tokens, at)
  const from = at + (lead?.length ?? 0)
  const bare = isYearDigits(tokens[from])
  const number = bare ? { value: Number(tokens[from]?.text), length: 1 } : lead && numberAt(tokens, from)
  if (number === null || number.value < 1300 || number.value > 2100) return null
  const next = from + number.length
  const isHijri = isOneOf(tokens[next], HIJRI_MARKS)
  const marks = isHijri || isOneOf(tokens[next], GREGORIAN_MARKS) ? 1 : 0
  const calendar = isHijri || number.value <= 1500 ? 'hijri' : 'gregorian'
  if (calendar === 'gregorian' && number.value < 1900) return null
  return { value: { number: number.value, calendar }, length: next - at + marks }
}

const ORDINAL_ENDS = new Set(['st', 'nd', 'rd', 'th'])
const ORDINALS = new Map(
  [
    ...['الأول', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع', 'العاشر'],
  ].map((word, at) => [foldWord(word), at + 1]),
)

/** The day of a month: 2, 2nd, the 2nd, الثاني. */
function dayNumberAt(tokens: readonly Token[], at: number): Read<number> | null {
  const lead = tokens[at]?.text === 'the' || tokens[at]?.text === 'يوم' ? 1 : 0
  const token = tokens[at + lead]
  const ordinal = ORDINALS.get(token?.text ?? '')
  if (ordinal !== undefined) return { value: ordinal, length: lead + 1 }
  if (token === undefined || !/^([1-9]|0[1-9]|[12]\d|3[01])$/.test(token.text)) return null
  const next = tokens[at + lead + 1]
  const ends = ORDINAL_ENDS.has(next?.text ?? '') && next?.start === token.end ? 1 : 0
  return { value: Number(token.text), length: lead + 1 + ends }
}

function isYearDigits(token: Token | undefined): boolean {
  return token?.kind === 'digits' && /^(1[3-5]|19|20)\d\d$/.test(token.text)
}

function gregorian(number: number): SaidYear {
  return { number, calendar: 'gregorian' }
}

function asList(stretch: Stretch | null): readonly Stretch[] {
  return stretch === null ? [] : [stretch]
}
