import { expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { layoutOf, tableFrom, textOf } from './table-text.ts'

test('reads what a spreadsheet pastes, with Arabic digits too', () => {
  const read = tableFrom('A\tB\tcount\n1\t0\t120\n0\t1\t٩٠\n1\t1\t30\n')
  expect(read).toEqual({
    ok: true,
    value: {
      lists: ['A', 'B'],
      strata: [
        {
          name: 'all',
          cells: [
            { mask: 1, count: 120 },
            { mask: 2, count: 90 },
            { mask: 3, count: 30 },
          ],
        },
      ],
    },
  })
})

test('a first column called stratum divides the people', () => {
  const read = tableFrom('stratum, A, B, count\nnorth, 1, 0, 5\nsouth, 1, 1, 2\nnorth, 0, 1, 4')
  expect(read.ok && read.value.strata.map(({ name, cells }) => [name, cells.length])).toEqual([
    ['north', 2],
    ['south', 1],
  ])
})

test.each([
  ['', 'table-empty', ''],
  ['A, B, count', 'table-empty', ''],
  ['A, , count\n1, 1, 2', 'table-columns', 'Line 1'],
  ['A, B, count\n1, 0', 'table-row', 'Line 2'],
  ['A, B, count\n1, 2, 5', 'table-member', 'Line 2, B'],
  ['A, B, count\n1, 1, ', 'table-count', 'Line 2, A+B'],
  ['A, B, count\n1, 1, many', 'table-count', 'Line 2, A+B'],
])('refuses %j and names the line', (text, reason, place) => {
  const read = tableFrom(text)
  expect(read).toMatchObject({ ok: false, reason })
  if (!read.ok) expect(read.detail).toContain(place)
})

test('counts that cannot be are read as they stand: the core says what is wrong with them', () => {
  const read = tableFrom('A, B, count\n1, 0, 0.5\n0, 1, 1e9\n1, 1, -3')
  expect(read.ok && read.value.strata[0]?.cells.map(({ count }) => count)).toEqual([0.5, 1e9, -3])
})

test('lays out a line for every combination, and refuses it until the counts are typed', () => {
  const text = layoutOf('Families, Hospital، Press')
  expect(text.split('\n')).toHaveLength(8)
  expect(tableFrom(text)).toMatchObject({ ok: false, reason: 'table-count' })
})

prop.prop([fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.nat(1000)])(
  'what is written is read again',
  (masks, count) => {
    const table = {
      lists: ['A', 'B', 'C'],
      strata: [{ name: 'all', cells: masks.map((mask) => ({ mask, count })) }],
    }
    expect(tableFrom(textOf(table))).toEqual({ ok: true, value: table })
  },
)
