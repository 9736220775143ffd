import type { PersonList } from '@corroborate/report'
import { readCsv } from './csv.ts'
import { entries, idOf, openLists, wrong, type Reading } from './reading.ts'
import { listShape } from './record-shapes.ts'

export const LIST_FILE = /^lists\/([^/]+)\.csv$/

/** `lists.yaml` says what each list is and who holds it; its rows stand in `lists/<code>.csv`. */
export function readLists(reading: Reading): readonly PersonList[] {
  const opened = openLists(reading, 'lists.yaml', { lists: { kind: 'list', required: false } })
  const found = entries(reading, listShape, opened.get('lists'))
  const named = new Set(found.map(({ value }) => fileOf(value.code)))
  for (const file of reading.files.keys())
    if (LIST_FILE.test(file) && !named.has(file))
      wrong(
        reading,
        { file, line: null, field: null },
        { expected: 'an entry for it in lists.yaml', found: 'none' },
      )
  return found.map(({ value, placeOf }) => {
    const file = fileOf(value.code)
    const content = reading.files.get(file)
    if (content === undefined)
      wrong(reading, placeOf(['code']), { expected: `the file ${file}`, found: 'no such file' })
    return { id: idOf(reading, 'list', value.code), ...value, ...tableOf(reading, file, content ?? '') }
  })
}

export function fileOf(code: string): string {
  return `lists/${code}.csv`
}

function tableOf(reading: Reading, file: string, content: string): Pick<PersonList, 'columns' | 'rows'> {
  const table = readCsv(content)
  if (table.ok) return { columns: table.columns, rows: table.rows }
  if (content !== '')
    for (const { line, expected, found } of table.faults)
      wrong(reading, { file, line, field: null }, { expected, found })
  return { columns: [], rows: [] }
}
