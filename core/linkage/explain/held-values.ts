import type { RecordTable, ValueColumn } from '../record-table.ts'
import type { ComparisonSetting, LinkageSettings } from '../settings.ts'

/** How many rows of a run hold the values of a column, kept so that a pair can be explained when the table of the run is gone. */
export interface HeldValues {
  /** A column of the table, or those of a chain, which are counted as one. */
  readonly column: string
  /** Rows that say anything. */
  readonly rows: number
  /** Values that two rows hold at least, and how many hold each. A value that is not among them stands in one row. */
  readonly values: readonly string[]
  readonly counts: Int32Array
}

/** A value as it is counted. */
export interface HeldValue {
  readonly column: string
  readonly value: string
}

/** Counts what the comparisons of a run read, once for each column and each chain. */
export function heldValues(table: RecordTable, settings: LinkageSettings): readonly HeldValues[] {
  const columns = columnsCounted(table, settings).map(({ name, column: { values, counts } }) => {
    const often = [...values.keys()].filter((id) => (counts[id] ?? 0) > 1)
    return {
      column: name,
      rows: counts.reduce((sum, count) => sum + count, 0),
      values: often.map((id) => values[id] ?? ''),
      counts: Int32Array.from(often, (id) => counts[id] ?? 0),
    }
  })
  return [...columns, ...chainsCounted(settings).map((chain) => heldChains(table, chain))]
}

/** What is counted of the rows of a table, which are few. */
export function valuesIn(table: RecordTable, settings: LinkageSettings): readonly HeldValue[] {
  const rows = Array.from({ length: table.rows }, (_, row) => row)
  const asked = [
    ...columnsCounted(table, settings).flatMap(({ name, column: { ids, values } }) =>
      rows.map((row) => ({ column: name, value: values[ids[row] ?? -1] ?? null })),
    ),
    ...chainsCounted(settings).flatMap((chain) =>
      rows.map((row) => ({ column: chainName(chain), value: chainAt(table, chain, row) })),
    ),
  ]
  return asked.flatMap(({ column, value }) => (value === null ? [] : [{ column, value }]))
}

/** Under what a chain is counted. */
export function chainName(setting: ComparisonSetting): string {
  return setting.fields.slice(0, CHAIN).join('+')
}

/** A chain as one value; null where no name of it is said. */
export function chainAt(table: RecordTable, setting: ComparisonSetting, row: number): string | null {
  const said = setting.fields.slice(0, CHAIN).map((name) => {
    const column = valuesNamed(table, name)
    return column?.values[column.ids[row] ?? -1] ?? null
  })
  return said.every((one) => one === null) ? null : JSON.stringify(said)
}

/** Father, grandfather and family name. */
const CHAIN = 3

function columnsCounted(
  table: RecordTable,
  { comparisons }: LinkageSettings,
): readonly { readonly name: string; readonly column: ValueColumn }[] {
  const names = new Set(comparisons.flatMap(({ fields }) => fields))
  return [...names].flatMap((name) => {
    const column = valuesNamed(table, name)
    return column === null ? [] : [{ name, column }]
  })
}

function valuesNamed(table: RecordTable, name: string): ValueColumn | null {
  const column = table.columns.get(name)
  return column?.kind === 'values' ? column : null
}

function chainsCounted({ comparisons }: LinkageSettings): readonly ComparisonSetting[] {
  return comparisons.filter(({ by, frequency }) => by === 'patronymic-chain' && frequency)
}

/** By the numbers of the names, of which texts are made only where two rows share them. */
function heldChains(table: RecordTable, setting: ComparisonSetting): HeldValues {
  const ids = setting.fields.slice(0, CHAIN).map((name) => valuesNamed(table, name)?.ids)
  const chains = new Map<string, { readonly row: number; count: number }>()
  let rows = 0
  for (let row = 0; row < table.rows; row++) {
    const [father = -1, grandfather = -1, family = -1] = ids.map((of) => of?.[row])
    if (father < 0 && grandfather < 0 && family < 0) continue
    rows += 1
    const key = `${father} ${grandfather} ${family}`
    const chain = chains.get(key)
    if (chain) chain.count += 1
    else chains.set(key, { row, count: 1 })
  }
  const often = [...chains.values()].filter(({ count }) => count > 1)
  return {
    ...{ column: chainName(setting), rows },
    values: often.map(({ row }) => chainAt(table, setting, row) ?? ''),
    counts: Int32Array.from(often, ({ count }) => count),
  }
}
