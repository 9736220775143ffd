import { membershipText, type Cell, type StratumCells } from '@corroborate/estimate'
import { ok, refuse, type Outcome } from '@corroborate/base'
import { numberTyped } from './draft.ts'

/** A table of counts as it was typed or pasted. */
export interface TableTyped {
  readonly lists: readonly string[]
  readonly strata: readonly StratumCells[]
}

/** Why a typed table cannot be read; its words are `desk.refused.<reason>`, and the detail names the line. */
export type TableRefusal = 'table-empty' | 'table-columns' | 'table-row' | 'table-member' | 'table-count'

const ON = ['1', 'x', 'yes', 'y', 'true', 'نعم']
const OFF = ['', '0', '-', 'no', 'n', 'false', 'لا']
const STRATUM = ['stratum', 'الشريحة', 'شريحة']
const UNDIVIDED = 'all'

/**
 * Reads a table of counts: a line of names (a column `stratum` where people are divided, one for each list, the last for the counts), then a line
 * for each combination, 1 for the lists its people are on. Cells are parted by tabs, commas or semicolons. What the counts are worth is the
 * core's to say.
 */
export function tableFrom(text: string): Outcome<TableTyped, TableRefusal> {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line, at) => ({ number: at + 1, line }))
    .filter(({ line }) => line.trim() !== '')
  const [head, ...rows] = lines
  if (head === undefined || rows.length === 0)
    return refuse('table-empty', 'A line of names, and a line of counts at least.')
  const parted = partedBy(head.line)
  const names = parted(head.line)
  const divided = STRATUM.includes((names[0] ?? '').toLowerCase())
  const lists = names.slice(divided ? 1 : 0, -1)
  if (lists.some((name) => name === '') || lists.length === 0)
    return refuse(
      'table-columns',
      `Line ${head.number}: a name for each list, and the last column for the counts.`,
    )
  const strata = new Map<string, Cell[]>()
  for (const { number, line } of rows) {
    const cells = parted(line)
    if (cells.length !== names.length)
      return refuse(
        'table-row',
        `Line ${number}: ${names.length} cells as in the first line, found ${cells.length}.`,
      )
    const read = cellFrom(cells.slice(divided ? 1 : 0), { number, lists })
    if (!read.ok) return read
    const stratum = divided ? (cells[0] ?? '') : UNDIVIDED
    strata.set(stratum, [...(strata.get(stratum) ?? []), read.value])
  }
  return ok({ lists, strata: [...strata].map(([name, cells]) => ({ name, cells })) })
}

/** The table as text again, a line for each combination that has people. */
export function textOf({ lists, strata }: TableTyped): string {
  const divided = strata.length !== 1 || strata[0]?.name !== UNDIVIDED
  const head = [...(divided ? ['stratum'] : []), ...lists, 'count']
  const rows = strata.flatMap(({ name, cells }) =>
    cells.map(({ mask, count }) => [
      ...(divided ? [name] : []),
      ...lists.map((_, at) => ((mask >> at) & 1 ? '1' : '0')),
      String(count),
    ]),
  )
  return [head, ...rows].map((cells) => cells.join(', ')).join('\n')
}

/** More rows than this, and nobody types them. */
const MOST_LAID_OUT = 7

/** Lines for every combination of these lists, the counts left to be typed; only the line of names for very many lists. */
export function layoutOf(names: string): string {
  const lists = names
    .split(/[,;\t\u060c\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const combinations = lists.length > MOST_LAID_OUT ? 0 : (1 << lists.length) - 1
  const rows = Array.from({ length: combinations }, (_, at) => [
    ...lists.map((_, list) => (((at + 1) >> list) & 1 ? '1' : '0')),
    '',
  ])
  return [[...lists, 'count'], ...rows].map((cells) => cells.join(', ')).join('\n')
}

function cellFrom(
  cells: readonly string[],
  { number, lists }: { readonly number: number; readonly lists: readonly string[] },
): Outcome<Cell, TableRefusal> {
  let mask = 0
  for (const [at, cell] of cells.slice(0, -1).entries()) {
    const on = ON.includes(cell.toLowerCase()) || cell === '١'
    if (!on && !OFF.includes(cell.toLowerCase()) && cell !== '٠')
      return refuse('table-member', `Line ${number}, ${lists[at] ?? ''}: 1 or 0, found “${cell}”.`)
    if (on) mask += 2 ** at
  }
  const typed = cells.at(-1) ?? ''
  const count = numberTyped(typed)
  if (count === null) {
    const who = membershipText(lists, mask)
    return refuse('table-count', `Line ${number}, ${who}: a count (0 for nobody), found “${typed}”.`)
  }
  return ok({ mask, count })
}

/** A spreadsheet pastes tabs; where there is none, semicolons part cells, else commas of either script. */
function partedBy(head: string): (line: string) => readonly string[] {
  const mark = head.includes('\t') ? '\t' : head.includes(';') ? ';' : /[,\u060c]/
  return (line) => line.split(mark).map((cell) => cell.trim())
}
