import { wordsIn, type Locale, type Words } from '@corroborate/base'
import type { BlockingRule, ComparisonSetting, FieldSetting } from '@corroborate/linkage'
import { isKey, type Args, type Key } from '@corroborate/words'

type Say = (key: Key, args?: Args) => string

/** Fields that lists usually have, as they are proposed from the names of columns; the others are called by their kind. */
export const USUAL_FIELDS = [
  { field: 'name', kind: 'full-name' },
  { field: 'name-latin', kind: 'full-name' },
  { field: 'given', kind: 'given-name' },
  { field: 'father', kind: 'father-name' },
  { field: 'grandfather', kind: 'grandfather-name' },
  { field: 'family', kind: 'family-name' },
  { field: 'mother', kind: 'full-name' },
  { field: 'sex', kind: 'category' },
  { field: 'age', kind: 'age' },
  { field: 'birth', kind: 'day' },
  { field: 'death', kind: 'day' },
  { field: 'detained', kind: 'day' },
  { field: 'identity', kind: 'identifier' },
  { field: 'place', kind: 'place' },
  { field: 'governorate', kind: 'place' },
  { field: 'birth-place', kind: 'place' },
  { field: 'death-place', kind: 'place' },
] as const satisfies readonly FieldSetting[]

/** What a linkage is called: by the titles of its lists. */
export function linkageInWords(
  say: Say,
  locale: Locale,
  lists: readonly { readonly title: Words }[],
): string {
  return say('desk.link.of', {
    lists: lists.map(({ title }) => wordsIn(locale, title)).join(say('desk.list.plus')),
  })
}

/** What a field is called: one of the usual by its own word, another by its name. */
export function fieldInWords(say: Say, field: string): string {
  const key = `desk.field.${field}`
  return isKey(key) ? say(key) : field
}

/** A column of a linkage, which for a whole name is one of its parts: "Name: given name". */
export function columnInWords(say: Say, column: string): string {
  const [field = column, part] = column.split('/')
  const key = `linkage.part.${part ?? ''}`
  const whole = fieldInWords(say, field)
  return isKey(key) ? `${whole}${say('desk.list.colon')}${say(key)}` : whole
}

/** What a comparison looks at, as its setting says. */
export function comparisonInWords(
  say: Say,
  { fields, by }: Pick<ComparisonSetting, 'fields' | 'by'>,
): string {
  const [first = '', ...more] = fields
  if (more.length === 0) return columnInWords(say, first)
  const [field = ''] = first.split('/')
  if (by === 'patronymic-chain') return say('desk.link.chain', { field: fieldInWords(say, field) })
  return fields.map((one) => columnInWords(say, one)).join(say('desk.list.plus'))
}

/** What has to be equal for a pair to be looked at. */
export function ruleInWords(say: Say, { keys }: BlockingRule): string {
  if (keys.length === 0) return say('desk.link.rule.every')
  return keys
    .map(({ field, by }) => say(`desk.link.key.${by}`, { field: columnInWords(say, field) }))
    .join(say('desk.list.plus'))
}
