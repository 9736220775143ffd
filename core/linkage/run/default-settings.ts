import type {
  BlockingKey,
  BlockingRule,
  ComparisonSetting,
  FieldSetting,
  LinkageSettings,
} from '../settings.ts'

/** What kind of records are linked: one configuration for each, chosen as docs/methods/linkage.md says, and never for one file. */
export const RECORDS_KINDS = [
  /** Lists of people with Arabic names, in Arabic or Latin letters: relatives stand side by side and share all names but the first. */
  'arabic-names',
  /** Records of persons with given and family name, addresses, days of birth, numbers. */
  'western-persons',
] as const

export type RecordsKind = (typeof RECORDS_KINDS)[number]

/** Settings for a kind of records from the fields that they have; every one may be changed before a run. */
export function defaultSettings(
  kind: RecordsKind,
  fields: readonly FieldSetting[],
  seed: string,
): LinkageSettings {
  const columns = fields.flatMap((field) => columnsOf(field))
  return {
    fields,
    comparisons:
      kind === 'arabic-names'
        ? ofArabicNames(columns)
        : columns.filter(({ field }) => !isJoined(field)).map(comparisonOf),
    blocking: kind === 'arabic-names' ? blocksOfArabicNames(columns) : blocksOfPersons(columns),
    everyPairUpTo: 1_000_000,
    joinFrom: 0.9,
    keepFrom: 0.001,
    mostPairs: 2_000_000_000,
    seed,
  }
}

/** A whole name has a column for each part. */
function columnsOf({ field, kind }: FieldSetting): readonly FieldSetting[] {
  if (kind !== 'full-name') return [{ field, kind }]
  return [
    { field: `${field}/given`, kind: 'given-name' },
    { field: `${field}/father`, kind: 'father-name' },
    { field: `${field}/grandfather`, kind: 'grandfather-name' },
    { field: `${field}/family`, kind: 'family-name' },
    { field: `${field}/joined`, kind: 'text' },
  ]
}

function comparisonOf({ field, kind }: FieldSetting): ComparisonSetting {
  const frequency = kind === 'given-name' || kind === 'family-name' || kind === 'place'
  switch (kind) {
    case 'full-name':
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
      return { name: field, fields: [field], by: 'spelling', frequency }
    case 'text':
    case 'place':
    case 'category':
    case 'identifier':
    case 'day':
    case 'age':
    case 'whole-number':
      return { name: field, fields: [field], by: kind, frequency }
  }
}

function ofArabicNames(columns: readonly FieldSetting[]): readonly ComparisonSetting[] {
  const given = fieldOf(columns, 'given-name')
  const [father, grandfather, family] = chainOf(columns)
  const chain = father !== null && grandfather !== null && family !== null
  const joined = columns.map(({ field }) => field).filter(isJoined)
  return columns.flatMap(({ field, kind }): readonly ComparisonSetting[] => {
    if (chain && field === father)
      return [
        {
          name: 'chain',
          fields: [father, grandfather, family, ...joined],
          by: 'patronymic-chain',
          frequency: true,
        },
      ]
    if ((chain && (field === grandfather || field === family)) || joined.includes(field)) return []
    const comparison = comparisonOf({ field, kind })
    if (comparison.by === 'spelling') return [{ ...comparison, by: 'name', frequency: true }]
    // A given name is a man's or a woman's: two who share one share the sex, and that is no second evidence.
    if (kind === 'category' && given !== null) return [{ ...comparison, fields: [field, given] }]
    return [comparison]
  })
}

/** The chain of a whole name as one word; a help of the chain's comparison, and nothing of its own. */
function isJoined(field: string): boolean {
  return field.endsWith('/joined')
}

function fieldOf(columns: readonly FieldSetting[], kind: FieldSetting['kind']): string | null {
  return columns.find((column) => column.kind === kind)?.field ?? null
}

function chainOf(columns: readonly FieldSetting[]): readonly [string | null, string | null, string | null] {
  return [
    fieldOf(columns, 'father-name'),
    fieldOf(columns, 'grandfather-name'),
    fieldOf(columns, 'family-name'),
  ]
}

/** Given name with each other name, the chain whole, and the given name with what else there is: by consonants, which both scripts share. */
function blocksOfArabicNames(columns: readonly FieldSetting[]): readonly BlockingRule[] {
  const keys = keysOf(columns, 'skeleton')
  const given = keys.filter(({ kind }) => kind === 'given-name').map(({ key }) => key)
  const chain = keys.filter(({ kind }) => CHAIN.has(kind)).map(({ key }) => key)
  const categories = columns
    .filter(({ kind }) => kind === 'category')
    .map(({ field }) => ({ field, by: 'value' as const }))
  const others = keys.filter(({ kind }) => !NAMES.has(kind) && kind !== 'identifier').map(({ key }) => key)
  return [
    ...alone(keys),
    ...given.flatMap((name) => chain.map((other) => ({ keys: [name, other] }))),
    ...(chain.length > 1 ? [{ keys: chain }] : []),
    ...columns
      .filter(({ field }) => isJoined(field))
      .map(({ field }) => ({ keys: [{ field, by: 'value' as const }] })),
    ...given.flatMap((name) => others.map((other) => ({ keys: [name, other, ...categories] }))),
  ]
}

const CHAIN = new Set<FieldSetting['kind']>(['father-name', 'grandfather-name', 'family-name'])
const NAMES = new Set<FieldSetting['kind']>([...CHAIN, 'given-name'])

/** Each number and each day of birth alone, and every two of the other keys. */
function blocksOfPersons(columns: readonly FieldSetting[]): readonly BlockingRule[] {
  const keys = keysOf(columns, 'skeleton').filter(({ kind }) => kind !== 'identifier')
  return [
    ...alone(keysOf(columns, 'value')),
    ...keys.flatMap(({ key }, n) => keys.slice(n + 1).map((other) => ({ keys: [key, other.key] }))),
  ]
}

interface KindOfKey {
  readonly kind: FieldSetting['kind']
  readonly key: BlockingKey
}

function keysOf(columns: readonly FieldSetting[], ofNames: 'skeleton' | 'value'): readonly KindOfKey[] {
  return columns.flatMap(({ field, kind }): readonly KindOfKey[] => {
    if (kind === 'category' || kind === 'whole-number' || isJoined(field)) return []
    const by = kind === 'day' ? 'day' : NAMES.has(kind) ? ofNames : 'value'
    return [{ kind, key: { field, by } }]
  })
}

/** Numbers of cards stand alone. */
function alone(keys: readonly KindOfKey[]): readonly BlockingRule[] {
  return keys.filter(({ kind }) => kind === 'identifier').map(({ key }) => ({ keys: [key] }))
}
