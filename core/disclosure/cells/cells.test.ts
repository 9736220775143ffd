import { describe, expect, test } from 'vitest'
import { fc, test as prop } from '@fast-check/vitest'
import { valueOf } from '@corroborate/base'
import { besideEarlier } from './beside-earlier.ts'
import { cellsAtRisk, USUAL_CELLS } from './cells-at-risk.ts'
import { crossTable, rangesOfWithheld, type CountTable } from './count-table.ts'
import { withholdCells } from './withhold-cells.ts'

/** Counts of a table of two ways withheld where `keys` says so. */
function without(table: CountTable, ...keys: readonly string[]): CountTable {
  const cells = table.cells.map((cell) => (keys.includes(cell.key) ? { ...cell, count: null } : cell))
  return { ...table, cells }
}
const square = (counts: readonly (readonly number[])[]) =>
  crossTable({
    rows: counts.map((_, r) => `r${r}`),
    columns: (counts[0] ?? []).map((_, c) => `c${c}`),
    counts,
  })

describe('a withheld count', () => {
  test('alone in its row is worked out from the total', () => {
    const table = without(
      square([
        [12, 4],
        [30, 20],
      ]),
      'r0 × c1',
    )
    expect(valueOf(cellsAtRisk(table, USUAL_CELLS)).derivable).toEqual([{ key: 'r0 × c1', min: 4, max: 4 }])
  })

  test('that no line gives away alone may still follow from several together', () => {
    const counts = [
      [20, 21, 7, 30],
      [22, 23, 40, 31],
      [50, 60, 70, 32],
      [50, 60, 75, 33],
    ]
    const block = (r: number, c: number) => [0, 1].flatMap((i) => [0, 1].map((j) => `r${r + i} × c${c + j}`))
    const table = without(square(counts), ...block(0, 0), ...block(2, 2), 'r0 × c2')
    // Rows 0 and 1 less columns 0 and 1: what is left of them is the one cell.
    expect(valueOf(cellsAtRisk(table, USUAL_CELLS)).derivable).toEqual([{ key: 'r0 × c2', min: 7, max: 7 }])
  })

  test('that nothing bounds has no greatest value', () => {
    const table = {
      cells: [
        { key: 'a', count: null },
        { key: 'all', count: null },
        { key: 'b', count: 3 },
      ],
      sums: [{ total: 'all', of: ['a', 'b'] }],
    }
    expect(valueOf(rangesOfWithheld(table))).toEqual(
      new Map([
        ['a', { min: 0, max: null }],
        ['all', { min: 3, max: null }],
      ]),
    )
  })
})

test('counts that do not add up are refused, not guessed at', () => {
  const table = {
    cells: [
      { key: 'a', count: 4 },
      { key: 'all', count: 5 },
    ],
    sums: [{ total: 'all', of: ['a'] }],
  }
  expect(rangesOfWithheld(table)).toMatchObject({ ok: false, reason: 'sums-differ' })
})

test('fewer than ten are few, nought is nobody, and no rule goes below three', () => {
  const table = square([
    [0, 9, 10],
    [2, 3, 300],
  ])
  const small = (least: number) => valueOf(cellsAtRisk(table, { least })).small.map(({ count }) => count)
  expect(small(10)).toEqual([9, 2, 3, 2])
  expect(small(1)).toEqual([2, 2])
})

const tables = fc
  .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )

/** Every table of whole numbers, none below nought, whose inner cells lead to what is shown: by trying all, and without our solver. */
function allReadings(table: CountTable, most: number): readonly ReadonlyMap<string, number>[] {
  const totals = new Set(table.sums.map(({ total }) => total))
  const inner = table.cells.filter(({ key }) => !totals.has(key))
  let readings: Map<string, number>[] = [new Map<string, number>()]
  for (const { key, count } of inner)
    readings = readings.flatMap((known) =>
      (count === null ? Array.from({ length: most + 1 }, (_, value) => value) : [count]).flatMap((value) => {
        const next = new Map<string, number>([...known, [key, value]])
        return fits(table, next) ? [next] : []
      }),
    )
  return readings
}

