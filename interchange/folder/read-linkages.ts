import type { ListId } from '@corroborate/base'
import { faultsOfLinks, type LinkFault, type RowLink } from '@corroborate/estimate'
import type { Linkage, PersonList } from '@corroborate/report'
import { readCsv } from './csv.ts'
import { quoted, type Place } from './mistake.ts'
import { entries, idOf, openLists, refer, wrong, type Located, type Opened, type Reading } from './reading.ts'
import { linkageShape } from './record-shapes.ts'

export const LINKAGE_FILE = /^linkages\/([^/]+)\.csv$/
const COLUMNS = ['list', 'row', 'person'] as const

export function openLinkages(reading: Reading): Opened {
  return openLists(reading, 'linkages.yaml', { linkages: { kind: 'linkage', required: false } })
}

/**
 * `linkages.yaml` says who made each linkage and how; its links stand in `linkages/<code>.csv`, with the columns `list` (its
 * code), `row` (from 1), `person` (a key of the linkage), and `draw` where a linkage was drawn many times (empty: in every draw).
 */
export function readLinkages(
  reading: Reading,
  opened: Opened,
  lists: readonly PersonList[],
): readonly Linkage[] {
  const found = entries(reading, linkageShape, opened.get('linkages'))
  const named = new Set(found.map(({ value }) => linkageFile(value.code)))
  for (const file of reading.files.keys())
    if (LINKAGE_FILE.test(file) && !named.has(file))
      wrong(reading, ofFile(file), { expected: 'an entry for it in linkages.yaml', found: 'none' })
  return found.map(({ value, placeOf }) => {
    const { code, title, 'made-by': madeBy } = value
    const file = linkageFile(code)
    const content = reading.files.get(file)
    if (content === undefined)
      wrong(reading, placeOf(['code']), { expected: `the file ${file}`, found: 'no such file' })
    const links = content === undefined ? [] : linksOf(reading, { file, content }, lists)
    return { id: idOf(reading, 'linkage', code), code, title, madeBy, links }
  })
}

export function linkageFile(code: string): string {
  return `linkages/${code}.csv`
}

function ofFile(file: string): Place {
  return { file, line: null, field: null }
}

function linksOf(
  reading: Reading,
  { file, content }: { readonly file: string; readonly content: string },
  lists: readonly PersonList[],
): readonly RowLink[] {
  const table = readCsv(content)
  if (!table.ok) {
    for (const { line, ...told } of table.faults) wrong(reading, { file, line, field: null }, told)
    return []
  }
  if (!rightColumns(table.columns)) {
    const stands = table.columns.map((column) => quoted(column)).join(', ')
    wrong(
      reading,
      { file, line: 1, field: null },
      { expected: 'the columns list, row, person and, if any, draw', found: stands },
    )
    return []
  }
  const column = new Map(table.columns.map((name, at) => [name, at]))
  const links = table.rows.map((cells, at) => {
    const cell = (name: string) => (cells[column.get(name) ?? -1] ?? '').trim()
    const place = (field: string) => ({ file, line: table.lines[at] ?? null, field })
    return { cell, place, value: linkFrom(reading, cell, place) }
  })
  const rows = links.map(({ value }) => value)
  // A list without columns could not be read, which is told where it stands: none of its rows is called missing.
  const sizes = lists.map(({ id, code, columns, rows: all }) => ({
    ...{ id, code, rows: columns.length === 0 ? Infinity : all.length },
  }))
  for (const fault of faultsOfLinks(rows, sizes)) {
    const link = links[fault.at]
    if (link !== undefined)
      tell(reading, { value: link, placeOf: ([field]) => link.place(String(field)) }, fault)
  }
  if (rows.length === 0) wrong(reading, ofFile(file), { expected: 'a link at least', found: 'none' })
  return rows
}

interface RawLink {
  readonly cell: (name: string) => string
}

/** Codes that name no list, and numbers that are none, are told as they stand in the file. */
function tell(reading: Reading, { value, placeOf }: Located<RawLink>, fault: LinkFault): void {
  if (fault.part === 'list') return
  const stands = value.cell(fault.part)
  const found = fault.reason === 'row-linked-twice' || stands === '' ? fault.found : quoted(stands)
  wrong(reading, placeOf([fault.part]), { expected: fault.expected, found })
}

function linkFrom(reading: Reading, cell: RawLink['cell'], place: (field: string) => Place): RowLink {
  const list: ListId = refer(reading, 'list', { code: cell('list'), place: () => place('list') })
  const draw = cell('draw')
  return {
    list,
    row: wholeNumber(cell('row')),
    person: cell('person'),
    draw: draw === '' ? null : wholeNumber(draw),
  }
}

/** What is no whole number in digits becomes one that no row and no draw has, and is told as that. */
function wholeNumber(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : 0
}

function rightColumns(columns: readonly string[]): boolean {
  const rest = columns.filter((column) => !COLUMNS.some((one) => one === column))
  return COLUMNS.every((one) => columns.includes(one)) && rest.every((column) => column === 'draw')
}
