import { describe, expect, test } from 'vitest'
import type { FieldKind } from '@corroborate/linkage'
import { headersKey, mappingFaults, type ListMapping } from './list-mapping.ts'
import { proposeMapping } from './propose-mapping.ts'
import { readCell } from './read-cell.ts'
import { readDay } from './read-day.ts'
import { rowReader } from './row-reader.ts'

const day = (cell: string, order: 'day-first' | 'month-first' = 'day-first') => {
  const read = readDay(cell, order)
  const iso = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  return read.ok ? [...new Set([iso(read.earliest), iso(read.latest)])].join('/') : read.reason
}
const cell = (text: string, kind: FieldKind, field = 'f') => {
  const read = readCell(text, { field, kind }, 'day-first')
  return read.kind === 'text' ? read.text : read.kind === 'number' ? read.number : read.kind
}

describe('a day', () => {
  test.each([
    ['2013-05-02', '2013-05-02'],
    ['2/5/2013', '2013-05-02'],
    ['02.05.2013', '2013-05-02'],
    ['2013/5/2', '2013-05-02'],
    ['20130502', '2013-05-02'],
    ['2013-05-02T23:30', '2013-05-02'],
    ['02/05/2013 23:30:00', '2013-05-02'],
    ['٢/٥/٢٠١٣', '2013-05-02'],
    ['2 May 2013', '2013-05-02'],
    ['May 2, 2013', '2013-05-02'],
    ['٢ أيار ٢٠١٣', '2013-05-02'],
    ['2 كانون الثاني 2013', '2013-01-02'],
    ['May 2013', '2013-05-01/2013-05-31'],
    ['5/2013', '2013-05-01/2013-05-31'],
    ['2013-05', '2013-05-01/2013-05-31'],
    ['2013', '2013-01-01/2013-12-31'],
    ['2013-05~', '2013-04-01/2013-06-30'],
    ['1960-01-01', '1960-01-01'],
  ])('%s is %s', (text, read) => {
    expect(day(text)).toBe(read)
  })

  test.each([
    ['31/02/2013', 'day-impossible'],
    ['00/00/2013', 'day-impossible'],
    ['2013-02-29', 'day-impossible'],
    ['05/23/2013', 'day-impossible'],
    ['20131399', 'day-impossible'],
    ['2013-13', 'day-impossible'],
    ['2/5/13', 'day-unreadable'],
    ['soon', 'day-unreadable'],
    ['../2013', 'day-unreadable'],
    ['41396', 'day-unreadable'],
  ])('%s says nothing: %s', (text, reason) => {
    expect(day(text)).toBe(reason)
  })

  test('of three numbers is read in the order that the mapping says', () => {
    expect([day('3/4/2013'), day('3/4/2013', 'month-first')]).toEqual(['2013-04-03', '2013-03-04'])
  })
})

test.each([
  ['24', 24],
  ['٢٤', 24],
  ['24 years', 24],
  ['24.0', 24],
  ['٥ سنوات', 5],
  ['3 months', 0],
  ['14 months', 1],
  ['شهرين', 0],
  ['0', 0],
  ['131', 'trouble'],
  ['-3', 'trouble'],
  ['old', 'trouble'],
  ['غير معروف', 'nothing'],
])('an age: %s is %s', (text, read) => {
  expect(cell(text, 'age')).toBe(read)
})

test.each([
  ['M', 'm'],
  ['male', 'm'],
  ['ذكر', 'm'],
  ['أنثى', 'f'],
  ['Female', 'f'],
  ['Garçon', 'm'],
  ['Kadın', 'f'],
  ['x', 'trouble'],
  ['-', 'nothing'],
  ['unknown', 'nothing'],
])('a sex: %s is %s', (text, read) => {
  expect(cell(text, 'category', 'sex')).toBe(read)
})

test('a number of a card is read without what parts it, and zeros say nothing', () => {
  expect(cell('12-345 ٦', 'identifier')).toBe('123456')
  expect(cell('000000', 'identifier')).toBe('trouble')
  expect(cell('1,200', 'whole-number')).toBe(1200)
  expect(cell('  North   Gaza ', 'place')).toBe('north gaza')
  expect(cell('مجهول الهوية', 'full-name')).toBe('nothing')
})

