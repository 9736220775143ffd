import type { FieldKind, FieldSetting } from '../settings.ts'
import type { RecordsKind } from './default-settings.ts'

/** Fields that only lists of people named after their fathers have, or a whole name that may hold them. */
const OF_FATHERS = new Set<FieldKind>(['full-name', 'father-name', 'grandfather-name'])

/**
 * What kind of records these fields are most likely of: a proposal that whoever links may put aside. A name in one column is read as given name,
 * father, grandfather and family, which is how the lists of this field are written.
 */
export function recordsKindOf(fields: readonly FieldSetting[]): RecordsKind {
  return fields.some(({ kind }) => OF_FATHERS.has(kind)) ? 'arabic-names' : 'western-persons'
}
