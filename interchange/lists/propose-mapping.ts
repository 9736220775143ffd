import type { FieldKind, FieldSetting } from '@corroborate/linkage'
import { foldDigits, foldWords, saysNothing } from './fold-words.ts'
import type { DateOrder, ListMapping } from './list-mapping.ts'
import { sexNamed } from './read-cell.ts'
import { readDay } from './read-day.ts'

/** A mapping that a person looks at before anything is read by it, and what speaks for it. */
export interface ProposedMapping {
  readonly mapping: ListMapping
  /** For each column: its name said so, its values did, or nothing did and it is only kept for display. */
  readonly because: readonly ('name' | 'values' | 'nothing')[]
  /** Which orders of day and month the values allow: `either` where no value tells, `mixed` where some values tell one and some the other. */
  readonly dateOrderSeen: DateOrder | 'either' | 'mixed'
}

type Known = readonly [field: string, kind: FieldKind, words: readonly string[]]

/** Headers as lists have them, folded (`foldWords`). */
const KNOWN: readonly Known[] = [
  [
    'name',
    'full-name',
    [
      ...[
        'name',
        'full name',
        'fullname',
        'victim name',
        'victim',
        'name ar',
        'name arabic',
        'arabic name',
        'person name',
        'name of victim',
      ],
      ...[
        'الاسم',
        'الاسم الكامل',
        'اسم الضحيه',
        'اسم الشهيد',
        'الاسم الرباعي',
        'الاسم الثلاثي',
        'الاسم بالكامل',
        'اسم المعتقل',
        'الاسم والكنيه',
      ],
    ],
  ],
  [
    'name-latin',
    'full-name',
    ['name en', 'name english', 'english name', 'latin name', 'الاسم بالانجليزيه', 'الاسم بالانكليزيه'],
  ],
  [
    'given',
    'given-name',
    ['first name', 'firstname', 'given name', 'given', 'forename', 'الاسم الاول', 'اسم', 'اسم الشخص'],
  ],
  [
    'father',
    'father-name',
    [
      'father',
      'father name',
      'name of father',
      'middle name',
      'second name',
      'اسم الاب',
      'الاب',
      'اسم الوالد',
      'الاسم الثاني',
    ],
  ],
  [
    'grandfather',
    'grandfather-name',
    ['grandfather', 'grandfather name', 'third name', 'اسم الجد', 'الجد', 'الاسم الثالث'],
  ],
  [
    'family',
    'family-name',
    [
      ...['family', 'family name', 'surname', 'last name', 'lastname', 'fourth name'],
      ...['اللقب', 'الكنيه', 'النسبه', 'اسم العائله', 'العائله', 'الشهره', 'الاسم الرابع'],
    ],
  ],
  [
    'mother',
    'full-name',
    ['mother', 'mother name', 'name of mother', 'اسم الام', 'الام', 'اسم الوالده', 'اسم وكنيه الام'],
  ],
  ['sex', 'category', ['sex', 'gender', 'الجنس', 'النوع', 'جنس']],
  ['age', 'age', ['age', 'age at death', 'age years', 'العمر', 'السن', 'عمر']],
  [
    'birth',
    'day',
    [
      ...[
        'birth',
        'birthdate',
        'birth date',
        'date of birth',
        'dob',
        'born',
        'year of birth',
        'birth year',
        'birthday',
      ],
      ...['تاريخ الميلاد', 'تاريخ الولاده', 'الميلاد', 'سنه الميلاد', 'المواليد', 'مواليد', 'سنه الولاده'],
    ],
  ],
  [
    'death',
    'day',
    [
      ...[
        'death',
        'date of death',
        'death date',
        'dod',
        'date of killing',
        'killed on',
        'date killed',
        'date',
        'event date',
        'incident date',
      ],
      ...[
        'تاريخ الوفاه',
        'تاريخ الاستشهاد',
        'تاريخ القتل',
        'تاريخ الحادث',
        'تاريخ الحادثه',
        'التاريخ',
        'سنه الوفاه',
      ],
    ],
  ],
  [
    'detained',
    'day',
    [
      ...[
        'date of arrest',
        'arrest date',
        'date of detention',
        'detention date',
        'detained on',
        'date of disappearance',
      ],
      ...['تاريخ الاعتقال', 'تاريخ الاختفاء', 'تاريخ التوقيف', 'تاريخ الاختطاف'],
    ],
  ],
  [
    'identity',
    'identifier',
    [
      ...[
        'national id',
        'national number',
        'id number',
        'identity number',
        'id card',
        'identity card',
        'passport',
        'passport number',
        'ssn',
        'soc sec id',
      ],
      ...['رقم الهويه', 'الرقم الوطني', 'الهويه', 'رقم القيد', 'رقم الجواز', 'رقم الهويه الوطنيه'],
    ],
  ],
  ['governorate', 'place', ['governorate', 'province', 'state', 'region', 'المحافظه', 'محافظه', 'الولايه']],
  [
    'place',
    'place',
    [
      ...[
        'place',
        'location',
        'city',
        'town',
        'village',
        'suburb',
        'district',
        'residence',
        'place of residence',
        'area',
        'neighbourhood',
        'address',
      ],
      ...[
        'المكان',
        'المدينه',
        'البلده',
        'القريه',
        'المنطقه',
        'الحي',
        'مكان الاقامه',
        'العنوان',
        'مكان السكن',
      ],
    ],
  ],
  [
    'birth-place',
    'place',
    ['place of birth', 'birth place', 'birthplace', 'مكان الولاده', 'مكان الميلاد', 'محل الولاده'],
  ],
  [
    'death-place',
    'place',
    [
      'place of death',
      'death place',
      'place of killing',
      'مكان الوفاه',
      'مكان الاستشهاد',
      'مكان القتل',
      'مكان الحادث',
    ],
  ],
]

