import { ok, type Outcome } from '@corroborate/base'
import { isSmall, isTold, type CellRule } from './cells-at-risk.ts'
import { rangesOfWithheld, type CountTable } from './count-table.ts'

/**
 * Withholds the small counts of a table, and as many others as it takes until no withheld one can be worked out. One at a time: of the cells that
 * share a sum with one that is told, the smallest, so that little is lost; not always the fewest that would do (that is a hard problem,
 * Kelly, Golden and Assad 1992). Ends, because a table that shows nothing tells nothing.
 */
export function withholdCells(table: CountTable, rule: CellRule): Outcome<CountTable, 'sums-differ'> {
  let held: CountTable = {
    ...table,
    cells: table.cells.map((cell) => (isSmall(cell.count, rule) ? { ...cell, count: null } : cell)),
  }
  for (;;) {
    const ranges = rangesOfWithheld(held)
    if (!ranges.ok) return ranges
    const told = [...ranges.value].filter(([, range]) => isTold(range)).map(([key]) => key)
    const next = told.length === 0 ? null : nextToWithhold(held, told)
    if (next === null) return ok(held)
    held = {
      ...held,
      cells: held.cells.map((cell) => (cell.key === next ? { ...cell, count: null } : cell)),
    }
  }
}

/** Null when nothing is left that shares a sum with them, however far back. */
function nextToWithhold({ cells, sums }: CountTable, told: readonly string[]): string | null {
  const shown = new Map(cells.flatMap(({ key, count }) => (count === null ? [] : [[key, count] as const])))
  const sharing = sums.map(({ total, of }) => [total, ...of])
  const near = sharing.filter((keys) => keys.some((key) => told.includes(key))).flat()
  const candidates = [near, sharing.flat()]
    .map((keys) => [...new Set(keys)].filter((key) => shown.has(key)))
    .find((keys) => keys.length > 0)
  const totals = new Set(sums.map(({ total }) => total))
  // Parts before totals, and nought last of the parts: it hides nobody.
  const cost = (key: string) =>
    (totals.has(key) ? 2e15 : 0) + ((shown.get(key) ?? 0) === 0 ? 1e15 : (shown.get(key) ?? 0))
  return candidates?.toSorted((a, b) => cost(a) - cost(b) || (a < b ? -1 : 1))[0] ?? null
}
