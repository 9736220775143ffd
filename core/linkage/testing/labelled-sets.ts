import { tableBuilder } from '../table/build-table.ts'
import type { RecordTable } from '../record-table.ts'
import type { RecordsKind } from '../run/default-settings.ts'
import type { FieldSetting } from '../settings.ts'

/** Records with known truth: two rows are one person when their entity is the same. */
export interface LabelledSet {
  readonly name: string
  readonly kind: RecordsKind
  readonly table: RecordTable
  readonly fields: readonly FieldSetting[]
  readonly entityOf: readonly string[]
  /** Pairs of rows that are one person, and may be looked at. */
  readonly truePairs: number
}

interface Source {
  readonly name: string
  readonly kind: RecordsKind
  readonly files: readonly string[]
  readonly clean: boolean
  /** By column of the file; columns that are not named are not read. */
  readonly kinds: Readonly<Record<string, FieldSetting['kind']>>
  readonly entity: (cells: Readonly<Record<string, string>>) => string
}

const FEBRL = {
  kind: 'western-persons',
  kinds: {
    given_name: 'given-name',
    surname: 'family-name',
    street_number: 'text',
    address_1: 'text',
    address_2: 'text',
    suburb: 'place',
    postcode: 'text',
    state: 'category',
    date_of_birth: 'day',
    soc_sec_id: 'identifier',
  },
  entity: (cells: Readonly<Record<string, string>>) => /^rec-(\d+)/.exec(cells.rec_id ?? '')?.[1] ?? '',
} as const

const SOURCES = {
  febrl3: { name: 'FEBRL3', files: ['febrl/dataset3.csv'], clean: false, ...FEBRL },
  febrl4: { name: 'FEBRL4', files: ['febrl/dataset4a.csv', 'febrl/dataset4b.csv'], clean: true, ...FEBRL },
  fake1000: {
    name: 'fake_1000',
    kind: 'western-persons',
    files: ['splink/fake_1000.csv'],
    clean: false,
    kinds: {
      first_name: 'given-name',
      surname: 'family-name',
      dob: 'day',
      city: 'place',
      email: 'identifier',
    },
    entity: (cells) => cells.cluster ?? '',
  },
  gaza: {
    name: 'Gaza April-September',
    kind: 'arabic-names',
    files: ['gaza/list_2024-04.csv', 'gaza/list_2024-09.csv'],
    clean: true,
    kinds: { name_ar: 'full-name', age: 'age', sex: 'category' },
    entity: (cells) => cells.entity ?? '',
  },
} as const satisfies Record<string, Source>

export type SetName = keyof typeof SOURCES

/** A labelled set, from files under `../shared/linkage` that `read` is asked for. */
export function labelledSet(which: SetName, read: (file: string) => string): LabelledSet {
  const source: Source = SOURCES[which]
  const fields = Object.entries(source.kinds).map(([field, kind]) => ({ field, kind }))
  const builder = tableBuilder(fields)
  const entityOf: string[] = []
  for (const file of source.files) {
    builder.startList({ code: file, clean: source.clean })
    const [head = '', ...lines] = read(file).trim().split(/\r?\n/)
    const names = cellsOf(head)
    const rows = lines.map((line) => {
      const cells = Object.fromEntries(cellsOf(line).map((cell, n) => [names[n] ?? '', cell]))
      entityOf.push(source.entity(cells))
      return fields.map(({ field }) => cells[field] ?? null)
    })
    builder.append(rows)
  }
  const table = builder.table()
  return {
    name: source.name,
    kind: source.kind,
    table,
    fields,
    entityOf,
    truePairs: truePairs(table, entityOf),
  }
}

/** These files quote nothing. */
function cellsOf(line: string): readonly string[] {
  return line.split(',').map((cell) => cell.trim())
}

function truePairs(table: RecordTable, entityOf: readonly string[]): number {
  const rowsOf = new Map<string, number[]>()
  for (const [row, entity] of entityOf.entries()) {
    const rows = rowsOf.get(entity)
    if (rows) rows.push(row)
    else rowsOf.set(entity, [row])
  }
  let pairs = 0
  for (const rows of rowsOf.values()) {
    pairs += (rows.length * (rows.length - 1)) / 2
    for (const list of table.lists.filter(({ clean }) => clean)) {
      const within = rows.filter((row) => row >= list.first && row < list.first + list.rows).length
      pairs -= (within * (within - 1)) / 2
    }
  }
  return pairs
}
