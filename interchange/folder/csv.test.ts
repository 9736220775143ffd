import { fc, test as prop } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { readCsv } from './csv.ts'

test('reads quotes, doubled quotes, commas and line breaks in cells, and any line ends', () => {
  expect(readCsv('\uFEFFa,"b ""x"""\r\n"1,\n2", 3 \r\n,\r\n')).toEqual({
    ok: true,
    columns: ['a', 'b "x"'],
    rows: [
      ['1,\n2', ' 3 '],
      ['', ''],
    ],
    lines: [2, 4],
  })
})

test.each([
  ['a,b\n1\n', { line: 2, expected: '2 cells, as in the header', found: '1' }],
  ['a,b\n"1\n\n2",3\n4,5,6\n', { line: 5, expected: '2 cells, as in the header', found: '3' }],
  ['a,a\n', { line: 1, expected: 'each column once', found: '“a” twice' }],
  ['a,\n', { line: 1, expected: 'a name for each column', found: 'an empty one' }],
  ['a\n"x', { line: 2, expected: 'a closing quote', found: 'none' }],
  ['a\n"x"y\n', { line: 2, expected: 'a comma or the end of the row after a cell', found: '“y”' }],
  ['a\nx"y\n', { line: 2, expected: 'a comma or the end of the row after a cell', found: '“"”' }],
  ['', { line: 1, expected: 'a row of column names', found: 'nothing' }],
])('refuses %j and says where', (content, fault) => {
  expect(readCsv(content)).toEqual({ ok: false, faults: [fault] })
})

prop.prop([fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', 'ب', '\r') })])(
  'tells for any text either a table whose rows are as wide as its header, or a fault',
  (content) => {
    const table = readCsv(content)
    if (table.ok) for (const row of table.rows) expect(row.length).toBe(table.columns.length)
    else expect(table.faults.length).toBeGreaterThan(0)
  },
)
