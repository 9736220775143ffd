import { ok, refuse, type Outcome } from '@corroborate/base'
import { linearBounds, type Equation } from './linear-bounds.ts'

/** Counts of people, and which of them add up to which others. */
export interface CountTable {
  readonly cells: readonly CountCell[]
  readonly sums: readonly Sum[]
}

export interface CountCell {
  readonly key: string
  /** People; null where the count is withheld. */
  readonly count: number | null
}

/** `total` is the sum of the cells `of`: all of them are keys of cells. */
export interface Sum {
  readonly total: string
  readonly of: readonly string[]
}

/** What a reader can work out of a withheld count; `max` null where nothing bounds it. */
export interface Range {
  readonly min: number
  readonly max: number | null
}

export const ALL = 'all'

export function cellKey(row: string, column: string): string {
  return `${row} × ${column}`
}

/** A table of two ways with its margins, every count shown. Rows and columns have different names, none of them `all`. */
export function crossTable(of: {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  readonly counts: readonly (readonly number[])[]
}): CountTable {
  const count = (r: number, c: number) => of.counts[r]?.[c] ?? 0
  const [rows, columns] = [of.rows.map((_, r) => r), of.columns.map((_, c) => c)]
  const ofRow = (r: number) => columns.reduce((sum, c) => sum + count(r, c), 0)
  const inner = of.rows.flatMap((row, r) =>
    of.columns.map((column, c) => ({ key: cellKey(row, column), count: count(r, c) })),
  )
  const cells = [
    ...inner,
    ...of.rows.map((row, r) => ({ key: cellKey(row, ALL), count: ofRow(r) })),
    ...of.columns.map((column, c) => ({
      key: cellKey(ALL, column),
      count: rows.reduce((sum, r) => sum + count(r, c), 0),
    })),
    { key: cellKey(ALL, ALL), count: rows.reduce((sum, r) => sum + ofRow(r), 0) },
  ]
  const down = [...of.columns, ALL].map((column) => ({
    total: cellKey(ALL, column),
    of: of.rows.map((row) => cellKey(row, column)),
  }))
  const across = [...of.rows, ALL].map((row) => ({
    total: cellKey(row, ALL),
    of: of.columns.map((column) => cellKey(row, column)),
  }))
  return { cells, sums: [...down, ...across] }
}

/**
 * What the sums give away of each withheld count, to a reader who knows only that nobody is counted below nought.
 * @returns `sums-differ` when the counts shown cannot stand in such sums: nothing can be said of them then
 */
export function rangesOfWithheld({
  cells,
  sums,
}: CountTable): Outcome<ReadonlyMap<string, Range>, 'sums-differ'> {
  const withheld = cells.filter(({ count }) => count === null).map(({ key }) => key)
  const unknown = new Map(withheld.map((key, number) => [key, number]))
  const counts = new Map(cells.map(({ key, count }) => [key, count]))
  const equations = sums.map((sum): Equation => {
    const terms = new Map<number, bigint>()
    let value = 0n
    const add = (key: string, sign: bigint) => {
      const number = unknown.get(key)
      if (number === undefined) value -= sign * BigInt(counts.get(key) ?? 0)
      else terms.set(number, (terms.get(number) ?? 0n) + sign)
    }
    for (const key of sum.of) add(key, 1n)
    add(sum.total, -1n)
    return { terms, value }
  })
  const bounds = linearBounds(withheld.length, equations)
  if (bounds === null) return refuse('sums-differ', 'the counts shown do not add up as they are said to')
  return ok(
    new Map(
      withheld.map((key, number) => [
        key,
        { min: Number(bounds[number]?.min ?? 0n), max: orNull(bounds[number]?.max) },
      ]),
    ),
  )
}

function orNull(bound: bigint | null | undefined): number | null {
  return bound === null || bound === undefined ? null : Number(bound)
}
