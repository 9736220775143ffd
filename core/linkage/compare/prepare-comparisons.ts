import { combinedKeys } from '../block/group-rows.ts'
import { CHAIN_LEVELS } from '../names/compare-chains.ts'
import { PART_LEVELS } from '../names/compare-parts.ts'
import type { NameFeatures } from '../names/name-features.ts'
import { normalised } from '../names/normalise-name.ts'
import { scriptOf } from '../names/script-of.ts'
import { skeletonOf } from '../names/skeleton.ts'
import type { Column, RecordTable, ValueColumn } from '../record-table.ts'
import { COMPARISONS_OF_NAMES, type ComparisonSetting } from '../settings.ts'
import { LONGEST_COMPARED } from '../text/jaro-winkler.ts'
import { traitsOf, type PartsData } from './name-comparer.ts'
import type { ComparisonData } from './comparison-data.ts'
import { PLACE_LEVELS, type PlaceStep } from './place-comparer.ts'
import { textPool, type Room } from './text-pool.ts'

/** A comparison made ready: what it reads, and its levels from the lowest. */
export interface PreparedComparison {
  readonly name: string
  readonly levels: readonly string[]
  /** See `ComparisonShape`. */
  readonly mostM: readonly number[]
  /** Whether it reads names of persons. */
  readonly ofNames: boolean
  readonly data: ComparisonData
  /** Logarithms are taken of these counts where a rare value weighs more; null where frequency does not count. */
  readonly frequency: Frequency | null
}

/** For every row the number of its value, and how many rows hold each. */
export interface Frequency {
  readonly ids: Int32Array
  readonly counts: Int32Array
}

/** From which similarity on two names are near, and how near (Winkler 1990 has .88 and .92; docs/methods/linkage.md). */
const NAME_LEVELS = [0.7, 0.88, 0.92]
const TEXT_LEVELS = [0.7, 0.88]
/** Names of places have no dictionary to tell two apart, so more is asked of their letters than of people's names. */
const PLACE_NEAR_FROM = 0.9
/** Ages: the same count may be from another day, and is often rounded. */
const AGE_WITHIN = [5, 2, 1]
const NUMBER_WITHIN = [1]
const CODES_ALIKE = 0.9

type DataOfComparison = Omit<PreparedComparison, 'mostM' | 'ofNames'>

export function prepareComparisons(
  table: RecordTable,
  settings: readonly ComparisonSetting[],
  room: Room,
): readonly PreparedComparison[] {
  const partsOf = partsOnce(room)
  return settings.map((setting) => {
    const mostM = setting.by === 'patronymic-chain' ? MOST_OF_CHAIN : setting.by === 'age' ? MOST_OF_AGE : []
    return { ...dataOf(table, setting, room, partsOf), mostM, ofNames: COMPARISONS_OF_NAMES.has(setting.by) }
  })
}

/** With one name in ten wrong, all three of a chain are wrong in one of a thousand, two of them in 27. */
const MOST_OF_CHAIN = [0.001, 0.027]
/** One age in a hundred is wrong by more than five years. */
const MOST_OF_AGE = [0.01]