describe('a mapping', () => {
  test('is proposed from names of columns in English and Arabic', () => {
    const columns = [
      'No',
      'First Name',
      "Father's name",
      'Surname',
      'الجنس',
      'تاريخ الميلاد',
      'المحافظة',
      'Remarks',
    ]
    const row = ['1', 'A', 'B', 'C', 'ذكر', '25/12/1980', 'حلب', 'none']
    const { mapping, because, dateOrderSeen } = proposeMapping(columns, [row])
    expect(mapping.columns.map(({ into }) => into?.field ?? null)).toEqual([
      ...[null, 'given', 'father', 'family', 'sex', 'birth', 'governorate', null],
    ])
    expect(because[0]).toBe('nothing')
    expect([mapping.dateOrder, dateOrderSeen]).toEqual(['day-first', 'day-first'])
  })

  test('is proposed from values where the name says nothing, and never for bare numbers', () => {
    const rows = Array.from({ length: 9 }, (_, i) => [`${i}`, i % 2 ? 'f' : 'm', `1/${i + 13}/2013`])
    const { mapping, because, dateOrderSeen } = proposeMapping(['a', 'b', 'when'], rows)
    expect(mapping.columns.map(({ into }) => into)).toEqual([
      null,
      { field: 'sex', kind: 'category' },
      { field: 'when', kind: 'day' },
    ])
    expect(because).toEqual(['nothing', 'values', 'values'])
    expect([mapping.dateOrder, dateOrderSeen]).toEqual(['month-first', 'month-first'])
  })

  test('gives a second column of one kind a field of its own', () => {
    const { mapping } = proposeMapping(['name', 'full name'], [])
    expect(mapping.columns.map(({ into }) => into?.field)).toEqual(['name', 'name-2'])
  })

  test('that does not fit the columns is refused with each reason', () => {
    const name = { field: 'name', kind: 'full-name' } as const
    const mapping: ListMapping = {
      columns: [
        { column: 'a', into: name },
        { column: 'b', into: name },
        { column: 'z', into: null },
      ],
      dateOrder: 'day-first',
    }
    expect(mappingFaults(mapping, ['a', 'b', 'c']).map(({ sentence }) => sentence)).toEqual([
      'Column “c”: expected to be mapped or ignored, found neither.',
      'Column “b”: expected a field of its own, found “name”, which “a” has.',
      'Column “z”: expected in the list, found no such column.',
    ])
    expect(
      mappingFaults({ columns: [{ column: 'a', into: null }], dateOrder: 'day-first' }, ['a']),
    ).toMatchObject([{ reason: 'nothing-mapped' }])
  })

  test('is found again for a list with the same columns, and no other', () => {
    expect(headersKey(['a', 'b '])).toBe(headersKey(['a', 'b']))
    expect(headersKey(['a', 'b'])).not.toBe(headersKey(['b', 'a']))
  })
})

test('a row is read into texts that a linkage takes in; a cell that cannot be read says nothing and is named', () => {
  const columns = ['n', 'b', 'a', 'x']
  const into = [
    { field: 'name', kind: 'full-name' },
    { field: 'birth', kind: 'day' },
    { field: 'age', kind: 'age' },
  ] as const
  const mapping: ListMapping = {
    columns: columns.map((column, i) => ({ column, into: into[i] ?? null })),
    dateOrder: 'day-first',
  }
  const { fields, read } = rowReader(columns, mapping)
  expect(fields).toEqual(into)
  expect(read({ line: 2, cells: ['Samir  A', '1970', '٤٠', 'kept'] })).toEqual({
    cells: ['Samir A', '1970-01-01/1970-12-31', '40'],
    faults: [],
  })
  expect(read({ line: 3, cells: ['', '31/02/2013', 'x', ''] })).toMatchObject({
    cells: [null, null, null],
    faults: [
      { reason: 'day-impossible', line: 3, column: 'b', found: '“31/02/2013”' },
      { reason: 'age-unreadable', column: 'a' },
    ],
  })
  const wanted = [{ field: 'sex', kind: 'category' }, into[0]] as const
  expect(rowReader(columns, mapping, wanted).read({ line: 2, cells: ['Samir'] }).cells).toEqual([
    null,
    'Samir',
  ])
})
