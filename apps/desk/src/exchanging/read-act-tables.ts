import { ok, refuse, type Outcome } from '@corroborate/base'
import {
  ACT_TABLES,
  actMappingShape,
  proposeActMapping,
  readActs,
  readCsvColumns,
  type ActMapping,
  type ActsRead,
  type ActTable,
} from '@corroborate/interchange'
import type { ActTablesView } from '@corroborate/server/api'

/** Files of a database, by which of its tables each is. */
export type ActFiles = Readonly<Partial<Record<ActTable, string>>>

/** Which of the four tables a file is, by its name; a table of acts where it says none. */
export function tableOf(fileName: string): ActTable {
  const name = fileName.toLowerCase()
  return ACT_TABLES.find((table) => name.includes(table.replace(/s$/, ''))) ?? 'acts'
}

/** The mapping that was kept of this database, or the one that the names of the columns suggest. */
export function mappingFor(files: ActFiles, kept: ActTablesView['tables'][number] | null): ActMapping | null {
  const before = actMappingShape.safeParse(kept?.mapping)
  if (before.success) return before.data
  return proposeActMapping(
    Object.fromEntries(Object.entries(files).map(([table, csv]) => [table, readCsvColumns(csv)])),
  )
}

/** The rows as claims to be, held against what was made of them the last time. */
export function readActFiles(
  files: ActFiles,
  {
    name,
    mapping,
    kept,
  }: {
    readonly name: string
    readonly mapping: ActMapping
    readonly kept: ActTablesView['tables'][number] | null
  },
): Outcome<ActsRead> {
  const read = readActs(files, { database: name, mapping, before: kept?.rows ?? [] })
  return read.ok
    ? ok(read.acts)
    : refuse('table-unreadable', read.mistakes.map(({ sentence }) => sentence).join(' '))
}

/** What is sent of the rows: numbers of people, and never their names. */
export function rowsToSend({ claims, made }: ActsRead) {
  return claims.map(({ row, topic, proposition, roles, when, words }, i) => ({
    ...{ row, topic, proposition, roles, words, sha256: made[i]?.sha256 ?? '' },
    when: when && { edtf: when.edtf, said: when.said },
  }))
}
