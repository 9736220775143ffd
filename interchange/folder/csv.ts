import type { Delimiter } from '../lists/delimiter.ts'

/** A table as it came: columns by name, cells as text, and where it is not a table. */
export type Table =
  | {
      readonly ok: true
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Where each row begins, counted from 1: a cell may hold line breaks. */
      readonly lines: readonly number[]
    }
  | { readonly ok: false; readonly faults: readonly TableFault[] }

export interface TableFault {
  readonly line: number
  readonly expected: string
  readonly found: string
}

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * RFC 4180 with a header row: commas, or what a program writes in their place; double quotes, quotes doubled inside; a line break is LF, CRLF or CR.
 * Nothing is trimmed or interpreted. Rows longer or shorter than the header, a column without a name or named twice,
 * text after a closing quote and a quote that does not close are faults.
 */
export function readCsv(content: string, delimiter: Delimiter = ','): Table {
  const split = rowsOf(content.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), delimiter)
  if ('line' in split) return { ok: false, faults: [split] }
  const [header, ...rows] = split
  if (header === undefined)
    return { ok: false, faults: [{ line: 1, expected: 'a row of column names', found: 'nothing' }] }
  const faults = [...headerFaults(header), ...rows.flatMap((row) => rowFaults(header, row))]
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    columns: header.cells,
    rows: rows.map((row) => row.cells),
    lines: rows.map((row) => row.line),
  }
}

function headerFaults({ line, cells }: Row): readonly TableFault[] {
  const faults: TableFault[] = []
  if (cells.some((cell) => cell.trim() === ''))
    faults.push({ line, expected: 'a name for each column', found: 'an empty one' })
  const twice = cells.find((cell, index) => cells.indexOf(cell) !== index)
  if (twice !== undefined) faults.push({ line, expected: 'each column once', found: `“${twice}” twice` })
  return faults
}

function rowFaults(header: Row, { line, cells }: Row): readonly TableFault[] {
  if (cells.length === header.cells.length) return []
  return [{ line, expected: `${header.cells.length} cells, as in the header`, found: `${cells.length}` }]
}

function rowsOf(content: string, delimiter: Delimiter): readonly Row[] | TableFault {
  const cell = new RegExp(`"((?:[^"]|"")*)"|([^"${delimiter}\\n]*)`, 'y')
  const rows: Row[] = []
  let [at, line] = [0, 1]
  while (at < content.length) {
    const start = line
    const cells: string[] = []
    for (;;) {
      cell.lastIndex = at
      const [whole = '', quoted, plain = ''] = cell.exec(content) ?? []
      cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
      at += whole.length
      line += whole.split('\n').length - 1
      const next = content[at]
      at++
      if (next === delimiter) continue
      if (next === undefined || next === '\n') break
      return strayAfter(next, { line, delimiter, opened: quoted === undefined && plain === '' })
    }
    line++
    rows.push({ line: start, cells })
  }
  return rows
}

function strayAfter(
  next: string,
  {
    line,
    delimiter,
    opened,
  }: { readonly line: number; readonly delimiter: Delimiter; readonly opened: boolean },
): TableFault {
  if (next === '"' && opened) return { line, expected: 'a closing quote', found: 'none' }
  return { line, expected: `${NAMES[delimiter]} or the end of the row after a cell`, found: `“${next}”` }
}

const NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'a comma',
  ';': 'a semicolon',
  '\t': 'a tab',
  '|': 'a bar',
}
