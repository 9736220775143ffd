import { describe, expect, test } from 'vitest'
import { readOverlapCsv } from './read-overlap-csv.ts'

const tableOf = (content: string) => {
  const read = readOverlapCsv('o.csv', content)
  if (!read.ok) throw new Error(read.mistakes.map(({ sentence }) => sentence).join('\n'))
  return read.table
}
const sentencesOf = (content: string) => {
  const read = readOverlapCsv('o.csv', content)
  return read.ok ? [] : read.mistakes.map(({ sentence }) => sentence)
}
const many = (count: number) => Array.from({ length: count }, (_, at) => `L${at}`)

describe('a file of overlaps', () => {
  test('is read by combination and by person alike', () => {
    const strata = [
      {
        name: 'all',
        cells: [
          { mask: 1, count: 2 },
          { mask: 3, count: 1 },
        ],
      },
    ]
    expect(tableOf('A,B,count\n1,1,1\n1,0,2\n0,1,0\n')).toMatchObject({
      lists: ['A', 'B'],
      strata: [
        {
          cells: [
            { mask: 1, count: 2 },
            { mask: 2, count: 0 },
            { mask: 3, count: 1 },
          ],
        },
      ],
    })
    expect(tableOf('\uFEFFperson,A,B\r\np,1,0\r\nq,1,1\r\n"r, too",1,0\r\n')).toMatchObject({ strata })
  })

  test('may be divided by a column called stratum', () => {
    expect(tableOf('stratum,A,B,count\nsouth,1,1,3\nnorth,1,1,2\nsouth,1,0,9\n').strata).toEqual([
      { name: 'north', cells: [{ mask: 3, count: 2 }] },
      {
        name: 'south',
        cells: [
          { mask: 1, count: 9 },
          { mask: 3, count: 3 },
        ],
      },
    ])
  })

  test('with nobody on two lists, one list inside another, a list of one person, or all zeros is no mistake', () => {
    for (const content of ['A,B,count\n1,0,9\n0,1,9\n', 'A,B\n1,1\n1,0\n', 'A,B,count\n1,0,0\n'])
      expect(sentencesOf(content)).toEqual([])
  })

  test.each([
    [
      'one list',
      'A,count\n1,2\n',
      'o.csv, line 1: expected 2 to 12 columns for lists, of 0 and 1, found one: “A”.',
    ],
    [
      '13 lists',
      `${many(13).join(',')}\n`,
      'o.csv, line 1: expected 2 to 12 columns for lists, of 0 and 1, found 13.',
    ],
    [
      'semicolons',
      'A;B;count\n1;1;3\n',
      'o.csv, line 1: expected commas between the columns, found “A;B;count”.',
    ],
    ['nothing', '', 'o.csv, line 1: expected a row of column names, found nothing.'],
    ['a header alone', 'A,B\n', 'o.csv, line 2: expected a row at least, found none.'],
    [
      'a negative count',
      'A,B,count\n1,1,-3\n',
      'o.csv, line 2, count: expected a whole number from 0 to 100000000, found “-3”.',
    ],
    [
      'half a person',
      'A,B,count\n1,1,2.5\n',
      'o.csv, line 2, count: expected a whole number from 0 to 100000000, found “2.5”.',
    ],
    [
      'a count of 10⁹',
      'A,B,count\n1,1,1000000000\n',
      'o.csv, line 2, count: expected a whole number from 0 to 100000000, found “1000000000”.',
    ],
    [
      'no count',
      'A,B,count\n1,1,\n',
      'o.csv, line 2, count: expected a whole number from 0 to 100000000, found nothing.',
    ],
    ['a sign that is neither 0 nor 1', 'A,B\n1,1\n1,x\n', 'o.csv, line 3, B: expected 0 or 1, found “x”.'],
    [
      'people on no list',
      'A,B,count\n0,0,7\n',
      'o.csv, line 2: expected a 1 at least: how many are on no list is what is asked, found none.',
    ],
    [
      'a combination twice',
      'A,B,count\n1,1,7\n1,0,2\n1,1,3\n',
      'o.csv, line 4: expected each combination once, found that of line 2 a second time.',
    ],
    ['a column twice', 'A,A,count\n1,1,7\n', 'o.csv, line 1: expected each column once, found “A” twice.'],
    ['a short row', 'A,B,count\n1,1\n', 'o.csv, line 2: expected 3 cells, as in the header, found 2.'],
    ['a quote that does not close', 'A,B\n"1,1\n', 'o.csv, line 2: expected a closing quote, found none.'],
    [
      'an empty stratum',
      'A,B,stratum\n1,1,\n',
      'o.csv, line 2, stratum: expected the name of a stratum, found nothing.',
    ],
    [
      'bytes that are no text',
      'A,B\n1,\uFFFD\n',
      'o.csv, line 2: expected text in UTF-8, found the mark of bytes that could not be read (U+FFFD).',
    ],
  ])('with %s is refused with its place', (_, content, sentence) => {
    expect(sentencesOf(content)).toEqual([sentence])
  })
})
