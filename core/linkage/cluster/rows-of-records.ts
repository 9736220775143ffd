import { listOfRow, type RecordTable } from '../record-table.ts'
import { decidedPairs, type Decision } from '../review/decided-pairs.ts'
import type { Judgement, RecordName } from '../scored.ts'
import type { JudgedRows } from './cluster-pairs.ts'

/** The row of a record in the table; -1 where its list is not in it, or has no such row. */
export function rowOfRecord({ lists }: Pick<RecordTable, 'lists'>, { list, row }: RecordName): number {
  const found = lists.find(({ code }) => code === list)
  return found !== undefined && row >= 1 && row <= found.rows ? found.first + row - 1 : -1
}

/** The record of a row. */
export function recordOfRow(table: RecordTable, row: number): RecordName {
  const list = table.lists[listOfRow(table, row)]
  if (!list) throw new Error(`no list has row ${row}`)
  return { list: list.code, row: row - list.first + 1 }
}

/** What people decided, in rows of the table; words about lists that are not in it are passed over. */
export function judgedRows(table: RecordTable, judgements: readonly Judgement[]): JudgedRows {
  const decided = decidedPairs(judgements)
  const rowsOf = (wanted: Decision) =>
    decided
      .filter(({ decision }) => decision === wanted)
      .map(({ left, right }): readonly [number, number] => [
        rowOfRecord(table, left),
        rowOfRecord(table, right),
      ])
      .filter(([a, b]) => a >= 0 && b >= 0)
  return { same: rowsOf('same'), different: rowsOf('different') }
}
