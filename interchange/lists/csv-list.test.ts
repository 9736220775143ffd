import { test as fuzz, fc } from '@fast-check/vitest'
import { describe, expect, test } from 'vitest'
import { csvReader } from './csv-rows.ts'
import { LIST_LIMITS } from './list-limits.ts'
import { readAll, refusal } from './testing/read-all.ts'

const cells = async (name: string, content: string | Uint8Array) => {
  const read = await readAll(name, content)
  if ('reason' in read) throw new Error(read.sentence)
  return read.rows.map((row) => row.cells)
}
const LE = (text: string, mark: boolean) => {
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)),
  ]
  return Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]))
}
/** Invented. In Windows-1256: اسم is C7 D3 E3. */
const WINDOWS = Uint8Array.from([0xc7, 0xd3, 0xe3, 0x2c, 0x61, 0x0a, 0xc7, 0xd3, 0xe3, 0x2c, 0x31, 0x0a])

describe('a CSV', () => {
  test('is read row by row, with the line on which each begins', async () => {
    const read = await readAll('a.csv', 'name,place\r\n"A, B","two\nlines"\r\n"say ""no""",5"\r\n')
    expect(read).toMatchObject({
      columns: ['name', 'place'],
      rows: [
        { line: 2, cells: ['A, B', 'two\nlines'] },
        { line: 4, cells: ['say "no"', '5"'] },
      ],
      aside: [],
      refused: null,
    })
  })

  test.each([
    ['a;b\n1,5;2\n3,5;4\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\na;b\n1;2\n', ';'],
    ['only\n1\n2\n', ','],
  ])('says what parts its cells: %j', async (content, delimiter) => {
    expect(await readAll('a.csv', content)).toMatchObject({ form: { delimiter } })
  })

  test('says in which encoding it was read, and how that was known', async () => {
    const text = 'اسم,عمر\nسمير,40\n'
    const found = async (content: string | Uint8Array) => {
      const read = await readAll('a.csv', content)
      return 'reason' in read ? read : [read.form.kind === 'csv' && read.form.encoding, read.columns[0]]
    }
    expect(await found(text)).toEqual([{ encoding: 'utf-8', by: 'bytes' }, 'اسم'])
    expect(await found(`\uFEFF${text}`)).toEqual([{ encoding: 'utf-8', by: 'mark' }, 'اسم'])
    expect(await found(LE(text, true))).toEqual([{ encoding: 'utf-16le', by: 'mark' }, 'اسم'])
    expect(await found(LE(text, false))).toEqual([{ encoding: 'utf-16le', by: 'guess' }, 'اسم'])
    expect(await found(LE(text, true).map((_, i, all) => all[i ^ 1] ?? 0))).toEqual([
      { encoding: 'utf-16be', by: 'mark' },
      'اسم',
    ])
    expect(await found(WINDOWS)).toEqual([{ encoding: 'windows-1256', by: 'guess' }, 'اسم'])
  })

  test('sets aside rows that are not as wide as the header, and reads on', async () => {
    const read = await readAll('a.csv', 'a,b\n1,2\n3\n\n4,5,6\n7,8,,\n"x"y,2\n9,0')
    expect(read).toMatchObject({
      rows: [{ line: 2 }, { line: 6, cells: ['7', '8'] }, { line: 8 }],
      blank: 1,
      aside: [
        { sentence: 'a.csv, line 3: expected 2 cells, as in the header, found 1.' },
        { sentence: 'a.csv, line 5: expected 2 cells, as in the header, found 3.' },
        { sentence: 'a.csv, line 7: expected “,” or the end of the row after a closing quote, found “y”.' },
      ],
    })
  })

  test('sets aside the row that holds a zero character, and the one in another encoding', async () => {
    const bytes = new TextEncoder().encode('اسم,مكان\nسمير,دوما\nسمير,?\nA\0,b\nسمير,دوما\n')
    const mixed = bytes.map((byte) => (byte === 0x3f ? 0xd3 : byte))
    expect(await readAll('a.csv', mixed)).toMatchObject({
      rows: [{ line: 2 }, { line: 5 }],
      aside: [
        {
          sentence:
            'a.csv, line 3, column “مكان”: expected text in the encoding of the rest of the file, found bytes that are not.',
        },
        { sentence: 'a.csv, line 4, column “اسم”: expected text, found a character of value zero (U+0000).' },
      ],
    })
  })

  test('sets aside a row of 10 MB with its line, and reads on', async () => {
    const read = await readAll('a.csv', `a,b\n${'x'.repeat(10_000_000)},1\n2,3\n`)
    expect(read).toMatchObject({
      rows: [{ line: 3, cells: ['2', '3'] }],
      aside: [{ sentence: 'a.csv, line 2: expected at most 1000000 characters in a row, found more.' }],
    })
    const cell = await readAll('a.csv', `a,b\n1,${'x'.repeat(LIST_LIMITS.cellCharacters + 1)}\n`)
    expect(cell).toMatchObject({
      aside: [
        {
          sentence: 'a.csv, line 2, column “b”: expected at most 100000 characters in a cell, found 100001.',
        },
      ],
    })
  })

  test.each([
    ['', 'a.csv: expected a row of column names, found an empty file.'],
    ['\n\n', 'a.csv: expected a row of column names, found nothing.'],
    [
      'name,place,name\n1,2,3\n',
      'a.csv, line 1, column 3: expected each name once, found “name”, which column 1 has.',
    ],
    ['name,,place\n1,2,3\n', 'a.csv, line 1, column 2: expected a name for the column, found nothing.'],
    [
      'a,b\n1,2\n3,"open\n4,5\n',
      'a.csv, line 3: expected a quote that closes the one opened here, found none to the end of the file.',
    ],
    ['%PDF-1.7', 'a.csv: expected CSV or XLSX, found a PDF.'],
    [
      `${Array.from({ length: 3_000 }, (_, i) => `c${i}`).join(',')}\n`,
      'a.csv, line 1: expected at most 1000 columns, found 3000.',
    ],
    [
      `a,b\n1,"${'x\n'.repeat(600_000)}`,
      'a.csv, line 2: expected a quote that closes the one opened here, found none within 1000000 characters.',
    ],
  ])('is refused whole, with its place: %.40j', async (content, sentence) => {
    expect(refusal(await readAll('a.csv', content))).toBe(sentence)
  })

  test('of one column is a list, and so is one with a header only', async () => {
    expect(await cells('a.csv', 'name\nA\nB\n')).toEqual([['A'], ['B']])
    expect(await cells('a.csv', 'name,place\n')).toEqual([])
    expect(await cells('a.csv', 'name , place,,\nA,B,,\n')).toEqual([['A', 'B']])
  })
})

const CELL = fc.string({ unit: fc.constantFrom('a', 'ب', ',', '"', '\n', ' ', ';') })

fuzz.prop([
  fc.array(fc.array(CELL, { minLength: 2, maxLength: 2 }), { minLength: 1 }),
  fc.integer({ min: 1, max: 9 }),
])('what is written by the rules is read as it was, wherever the text is cut', (rows, size) => {
  const text = rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',') + '\n')
    .join('')
  const reader = csvReader(',')
  const read = []
  for (let at = 0; at < text.length; at += size) read.push(...reader.feed(text.slice(at, at + size)).rows)
  read.push(...reader.end().rows)
  expect(read.map((row) => row.cells)).toEqual(rows)
})
