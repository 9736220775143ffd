import { columnNamed, listFault, type ListFault } from './list-fault.ts'
import { LIST_LIMITS } from './list-limits.ts'

/** A row of a list as it came. */
export interface ListRow {
  /** Its line in the file, or its row in the sheet, counted from 1. */
  readonly line: number
  /** As many as the list has columns. */
  readonly cells: readonly string[]
}

/** Some rows, those that were set aside among them, and how many lines were blank. */
export interface ListBatch {
  readonly rows: readonly ListRow[]
  readonly aside: readonly ListFault[]
  readonly blank: number
}

/** The next rows; or what refuses the whole, after which nothing comes. */
export type ListStep =
  ({ readonly kind: 'rows' } & ListBatch) | { readonly kind: 'refused'; readonly fault: ListFault }

/** Names of columns, from the first row; or why they are none. Names are trimmed; empty ones at the end are left away. */
export function headerFrom(
  file: string,
  { line, cells }: { readonly line: number; readonly cells: readonly string[] },
): { readonly columns: readonly string[] } | ListFault {
  const names = cells.map((cell) => cell.trim())
  while (names.at(-1) === '') names.pop()
  const wrong = (reason: 'header-crooked' | 'too-many-columns', at: number | null, told: Told) =>
    listFault(reason, { file, line, column: at === null ? null : `column ${at + 1}` }, told)
  if (names.length === 0)
    return wrong('header-crooked', null, { expected: 'names of columns', found: 'none' })
  if (names.length > LIST_LIMITS.columns)
    return wrong('too-many-columns', null, {
      expected: `at most ${LIST_LIMITS.columns} columns`,
      found: `${names.length}`,
    })
  const first = new Map<string, number>()
  for (const [at, name] of names.entries()) {
    const fault = nameFault(name, first.get(name))
    if (fault !== null) return wrong('header-crooked', at, fault)
    first.set(name, at)
  }
  return { columns: names }
}

interface Told {
  readonly expected: string
  readonly found: string
}

function nameFault(name: string, before: number | undefined): Told | null {
  if (name === '') return { expected: 'a name for the column', found: 'nothing' }
  if (name.length > LIST_LIMITS.headerCharacters)
    return {
      expected: `a name of at most ${LIST_LIMITS.headerCharacters} characters`,
      found: `${name.length}`,
    }
  if (/[\0\uFFFD]/.test(name) || !name.isWellFormed())
    return { expected: 'a name that can be read', found: 'characters that cannot' }
  if (before !== undefined)
    return { expected: 'each name once', found: `“${name}”, which column ${before + 1} has` }
  return null
}

export type RowFit = ListRow | 'blank' | ListFault

interface Fitting {
  readonly file: string
  readonly columns: readonly string[]
  /** A sheet leaves cells away at the end of a row; a text does not. */
  readonly shortIsFine: boolean
}

/** The row with as many cells as there are columns; or what sets it aside. */
export function fittedRow(
  fitting: Fitting,
  { line, cells, suspect }: ListRow & { readonly suspect: boolean },
): RowFit {
  const { file, columns, shortIsFine } = fitting
  let width = cells.length
  while (width > columns.length && cells[width - 1]?.trim() === '') width--
  if (cells.every((cell) => cell === '' || cell.trim() === '')) return 'blank'
  if (width > columns.length || (width < columns.length && !shortIsFine)) {
    const told = { expected: `${columns.length} cells, as in the header`, found: `${width}` }
    return listFault('row-uneven', { file, line, column: null }, told)
  }
  const long = cells.findIndex((cell) => cell.length > LIST_LIMITS.cellCharacters)
  if (long !== -1) {
    const told = {
      expected: `at most ${LIST_LIMITS.cellCharacters} characters in a cell`,
      found: `${cells[long]?.length ?? 0}`,
    }
    return listFault('cell-too-long', { file, line, column: columnNamed(columns, long) }, told)
  }
  const unreadable = suspect ? unreadableCell(fitting, { line, cells }) : null
  if (unreadable !== null) return unreadable
  if (cells.length === columns.length) return { line, cells }
  return { line, cells: Array.from(columns, (_, at) => cells[at] ?? '') }
}

function unreadableCell({ file, columns }: Fitting, { line, cells }: ListRow): ListFault | null {
  for (const [at, cell] of cells.entries()) {
    const place = { file, line, column: columnNamed(columns, at) }
    if (cell.includes('\0'))
      return listFault('zero-character', place, {
        expected: 'text',
        found: 'a character of value zero (U+0000)',
      })
    if (cell.includes('\uFFFD') || !cell.isWellFormed())
      return listFault('encoding-mixed', place, {
        expected: 'text in the encoding of the rest of the file',
        found: 'bytes that are not',
      })
  }
  return null
}
