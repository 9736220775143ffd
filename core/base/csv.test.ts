import { expect, test } from 'vitest'
import { test as prop, fc } from '@fast-check/vitest'
import { csv, type Cell } from './csv.ts'

/** A reader of RFC 4180 that knows nothing of how ours writes. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = []
  let at = 0
  while (at < text.length) {
    const row: string[] = []
    for (;;) {
      const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at))
      if (cell === null) throw new Error(`no cell at ${at}`)
      row.push(cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '')
      at += cell[0].length
      if (cell[3] !== ',') break
    }
    rows.push(row)
  }
  return rows
}

function written(cell: Cell): string {
  return csv(['only'], [{ only: cell }]).slice('only\r\n'.length, -'\r\n'.length)
}

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  'a text that a spreadsheet would run is disarmed: %j',
  (text) => {
    expect(read(csv(['only'], [{ only: text }]))[1]).toEqual([`'${text}`])
  },
)

test('a number is never touched, a negative one neither', () => {
  expect(written(-5)).toBe('-5')
  expect(written(5376)).toBe('5376')
})

test('an empty cell is not an empty text', () => {
  expect(written(null)).toBe('')
  expect(written('')).toBe('""')
})

prop.prop([fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })))])(
  'what is written is read back as it was, but for the apostrophe in front of a formula',
  (cells) => {
    const text = csv(
      ['a', 'b'],
      cells.map(([a, b]) => ({ a, b })),
    )
    const [head, ...rows] = read(text)
    const disarmed = (cell: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell)
    expect(head).toEqual(['a', 'b'])
    expect(rows).toEqual(cells.map((row) => row.map(disarmed)))
  },
)
