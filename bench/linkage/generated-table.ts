import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableBuilder, type RecordTable, type Room } from '@corroborate/linkage'
import { generateRecords } from './generate-records.ts'
import { readRecords } from './read-records.ts'
import { SPEED_SETTINGS } from './speed-settings.ts'

/** A table of invented records, and of every row whose it is. */
export function generatedTable(
  rows: number,
  room: Room,
): { readonly table: RecordTable; readonly person: Int32Array } {
  const folder = mkdtempSync(join(tmpdir(), 'linkage-'))
  try {
    const file = join(folder, 'records.csv')
    generateRecords(file, rows, `records ${rows}`)
    const builder = tableBuilder(SPEED_SETTINGS.fields, { room })
    builder.startList({ code: 'records', clean: false })
    const person = readRecords(file, builder, rows, SPEED_SETTINGS.fields.length)
    return { table: builder.table(), person }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
