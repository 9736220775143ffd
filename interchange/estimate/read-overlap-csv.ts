import type { Cell, OverlapTable } from '@corroborate/estimate'
import { readCsv } from '../folder/csv.ts'
import { beyondLimits } from '../folder/limits.ts'
import { described, mistake, quoted, type Mistake } from '../folder/mistake.ts'

/** Counts by membership, or everything that keeps a file from being some. */
export type OverlapRead =
  | { readonly ok: true; readonly table: OverlapTable }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

const COUNT = 'count'
const STRATUM = 'stratum'
/** Who a row is: for people, and not read. */
const WHO = ['id', 'person']
const [FEWEST, MOST] = [2, 12]
const LARGEST = 100_000_000

/**
 * Who is on which lists, from a CSV with a column of 0 and 1 for each list. With a column `count`, a row is a combination and how many people have
 * it; without, a row is one person. A column `stratum` divides them; `id` and `person` are left alone.
 * Every mistake is told with its line and column. Nobody on two lists, one list inside another and a list of one person are no mistakes: what they mean
 * for an estimate is said by the diagnosis and the methods.
 */
export function readOverlapCsv(file: string, content: string): OverlapRead {
  const beyond = beyondLimits(new Map([[file, content]]))
  if (beyond.length > 0) return { ok: false, mistakes: beyond }
  const csv = readCsv(content)
  if (!csv.ok)
    return {
      ok: false,
      mistakes: csv.faults.map(({ line, ...told }) => mistake({ file, line, field: null }, told)),
    }
  const lists = csv.columns.filter((column) => ![COUNT, STRATUM, ...WHO].includes(column))
  const wrong = wrongLists(lists, csv.columns)
  if (wrong !== null) return { ok: false, mistakes: [mistake({ file, line: 1, field: null }, wrong)] }
  const counting = csv.columns.includes(COUNT)
  const rows = csv.rows.map((cells, at) => {
    const line = csv.lines[at] ?? 0
    return rowFrom({ cells, columns: csv.columns, lists, counting, at: { file, line } })
  })
  const mistakes = rows.flatMap((row) => row.mistakes)
  if (counting) mistakes.push(...twice(file, rows))
  if (rows.length === 0)
    mistakes.push(mistake({ file, line: 2, field: null }, { expected: 'a row at least', found: 'none' }))
  if (mistakes.length > 0) return { ok: false, mistakes }
  const summed = strataOf(rows)
  const large = summed.flatMap(({ name, cells }) =>
    cells.filter(({ count }) => count > LARGEST).map(() => name),
  )
  if (large.length > 0) {
    const told = { expected: `at most ${LARGEST} people in one combination`, found: 'more' }
    return { ok: false, mistakes: [mistake({ file, line: null, field: COUNT }, told)] }
  }
  return { ok: true, table: { kind: 'table', lists, source: { en: file }, strata: summed } }
}

interface Row {
  readonly line: number
  readonly stratum: string
  readonly mask: number
  readonly count: number
  readonly mistakes: readonly Mistake[]
}

interface RowAsked {
  readonly cells: readonly string[]
  readonly columns: readonly string[]
  readonly lists: readonly string[]
  readonly counting: boolean
  readonly at: { readonly file: string; readonly line: number }
}

function rowFrom({ cells, columns, lists, counting, at }: RowAsked): Row {
  const mistakes: Mistake[] = []
  const cell = (column: string) => (cells[columns.indexOf(column)] ?? '').trim()
  const wrong = (field: string | null, expected: string, found: string) =>
    mistakes.push(mistake({ ...at, field }, { expected, found }))
  let mask = 0
  for (const [bit, list] of lists.entries()) {
    const sign = cell(list)
    if (sign === '1') mask |= 1 << bit
    else if (sign !== '0') wrong(list, '0 or 1', described(sign))
  }
  if (mask === 0 && mistakes.length === 0)
    wrong(null, 'a 1 at least: how many are on no list is what is asked', 'none')
  const count = counting ? wholeCount(cell(COUNT)) : 1
  if (count === null) wrong(COUNT, `a whole number from 0 to ${LARGEST}`, described(cell(COUNT)))
  const stratum = columns.includes(STRATUM) ? cell(STRATUM).normalize('NFC') : 'all'
  if (stratum === '') wrong(STRATUM, 'the name of a stratum', 'nothing')
  return { line: at.line, stratum, mask, count: count ?? 0, mistakes }
}

function wholeCount(text: string): number | null {
  if (!/^\d{1,15}$/.test(text)) return null
  const count = Number(text)
  return count > LARGEST ? null : count
}

function wrongLists(lists: readonly string[], columns: readonly string[]) {
  const expected = `${FEWEST} to ${MOST} columns for lists, of 0 and 1`
  const [only] = columns
  if (columns.length === 1 && only !== undefined && /[;\t]/.test(only))
    return { expected: 'commas between the columns', found: quoted(only) }
  if (lists.length < FEWEST)
    return { expected, found: lists.length === 0 ? 'none' : `one: ${quoted(lists.join(', '))}` }
  return lists.length > MOST ? { expected, found: `${lists.length}` } : null
}

function twice(file: string, rows: readonly Row[]): readonly Mistake[] {
  const met = new Map<string, number>()
  return rows.flatMap(({ line, stratum, mask }) => {
    const name = JSON.stringify([stratum, mask])
    const before = met.get(name)
    if (before === undefined) {
      met.set(name, line)
      return []
    }
    const told = { expected: 'each combination once', found: `that of line ${before} a second time` }
    return [mistake({ file, line, field: null }, told)]
  })
}

function strataOf(rows: readonly Row[]): OverlapTable['strata'] {
  const strata = new Map<string, Map<number, number>>()
  for (const { stratum, mask, count } of rows) {
    const counts = strata.get(stratum) ?? new Map<number, number>()
    strata.set(stratum, counts)
    counts.set(mask, (counts.get(mask) ?? 0) + count)
  }
  return [...strata]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, counts]) => ({
      name,
      cells: [...counts].map(([mask, count]): Cell => ({ mask, count })).toSorted((a, b) => a.mask - b.mask),
    }))
}