function dataOf(
  table: RecordTable,
  setting: ComparisonSetting,
  room: Room,
  partsOf: PartsOf,
): DataOfComparison {
  const column = columnOf(table, setting.fields[0] ?? '')
  const { name } = setting
  const frequency = setting.frequency && column.kind === 'values' ? column : null
  const text = (levels: readonly number[], names: readonly string[]) =>
    ofText(valuesOf(column, setting), setting, room, { levels, names })
  switch (setting.by) {
    case 'name':
      return ofName(namesOf(column, setting), setting, partsOf)
    case 'patronymic-chain':
      return ofChain(table, setting, partsOf)
    case 'spelling':
      return text(NAME_LEVELS, ['alike', 'near', 'nearest'])
    case 'text':
      return text(TEXT_LEVELS, ['alike', 'near'])
    case 'place':
      return ofPlaces(table, setting, room)
    case 'category': {
      const [, decidedBy] = setting.fields
      const deciding = decidedBy === undefined ? null : valuesOf(columnOf(table, decidedBy), setting).ids
      const { ids } = valuesOf(column, setting)
      return { name, frequency, levels: ['else', 'same'], data: { kind: 'same', ids, decidedBy: deciding } }
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

function ofText(
  column: ValueColumn,
  setting: ComparisonSetting,
  room: Room,
  { levels, names }: { readonly levels: readonly number[]; readonly names: readonly string[] },
): DataOfComparison {
  return {
    name: setting.name,
    frequency: setting.frequency ? column : null,
    levels: ['else', ...names, 'same'],
    data: { kind: 'text', ids: column.ids, pool: textPool(column.values, room), levels },
  }
}

function ofName(column: NameColumn, setting: ComparisonSetting, partsOf: PartsOf): DataOfComparison {
  return {
    name: setting.name,
    levels: PART_LEVELS,
    data: { kind: 'name', ids: column.ids, ...partsOf(column) },
    frequency: setting.frequency ? column : null,
  }
}

type PartsOf = (column: NameColumn) => PartsData

/** What is compared of parts of names; columns of one dictionary share it. */
function partsOnce(room: Room): PartsOf {
  const known = new Map<NameFeatures, PartsData>()
  return ({ names, values, twins }) => {
    const parts = known.get(names) ?? partsData(names, values, twins, room)
    known.set(names, parts)
    return parts
  }
}

function partsData(
  names: NameFeatures,
  values: readonly string[],
  twins: Int32Array | null,
  room: Room,
): PartsData {
  // Names are compared by their first letters only, as `text/jaro-winkler.ts` does.
  const cut = (texts: readonly string[]) => texts.map((text) => text.slice(0, LONGEST_COMPARED))
  const inLatin = names.romanised
  const scripts = new Set(names.script)
  const isMixed = scripts.has(0) && scripts.size > 1
  const withoutArticle = inLatin.map((text, part) => (names.bare[part] === -1 ? '' : text.slice(2)))
  return {
    // The texts are in the pools: a thread that is sent this needs them not.
    features: { ...names, parts: [], romanised: [], skeletons: [] },
    letters: textPool(
      cut(values.map((text, n) => (names.script[n] === 0 ? text : (inLatin[n] ?? '')))),
      room,
    ),
    romanised: textPool(isMixed ? cut([...inLatin, ...withoutArticle]) : [], room),
    twins,
    traits: traitsOf(names, room.int32(4 * values.length)),
  }
}

function ofChain(table: RecordTable, setting: ComparisonSetting, partsOf: PartsOf): DataOfComparison {
  const [, , , asOneWord] = setting.fields
  const joined = asOneWord === undefined ? null : valuesOf(columnOf(table, asOneWord), setting).ids
  const [father, grandfather, family] = setting.fields
    .slice(0, 3)
    .map((field) => namesOf(columnOf(table, field), setting))
  if (!father || !grandfather || !family)
    throw new Error(`${setting.name} reads father, grandfather and family name, in this order`)
  const ids = { father: father.ids, grandfather: grandfather.ids, family: family.ids }
  return {
    name: setting.name,
    levels: CHAIN_LEVELS,
    data: { kind: 'chain', ...ids, joined, ...partsOf(father) },
    frequency: setting.frequency ? chainCounts(ids) : null,
  }
}

/** Which rows have one chain, and how many; a chain without a name says nothing. */
function chainCounts(ids: { father: Int32Array; grandfather: Int32Array; family: Int32Array }): Frequency {
  const { father, grandfather, family } = ids
  const shifted = (column: Int32Array) => column.map((id) => id + 1)
  const { groupOf, groups } = combinedKeys([shifted(father), shifted(grandfather), shifted(family)])
  const counts = new Int32Array(groups)
  for (let row = 0; row < groupOf.length; row++) {
    const isEmpty = (father[row] ?? -1) < 0 && (grandfather[row] ?? -1) < 0 && (family[row] ?? -1) < 0
    const group = groupOf[row] ?? -1
    if (isEmpty) groupOf[row] = -1
    else counts[group] = (counts[group] ?? 0) + 1
  }
  return { ids: groupOf, counts }
}

/** One column of places, or several that lie one in the other, the narrowest first. */
function ofPlaces(table: RecordTable, setting: ComparisonSetting, room: Room): DataOfComparison {
  const columns = setting.fields.map((field) => valuesOf(columnOf(table, field), setting))
  const [narrowest, wider] = columns
  if (narrowest && !wider)
    return ofText(narrowest, setting, room, { levels: [PLACE_NEAR_FROM], names: ['near'] })
  const steps = columns.map(({ ids, values }) => ({
    ...{ ids, pool: textPool(values, room), near: PLACE_NEAR_FROM },
    ...skeletonsOf(values),
  }))
  return {
    name: setting.name,
    levels: PLACE_LEVELS,
    data: { kind: 'place', steps },
    frequency: setting.frequency ? (narrowest ?? null) : null,
  }
}

function skeletonsOf(values: readonly string[]): Pick<PlaceStep, 'skeletons' | 'isArabic'> {
  const numbers = new Map<string, number>()
  const isArabic = Uint8Array.from(values, (value) => (scriptOf(value) === 'arabic' ? 1 : 0))
  const skeletons = Int32Array.from(values, (value) => {
    const skeleton = skeletonOf(normalised(value).text, scriptOf(value))
    if (skeleton.length < 2) return -1
    const number = numbers.get(skeleton) ?? numbers.size
    numbers.set(skeleton, number)
    return number
  })
  return { skeletons, isArabic }
}

type NameColumn = ValueColumn & { readonly names: NameFeatures }

function namesOf(column: Column, setting: ComparisonSetting): NameColumn {
  if (column.kind !== 'values' || column.names === null) throw new Error(`${setting.name} compares names`)
  return { ...column, names: column.names }
}

function numbers(
  column: Column,
  setting: ComparisonSetting,
  within: readonly number[],
  names: readonly string[],
): DataOfComparison {
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
