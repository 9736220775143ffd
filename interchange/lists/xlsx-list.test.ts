import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readAll, refusal } from './testing/read-all.ts'
import { workbook } from './testing/workbook.ts'
import { dayOfSerial, isDayFormat } from './xlsx-dates.ts'
import { columnOf } from './xlsx-rows.ts'

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`
const HEADER = text('name') + text('born')
const one = (rows: readonly string[], more: object = {}) =>
  workbook({ sheets: [{ name: 'S', rows }], ...more })

describe('a workbook', () => {
  test('is read as text: shared and inline texts, numbers, days by their format, values of formulas', async () => {
    const rows = [
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c>',
      '<c t="s"><v>4</v></c><c s="1"><v>41396</v></c><c><v>1.2345678E+8</v></c><c t="str"><f>A1</f><v>sum</v></c>',
      '<c r="A3" t="inlineStr"><is><t>B_x000D_</t></is></c><c r="D3" t="e"><v>#REF!</v></c>',
      '<c t="b"><v>1</v></c><c s="1"><v>41396.75</v></c><c s="2"><v>7.5</v></c><c><f>1/3</f></c>',
    ]
    const strings = [
      '<t>name</t>',
      '<t>born</t>',
      '<t>number</t>',
      '<t>formula</t>',
      '<r><t>Sa</t></r><r><t>mir</t></r><rPh><t>x</t></rPh>',
    ]
    const read = await readAll(
      'a.xlsx',
      one(rows, { strings, formats: ['yyyy\\-mm\\-dd;@', '0.00&quot;d&quot;'] }),
    )
    expect(read).toMatchObject({
      columns: ['name', 'born', 'number', 'formula'],
      rows: [
        { line: 2, cells: ['Samir', '2013-05-02', '123456780', 'sum'] },
        { line: 3, cells: ['B\r', '', '', '#REF!'] },
        { line: 4, cells: ['true', '2013-05-02T18:00', '7.5', ''] },
      ],
      form: { kind: 'xlsx', sheet: 'S', dates: 1900 },
    })
  })

  test('counts days from 1904 where it says so', async () => {
    const read = await readAll(
      'a.xlsx',
      one([HEADER, `${text('A')}<c s="1"><v>39934</v></c>`], { formats: ['dd/mm/yyyy'], date1904: true }),
    )
    expect(read).toMatchObject({ rows: [{ cells: ['A', '2013-05-02'] }], form: { dates: 1904 } })
  })

  test('opens its first sheet that is not hidden, or the one that is named', async () => {
    const sheets = [
      { name: 'notes', rows: [text('x')], state: 'hidden' },
      { name: '2013', rows: [HEADER, text('A')] },
      { name: '2014', rows: ['', '', HEADER, '', text('B') + text('') + text('beyond')] },
    ]
    expect(await readAll('a.xlsx', workbook({ sheets }))).toMatchObject({
      form: { sheet: '2013', sheets: [{ hidden: true }, { hidden: false }, { hidden: false }] },
      rows: [{ line: 2, cells: ['A', ''] }],
    })
    expect(await readAll('a.xlsx', workbook({ sheets }), { sheet: '2014' })).toMatchObject({
      rows: [],
      blank: 1,
      aside: [{ sentence: 'a.xlsx, sheet “2014”, line 5: expected 2 cells, as in the header, found 3.' }],
    })
    expect(refusal(await readAll('a.xlsx', workbook({ sheets }), { sheet: '2015' }))).toBe(
      'a.xlsx: expected one of the sheets “notes”, “2013”, “2014”, found “2015”.',
    )
  })

  test('that is made to fill a machine is refused before it does', async () => {
    const packed = zipSync({ 'xl/workbook.xml': strToU8(`<x>${' '.repeat(33_000_000)}`) }, { level: 1 })
    const said = 'a.xlsx: expected “xl/workbook.xml” to unfold to at most 32000000 bytes, found more.'
    expect(refusal(await readAll('a.xlsx', packed))).toBe(said)
    // The directory says that it is small: what comes out is counted, not believed.
    const lying = packed.slice()
    const directory = new DataView(lying.buffer)
    const at = lying.findIndex((_, i) => i + 4 <= lying.length && directory.getUint32(i, true) === 0x02014b50)
    directory.setUint32(at + 24, 10, true)
    expect(refusal(await readAll('a.xlsx', lying))).toBe(said)
  })

  test('sets aside what is too wide or too long for a row, with the row', async () => {
    const wide = one([HEADER, `<c r="ALN2"><v>1</v></c>`])
    expect(await readAll('a.xlsx', wide)).toMatchObject({
      aside: [{ sentence: 'a.xlsx, line 2: expected at most 1000 columns, found something in column 1002.' }],
    })
    const long = one([HEADER, text('x'.repeat(10_000_000))])
    expect(await readAll('a.xlsx', long)).toMatchObject({
      refused: null,
      aside: [{ sentence: 'a.xlsx, line 2: expected at most 1000000 characters in a row, found 10000000.' }],
    })
  })

  test.each([
    [
      'no archive',
      strToU8('PK\u0003\u0004and nothing more'),
      'expected the directory of its archive, found none: the file may be cut short.',
    ],
    [
      'no workbook',
      zipSync({ 'a.txt': strToU8('a') }),
      'expected a workbook in the archive, found none: it may be another kind of document.',
    ],
    ['no header', one(['', '']), 'expected a row of column names, found nothing.'],
    [
      'a document type',
      workbook({ sheets: [{ name: 'S', rows: [] }], raw: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }),
      'expected “xl/worksheets/sheet1.xml” as XML, found a document type.',
    ],
    [
      'broken XML',
      workbook({ sheets: [{ name: 'S', rows: [] }], raw: '<worksheet><sheetData></worksheet>' }),
      'expected “xl/worksheets/sheet1.xml” as XML, found unexpected close tag.',
    ],
    [
      'a cut archive',
      one([HEADER]).subarray(0, 700),
      'expected the directory of its archive, found none: the file may be cut short.',
    ],
    [
      'duplicated headers',
      one([text('name') + text('name')]),
      'line 1, column 2: expected each name once, found “name”, which column 1 has.',
    ],
  ])('with %s is refused, with the place', async (_, bytes, sentence) => {
    const said = refusal(await readAll('a.xlsx', bytes))
    expect(said?.replace(/^a\.xlsx[:,] /, '')).toBe(sentence)
  })

  test('of old Excel is named as what it is', async () => {
    expect(refusal(await readAll('a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])))).toBe(
      'a.xls: expected CSV or XLSX, found a workbook of old Excel (.xls), or one behind a password: save it as .xlsx without one.',
    )
  })
})

/** ECMA-376-1, 18.17.4.1: serial 1 is 1 January 1900; serial 60, 29 February 1900, was never a day. */
test.each([
  [1, 1900, '1900-01-01'],
  [59, 1900, '1900-02-28'],
  [60, 1900, null],
  [61, 1900, '1900-03-01'],
  [2_958_465, 1900, '9999-12-31'],
  [0, 1904, '1904-01-01'],
  [-1, 1900, null],
  [41_396.999_999, 1900, '2013-05-03T00:00'],
] as const)('day %d of the system of %d is %s', (serial, system, day) => {
  expect(dayOfSerial(serial, system)).toBe(day)
})

test('a format that shows a day is told from one that only has its letters in quotes', () => {
  const formats = [
    'yyyy-mm-dd',
    '[$-409]d mmm yyyy',
    'mmmm',
    '0.00',
    '[Red]0',
    '"day" 0',
    'h:mm',
    '@',
    '# ?/?',
  ]
  expect(formats.filter((code) => isDayFormat(200, code))).toEqual(formats.slice(0, 3))
  expect([14, 22, 2, 49].map((id) => isDayFormat(id, undefined))).toEqual([true, true, false, false])
})

test('columns are named by letters', () => {
  expect(['A1', 'Z9', 'AA3', 'BC12', '7'].map(columnOf)).toEqual([0, 25, 26, 54, null])
})
