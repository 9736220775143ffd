import { mistake, type Mistake } from '../folder/mistake.ts'
import type { CellReason } from './read-cell.ts'

/** Why a list, or a row of it, is not taken in. */
export type ListReason =
  /** Of the whole: nothing of the file is taken in. */
  | 'file-empty'
  | 'file-too-large'
  | 'not-a-list'
  | 'workbook-broken'
  | 'workbook-unfolds'
  | 'sheet-unknown'
  | 'header-crooked'
  | 'too-many-columns'
  | 'too-many-rows'
  | 'no-rows'
  | 'quote-open'
  /** Of a row: it is set aside and counted. */
  | 'row-uneven'
  | 'row-too-long'
  | 'cell-too-long'
  | 'text-after-quote'
  | 'zero-character'
  | 'encoding-mixed'
  /** Of a cell: it says nothing, and is counted. */
  | CellReason

/** One thing that is wrong in a list: file, line, column, what was expected, what was found, and all of it in a sentence. */
export interface ListFault extends Mistake {
  readonly reason: ListReason
}

export interface FaultAt {
  readonly file: string
  /** Counted from 1; null where the file as a whole is meant. */
  readonly line: number | null
  /** The column by its name, or by its place where it has none; null where the row as a whole is meant. */
  readonly column: string | null
}

export function listFault(
  reason: ListReason,
  { file, line, column }: FaultAt,
  told: { readonly expected: string; readonly found: string },
): ListFault {
  return { reason, ...mistake({ file, line, field: column }, told) }
}

/** A column as a sentence names it. */
export function columnNamed(columns: readonly string[], at: number): string {
  const name = columns[at]
  return name === undefined || name === '' ? `column ${at + 1}` : `column “${name.slice(0, 60)}”`
}