/** Whether the sums of inner cells that are all known give what is shown. */
function fits({ cells, sums }: CountTable, known: ReadonlyMap<string, number>): boolean {
  const shown = new Map(cells.map(({ key, count }) => [key, count]))
  return sums.every(({ total, of }) => {
    const count = shown.get(total)
    const parts = of.map((key) => known.get(key))
    const sum = parts.reduce<number>((all, part) => all + (part ?? 0), 0)
    if (count === null || count === undefined || of.some((key) => !shown.has(key) || isTotal(sums, key)))
      return true
    return parts.includes(undefined) ? sum <= count : sum === count
  })
}
const isTotal = (sums: CountTable['sums'], key: string) => sums.some(({ total }) => total === key)

describe('what a reader can work out', () => {
  prop.prop([tables, fc.array(fc.nat(8), { minLength: 1, maxLength: 4 })], { numRuns: 60 })(
    'is exactly what trying every table gives',
    (counts, picked) => {
      const whole = square(counts)
      const inner = counts.length * (counts[0]?.length ?? 0)
      const keys = picked.map((at) => whole.cells[at % inner]?.key ?? '')
      const table = without(whole, ...keys)
      const readings = allReadings(table, 42)
      for (const [key, range] of valueOf(rangesOfWithheld(table))) {
        const values = readings.map((reading) => reading.get(key) ?? NaN)
        expect(range).toEqual({ min: Math.min(...values), max: Math.max(...values) })
      }
    },
  )

  prop.prop([tables, fc.integer({ min: 1, max: 12 })], { numRuns: 200 })(
    'is no count that was withheld, once enough are',
    (counts, least) => {
      const held = valueOf(withholdCells(square(counts), { least }))
      expect(valueOf(cellsAtRisk(held, { least }))).toEqual({ small: [], derivable: [] })
    },
  )

  prop.prop([tables], { numRuns: 100 })('holds the truth, whatever is withheld', (counts) => {
    const whole = square(counts)
    const truth = new Map(whole.cells.map(({ key, count }) => [key, count ?? NaN]))
    for (const [key, { min, max }] of valueOf(rangesOfWithheld(valueOf(withholdCells(whole, USUAL_CELLS))))) {
      expect(min).toBeLessThanOrEqual(truth.get(key) ?? NaN)
      expect(max ?? Infinity).toBeGreaterThanOrEqual(truth.get(key) ?? NaN)
    }
  })
})

describe('beside an earlier edition', () => {
  const before = square([
    [40, 30],
    [20, 50],
  ])

  test('one person more is told by subtraction', () => {
    const now = square([
      [41, 30],
      [20, 50],
    ])
    const { small } = valueOf(cellsAtRisk(besideEarlier(now, before), USUAL_CELLS))
    expect(small.filter(({ key }) => key.startsWith('added')).map(({ key, count }) => [key, count])).toEqual([
      ['added: r0 × c0', 1],
      ['added: r0 × all', 1],
      ['added: all × c0', 1],
      ['added: all × all', 1],
    ])
  })

  test('a count that is withheld only now is told where nothing was added to its total', () => {
    const now = without(before, 'r0 × c0', 'r0 × c1', 'r1 × c0', 'r1 × c1')
    const { derivable } = valueOf(cellsAtRisk(besideEarlier(now, before), USUAL_CELLS))
    expect(derivable).toContainEqual({ key: 'now: r0 × c0', min: 40, max: 40 })
    expect(valueOf(cellsAtRisk(now, USUAL_CELLS)).derivable).toEqual([])
  })

  test('where people were taken away, only what is shown in both is subtracted', () => {
    const now = square([
      [38, 30],
      [20, 50],
    ])
    expect(valueOf(cellsAtRisk(besideEarlier(now, before), USUAL_CELLS)).small[0]).toEqual({
      key: 'added: r0 × c0',
      count: -2,
    })
  })
})
