import { ok, refuse, type Outcome } from '@corroborate/base'
import { encodingOfFile } from '../bytes/encoding-of-file.ts'
import { stretchOf, type GivenFile } from '../bytes/given-file.ts'
import { textReader } from '../bytes/text-of-bytes.ts'
import { readCsv, type Table } from '../folder/csv.ts'
import { mistake, quoted } from '../folder/mistake.ts'
import { delimiterOf } from '../lists/delimiter.ts'
import { ACT_TABLES, type ActTable } from './act-mapping.ts'

/** A table as it came, under the name of its file. */
export interface ActFile extends Pick<Extract<Table, { readonly ok: true }>, 'columns' | 'rows' | 'lines'> {
  readonly name: string
}

/** Files of a database, by which of its tables each is. */
export type ActFiles = Readonly<Partial<Record<ActTable, ActFile>>>

const MOST_BYTES = 64_000_000
/** Letters by which it is told what parts the cells. */
const SAMPLE = 100_000

/**
 * Files of a database, each told by its name: one that names none of the four tables holds acts. Refused with a sentence where two are the same
 * table, where one is no text that is sure (a guess at its letters would stand in claims), and where it is no table.
 */
export async function readActFiles(
  given: readonly GivenFile[],
): Promise<Outcome<ActFiles, 'table-unreadable'>> {
  const files: Partial<Record<ActTable, ActFile>> = {}
  for (const file of given) {
    const { name } = file
    const table = tableOf(name)
    const before = files[table]
    if (before !== undefined)
      return unreadable(name, {
        expected: `one table of ${table}`,
        found: `${quoted(before.name)} beside it`,
      })
    const csv = await csvOf(file)
    if (!csv.ok) return csv
    const read = actFileOf(name, csv.value)
    if (!read.ok) return read
    files[table] = read.value
  }
  return ok(files)
}

/** CSV as a table; refused with every place where it is none. */
export function actFileOf(name: string, csv: string): Outcome<ActFile, 'table-unreadable'> {
  const read = readCsv(csv, delimiterOf(csv.slice(0, SAMPLE)).delimiter)
  if (read.ok) return ok({ name, columns: read.columns, rows: read.rows, lines: read.lines })
  const told = read.faults.map(
    ({ line, ...fault }) => mistake({ file: name, line, field: null }, fault).sentence,
  )
  return refuse('table-unreadable', told.join('\n'))
}

function tableOf(fileName: string): ActTable {
  const name = fileName.toLowerCase()
  return ACT_TABLES.find((table) => name.includes(table.replace(/s$/, ''))) ?? 'acts'
}

async function csvOf(file: GivenFile): Promise<Outcome<string, 'table-unreadable'>> {
  const { name, size } = file
  if (size > MOST_BYTES)
    return unreadable(name, { expected: `at most ${MOST_BYTES} bytes`, found: `${size}` })
  const { encoding, by } = await encodingOfFile(file, null)
  const expected = 'CSV in UTF-8, or in UTF-16 with a mark of byte order'
  if (by === 'guess')
    return unreadable(name, { expected, found: 'bytes that are neither: save it as CSV in UTF-8' })
  const reader = textReader(encoding)
  const csv = reader.next(await stretchOf(file, 0, size)) + reader.next(null)
  const strange = /[\0\uFFFD]/.exec(csv)
  if (strange === null) return ok(csv)
  const line = csv.slice(0, strange.index).split('\n').length
  return unreadable(name, { expected, found: 'a character that is none' }, line)
}

function unreadable(
  file: string,
  told: { readonly expected: string; readonly found: string },
  line: number | null = null,
) {
  return refuse('table-unreadable', mistake({ file, line, field: null }, told).sentence)
}
