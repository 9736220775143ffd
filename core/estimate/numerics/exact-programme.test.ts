import { fc, test } from '@fast-check/vitest'
import { expect, test as check } from 'vitest'
import { eliminate, rankOf } from './exact-elimination.ts'
import { canCancel } from './exact-programme.ts'

const big = (rows: readonly (readonly number[])[]) => rows.map((row) => row.map(BigInt))
const matrix = fc.integer({ min: 1, max: 6 }).chain((columns) =>
  fc
    .array(fc.array(fc.integer({ min: -3, max: 3 }), { minLength: columns, maxLength: columns }), {
      maxLength: 8,
    })
    .map((rows) => ({ columns, rows })),
)

check('vectors around the origin cancel; vectors on one side of a plane do not', () => {
  expect(canCancel([])).toBe(true)
  expect(canCancel(big([[0, 0]]))).toBe(true)
  expect(canCancel(big([[1], [-7]]))).toBe(true)
  expect(canCancel(big([[1], [7]]))).toBe(false)
  expect(
    canCancel(
      big([
        [1, 0],
        [0, 1],
        [-1, -1],
      ]),
    ),
  ).toBe(true)
  expect(
    canCancel(
      big([
        [1, 0],
        [0, 1],
        [-1, 0],
      ]),
    ),
  ).toBe(false)
})

test.prop([matrix, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 8 })])(
  'vectors that were made to cancel are found to',
  ({ columns, rows }, weights) => {
    // The last vector is what the others lack, so 1 of it and the weights of them sum to 0.
    const last = Array.from(
      { length: columns },
      (_, at) => -rows.reduce((sum, row, i) => sum + (row[at] ?? 0) * (weights[i] ?? 0), 0),
    )
    expect(canCancel(big([...rows, last]))).toBe(true)
  },
)

test.prop([matrix, fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 6, maxLength: 6 })])(
  'vectors on one side of a plane, not all in it, are found not to cancel',
  ({ rows }, normal) => {
    const product = (row: readonly number[]) => row.reduce((sum, x, at) => sum + x * (normal[at] ?? 0), 0)
    const turned = rows.map((row) => (product(row) < 0 ? row.map((x) => -x) : row))
    fc.pre(turned.some((row) => product(row) > 0))
    expect(canCancel(big(turned))).toBe(false)
  },
)

test.prop([matrix])(
  'rank and null space make up the columns, and every row annihilates the null space',
  ({ columns, rows }) => {
    const { rank, nullSpace } = eliminate(Float64Array.from(rows.flat()), columns)
    expect(rank + nullSpace.length).toBe(columns)
    expect(rankOf(Float64Array.from(rows.flat()), columns)).toBe(rank)
    for (const row of rows)
      for (const vector of nullSpace)
        expect(vector.reduce((sum, x, at) => sum + x * BigInt(row[at] ?? 0), 0n)).toBe(0n)
  },
)

test.prop([matrix, fc.integer({ min: 40_000_000, max: 60_000_000 })])(
  'numbers that leave the exact range of doubles give the same rank',
  ({ columns, rows }, factor) => {
    const rank = rankOf(Float64Array.from(rows.flat()), columns)
    // Each column times its own factor: the rank is the same, and the products pass 2^53.
    const scaled = rows.map((row) => row.map((x, at) => x * (factor + at * 7919)))
    expect(rankOf(Float64Array.from(scaled.flat()), columns)).toBe(rank)
    expect(eliminate(Float64Array.from(scaled.flat()), columns).rank).toBe(rank)
  },
)
