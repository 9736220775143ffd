import type { FieldSetting } from '@corroborate/linkage'
import { foldDigits, foldWords, saysNothing } from './fold-words.ts'
import type { DateOrder } from './list-mapping.ts'
import { readDay } from './read-day.ts'

/** What a cell says to a linkage: a text as it is compared, days, a whole number, or nothing; or why it cannot be read, and then it says nothing. */
export type CellRead =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'days'; readonly earliest: number; readonly latest: number }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'trouble'; readonly reason: CellReason; readonly expected: string }

export type CellReason =
  | 'day-impossible'
  | 'day-unreadable'
  | 'age-unreadable'
  | 'number-unreadable'
  | 'sex-unreadable'
  | 'identifier-empty'

const SILENT: CellRead = { kind: 'nothing' }
const OLDEST = 130
const LARGEST = 2_000_000_000

/** Reads one cell by the field that its column is. */
export function readCell(cell: string, { field, kind }: FieldSetting, order: DateOrder): CellRead {
  if (saysNothing(cell)) return SILENT
  switch (kind) {
    case 'full-name':
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
      return textOr(cell.replaceAll(/\s+/g, ' ').trim())
    case 'text':
    case 'place':
      return textOr(plainText(cell))
    case 'category':
      return isSex(field) ? sexOf(cell) : textOr(foldWords(cell))
    case 'identifier':
      return identifierOf(cell)
    case 'day': {
      const day = readDay(cell, order)
      return day.ok
        ? { kind: 'days', earliest: day.earliest, latest: day.latest }
        : { kind: 'trouble', reason: day.reason, expected: day.expected }
    }
    case 'age':
      return ageOf(cell)
    case 'whole-number':
      return wholeNumber(cell)
  }
}

function textOr(text: string): CellRead {
  return text === '' ? SILENT : { kind: 'text', text }
}

/** Texts as they are compared: compatibility forms joined, small letters, one space between words. */
export function plainText(cell: string): string {
  return foldDigits(cell.normalize('NFKC')).toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function isSex(field: string): boolean {
  return field === 'sex' || field === 'gender'
}

const SEXES = new Map<string, 'm' | 'f'>([
  ...['m', 'male', 'man', 'boy', 'masculine', 'ذ', 'ذكر', 'رجل', 'ولد', 'طفل', 'ذكور', 'فتي'].map(
    (word) => [word, 'm'] as const,
  ),
  ...['homme', 'garcon', 'masculin', 'erkek', 'mer'].map((word) => [word, 'm'] as const),
  ...['femme', 'fille', 'feminin', 'kadin', 'kadın', 'jin'].map((word) => [word, 'f'] as const),
  ...[
    'f',
    'female',
    'woman',
    'girl',
    'feminine',
    'ا',
    'انثي',
    'انثا',
    'امراه',
    'بنت',
    'طفله',
    'اناث',
    'سيده',
    'فتاه',
  ].map((word) => [word, 'f'] as const),
])

/** `m` or `f`, from the words of lists in English, French, Turkish, Kurdish (Kurmanji) and Arabic; null for any other word. */
export function sexNamed(cell: string): 'm' | 'f' | null {
  return SEXES.get(foldWords(cell)) ?? null
}

function sexOf(cell: string): CellRead {
  const sex = sexNamed(cell)
  if (sex !== null) return { kind: 'text', text: sex }
  return { kind: 'trouble', reason: 'sex-unreadable', expected: 'male or female, m or f, ذكر or أنثى' }
}

/** Numbers of cards without the signs that part them. Nothing but zeros is how forms are filled that had to be. */
function identifierOf(cell: string): CellRead {
  const text = foldDigits(cell.normalize('NFKC'))
    .toUpperCase()
    .replaceAll(/[\s\-./\u200E\u200F]+/g, '')
  if (/^0*$/.test(text))
    return { kind: 'trouble', reason: 'identifier-empty', expected: 'a number that says who it is' }
  return { kind: 'text', text }
}

const AGE = /^(\d{1,3})(?:[.,]\d+)?(?: ?(y|yr|yrs|year|years|years old|سنه|سنوات|عام|عاما|اعوام))?$/
const UNDER_ONE =
  /^\d{0,3} ?(m|mo|month|months|months old|w|week|weeks|d|day|days|شهر|شهرا|شهور|اشهر|شهران|شهرين|اسبوع|اسابيع|يوم|يوما|ايام)$/

/** Years of age, whole ones; months, weeks and days are 0 up to a year. */
function ageOf(cell: string): CellRead {
  const trouble: CellRead = {
    kind: 'trouble',
    reason: 'age-unreadable',
    expected: `years of age, from 0 to ${OLDEST}`,
  }
  if (/^\s*[-−]/.test(cell)) return trouble
  const words = foldDigits(cell.normalize('NFKC')).trim()
  const years = AGE.exec(/^\d/.test(words) && /^[\d.,]+$/.test(words) ? words : foldWords(cell))
  if (years !== null) {
    const number = Number(years[1])
    if (number <= OLDEST) return { kind: 'number', number }
  }
  const young = UNDER_ONE.exec(foldWords(cell))
  if (young !== null) {
    const count = Number(/^\d+/.exec(young[0])?.[0] ?? '1')
    const perYear = /^(m|ش|ا?شه)/.test(young[1] ?? '') ? 12 : /^(w|ا?سب)/.test(young[1] ?? '') ? 52 : 365
    return { kind: 'number', number: Math.floor(count / perYear) }
  }
  return trouble
}

function wholeNumber(cell: string): CellRead {
  const text = foldDigits(cell.normalize('NFKC')).replaceAll(/[\s,٬_]/g, '')
  const number = Number(text)
  if (/^[+-]?\d{1,10}([.]0+)?$/.test(text) && Math.abs(number) <= LARGEST) return { kind: 'number', number }
  return { kind: 'trouble', reason: 'number-unreadable', expected: 'a whole number' }
}
