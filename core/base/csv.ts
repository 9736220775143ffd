/** One value of a row: null is an empty cell, which is not an empty text. */
export type Cell = string | number | boolean | null

/**
 * Rows as comma-separated values: a header of names, CRLF line ends, quotes doubled.
 * A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets hide and do not run;
 * a number is never touched.
 * @see RFC 4180; OWASP, "CSV Injection"
 */
export function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  const lines = [columns.map(cellText), ...rows.map((row) => columns.map((name) => cellText(row[name])))]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) || cell === '' ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** The signs that begin a formula, their full-width forms too; tab and line ends, which some programs skip before them. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
