import { ok, type Outcome } from '@corroborate/base'
import { rangesOfWithheld, type CountTable, type Range } from './count-table.ts'

/** From how many people a count may be shown. Nobody can ask for less than `FLOOR`. */
export interface CellRule {
  readonly least: number
}

/** Usual among statistical offices for research on people (ONS; OECD glossary: never below 3). */
export const USUAL_CELLS: CellRule = { least: 10 }
const FLOOR = 3
/** A withheld count must leave a reader at least so many values to choose from. */
const FEWEST_VALUES = 3

export interface CellsAtRisk {
  /** Shown, and of few people. */
  readonly small: readonly { readonly key: string; readonly count: number }[]
  /** Withheld, and all but told by what is shown. */
  readonly derivable: readonly ({ readonly key: string } & Range)[]
}

/** Which counts of a table give few people away, directly or by subtraction. Nought is not few: it tells of nobody. */
export function cellsAtRisk(table: CountTable, rule: CellRule): Outcome<CellsAtRisk, 'sums-differ'> {
  const ranges = rangesOfWithheld(table)
  if (!ranges.ok) return ranges
  return ok({
    small: table.cells.flatMap(({ key, count }) => (isSmall(count, rule) ? [{ key, count }] : [])),
    derivable: [...ranges.value].flatMap(([key, range]) => (isTold(range) ? [{ key, ...range }] : [])),
  })
}

export function isSmall(count: number | null, { least }: CellRule): count is number {
  return count !== null && count !== 0 && Math.abs(count) < Math.max(FLOOR, least)
}

export function isTold({ min, max }: Range): boolean {
  return max !== null && max - min + 1 < FEWEST_VALUES
}