const BY_HEADER = new Map(
  KNOWN.flatMap(([field, kind, words]) => words.map((word) => [word, { field, kind }] as const)),
)
/** So many of the values that say something must read as what is proposed. */
const MOST = 0.9
const ENOUGH = 5

/**
 * How the columns are most likely meant, from their names in English or Arabic, and where these say nothing, from the first rows. A proposal: whoever
 * takes the list in changes or confirms it.
 */
export function proposeMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): ProposedMapping {
  const taken = new Set<string>()
  const because: ProposedMapping['because'][number][] = []
  const orders = { dayFirst: 0, monthFirst: 0 }
  const mapped = columns.map((column, at) => {
    const cells = rows.map((row) => row[at] ?? '').filter((cell) => !saysNothing(cell))
    const byName = BY_HEADER.get(foldWords(column)) ?? null
    const into = byName ?? byValues(column, cells)
    because.push(byName !== null ? 'name' : into === null ? 'nothing' : 'values')
    if (into === null) return { column, into }
    if (into.kind === 'day') for (const cell of cells) countOrder(cell, orders)
    return { column, into: { ...into, field: freeName(into.field, taken) } }
  })
  const { dayFirst, monthFirst } = orders
  const dateOrder: DateOrder = monthFirst > dayFirst ? 'month-first' : 'day-first'
  const told = dayFirst + monthFirst === 0
  const seen = told ? 'either' : dayFirst > 0 && monthFirst > 0 ? 'mixed' : dateOrder
  return { mapping: { columns: mapped, dateOrder }, because, dateOrderSeen: seen }
}

function freeName(field: string, taken: Set<string>): string {
  let name = field
  for (let more = 2; taken.has(name); more++) name = `${field}-${more}`
  taken.add(name)
  return name
}

function byValues(column: string, cells: readonly string[]): FieldSetting | null {
  if (cells.length < ENOUGH) return null
  const share = (reads: (cell: string) => boolean) => cells.filter(reads).length / cells.length
  if (share((cell) => sexNamed(cell) !== null) >= MOST && new Set(cells.map(foldWords)).size <= 6)
    return { field: 'sex', kind: 'category' }
  if (share(isWholeDay) >= MOST) return { field: fieldFrom(column, 'day'), kind: 'day' }
  return null
}

/** A day of three parts: a bare number could be anything. */
function isWholeDay(cell: string): boolean {
  return (
    /\D/.test(foldDigits(cell).trim()) && (readDay(cell, 'day-first').ok || readDay(cell, 'month-first').ok)
  )
}

function fieldFrom(column: string, otherwise: string): string {
  const name = foldWords(column)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 30)
  return /^[a-z]/.test(name) ? name : otherwise
}

function countOrder(cell: string, orders: { dayFirst: number; monthFirst: number }): void {
  const [, a = '', b = ''] = /^(\d{1,2})\D+(\d{1,2})\D+\d{4}/.exec(foldDigits(cell).trim()) ?? []
  if (a === '') return
  if (Number(a) > 12 && Number(b) <= 12) orders.dayFirst++
  else if (Number(b) > 12 && Number(a) <= 12) orders.monthFirst++
}
