import type { BlockingRule, ComparisonSetting, FieldSetting, LinkageSettings } from '@corroborate/linkage'

const NAME_PARTS = ['given-name', 'father-name', 'grandfather-name', 'family-name']

/**
 * How lists with these fields are linked when nobody says otherwise: every field is compared by its kind, a whole name by its given name and by the chain
 * of father, grandfather and family name together, because brothers share it. Rules of blocking ask for two things that are equal, so that none makes every
 * pair; an identifier or a whole day is enough alone.
 */
export function proposeLinkage(fields: readonly FieldSetting[], seed: string): LinkageSettings {
  return {
    fields,
    comparisons: fields.flatMap(comparisonsOf),
    blocking: blockingOf(fields),
    ...{ everyPairUpTo: 1_000_000, joinFrom: 0.5, keepFrom: 0.01, mostPairs: 2_000_000_000, seed },
  }
}

/** Fields that two lists have at least, of one kind; of one list alone, all of its own. */
export function fieldsShared(lists: readonly (readonly FieldSetting[])[]): readonly FieldSetting[] {
  const met = new Map<string, { readonly setting: FieldSetting; lists: number }>()
  for (const setting of lists.flat()) {
    const before = met.get(setting.field)
    if (before === undefined) met.set(setting.field, { setting, lists: 1 })
    else if (before.setting.kind === setting.kind) before.lists++
  }
  const least = Math.min(2, lists.length)
  return [...met.values()].filter((one) => one.lists >= least).map(({ setting }) => setting)
}

function comparisonsOf({ field, kind }: FieldSetting): readonly ComparisonSetting[] {
  const one = (by: ComparisonSetting['by'], frequency: boolean) => [
    { name: field, fields: [field], by, frequency },
  ]
  switch (kind) {
    case 'full-name': {
      const chain = ['father', 'grandfather', 'family'].map((part) => `${field}/${part}`)
      return [
        { name: `${field}-given`, fields: [`${field}/given`], by: 'name', frequency: true },
        { name: `${field}-chain`, fields: chain, by: 'patronymic-chain', frequency: true },
      ]
    }
    case 'given-name':
    case 'father-name':
    case 'grandfather-name':
    case 'family-name':
      return one('name', true)
    case 'text':
    case 'place':
      return one(kind, true)
    case 'identifier':
      return one(kind, false)
    case 'category':
    case 'day':
    case 'age':
    case 'whole-number':
      return one(kind, false)
  }
}

type Keys = BlockingRule['keys']

function blockingOf(fields: readonly FieldSetting[]): readonly BlockingRule[] {
  const names = fields.flatMap(nameKeys)
  const others = fields.flatMap(otherKeys)
  const pairs = names.flatMap((name, i) => [
    ...names.slice(i + 1).map((other): Keys => [name, other]),
    ...others.map((other): Keys => [name, other]),
  ])
  const alone = fields.flatMap(({ field, kind }): readonly Keys[] =>
    kind === 'identifier' ? [[{ field, by: 'value' }]] : kind === 'day' ? [[{ field, by: 'day' }]] : [],
  )
  const rules = [...alone, ...pairs]
  const texts = fields
    .filter(({ kind }) => kind === 'text')
    .map(({ field }): Keys => [{ field, by: 'value' }])
  return (rules.length > 0 ? rules : [...names.map((name): Keys => [name]), ...texts]).map((keys) => ({
    keys,
  }))
}

function nameKeys({ field, kind }: FieldSetting): Keys {
  if (kind === 'full-name')
    return ['given', 'father', 'family'].map((part) => ({ field: `${field}/${part}`, by: 'skeleton' }))
  return NAME_PARTS.includes(kind) ? [{ field, by: 'skeleton' }] : []
}

function otherKeys({ field, kind }: FieldSetting): Keys {
  if (kind === 'day') return [{ field, by: 'year' }]
  return kind === 'age' || kind === 'place' ? [{ field, by: 'value' }] : []
}
