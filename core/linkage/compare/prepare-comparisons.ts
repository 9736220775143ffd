import type { Column, RecordTable, ValueColumn } from '../record-table.ts'
import type { ComparisonSetting } from '../settings.ts'
import type { ComparisonData } from './comparison-data.ts'
import { textPool, type Room } from './text-pool.ts'

/** A comparison made ready: what it reads, and its levels from the lowest. */
export interface PreparedComparison {
  readonly name: string
  readonly levels: readonly string[]
  readonly data: ComparisonData
  /** Logarithms are taken of these counts where a rare value weighs more; null where frequency does not count. */
  readonly frequency: ValueColumn | null
}

/** From which similarity on two names are near, and how near (Winkler 1990 has .88 and .92; docs/methods/linkage.md). */
const NAME_LEVELS = [0.7, 0.88, 0.92]
const TEXT_LEVELS = [0.7, 0.88]
const PLACE_LEVELS = [0.9]
/** Ages: the same count may be from another day, and is often rounded. */
const AGE_WITHIN = [5, 2, 1]
const NUMBER_WITHIN = [1]
const CODES_ALIKE = 0.9

export function prepareComparison(
  table: RecordTable,
  setting: ComparisonSetting,
  room: Room,
): PreparedComparison {
  const column = columnOf(table, setting.fields[0] ?? '')
  const { name } = setting
  const frequency = setting.frequency && column.kind === 'values' ? column : null
  const text = (levels: readonly number[], names: readonly string[]) => {
    const { ids, values } = valuesOf(column, setting)
    const data = { kind: 'text', ids, pool: textPool(values, room), levels } as const
    return { name, frequency, levels: ['else', ...names, 'same'], data }
  }
  switch (setting.by) {
    case 'name':
    case 'patronymic-chain':
      return text(NAME_LEVELS, ['alike', 'near', 'nearest'])
    case 'text':
      return text(TEXT_LEVELS, ['alike', 'near'])
    case 'place':
      return text(PLACE_LEVELS, ['near'])
    case 'category':
      return {
        name,
        frequency,
        levels: ['else', 'same'],
        data: { kind: 'same', ids: valuesOf(column, setting).ids },
      }
    case 'identifier': {
      const { ids, values } = valuesOf(column, setting)
      const data = { kind: 'code', ids, pool: textPool(values, room), alike: CODES_ALIKE } as const
      return { name, frequency, levels: ['else', 'alike', 'one-slip', 'same'], data }
    }
    case 'day': {
      if (column.kind !== 'days') throw new Error(`${setting.name} compares days`)
      const levels = ['else', 'within-a-year', 'compatible', 'within-a-month', 'one-slip', 'same']
      return { name, frequency, levels, data: { ...column, kind: 'day' } }
    }
    case 'age':
      return numbers(column, setting, AGE_WITHIN, ['within-5', 'within-2', 'within-1'])
    case 'whole-number':
      return numbers(column, setting, NUMBER_WITHIN, ['within-1'])
  }
}

function numbers(
  column: Column,
  setting: ComparisonSetting,
  within: readonly number[],
  names: readonly string[],
): PreparedComparison {
  if (column.kind !== 'whole-numbers') throw new Error(`${setting.name} compares whole numbers`)
  return {
    name: setting.name,
    frequency: null,
    levels: ['else', ...names, 'same'],
    data: { kind: 'number', numbers: column.numbers, within },
  }
}

function columnOf(table: RecordTable, field: string): Column {
  const column = table.columns.get(field)
  if (!column) throw new Error(`no field ${field}`)
  return column
}

function valuesOf(column: Column, setting: ComparisonSetting): ValueColumn {
  if (column.kind !== 'values') throw new Error(`${setting.name} compares values`)
  return column
}
