import { FIELD_KINDS, type FieldKind } from '@corroborate/linkage'
import type { ListPreview } from '@corroborate/server/api'

/** How the columns of a list are read, as it is being put right. */
export type MappingDraft = ListPreview['proposed']['mapping']
type ColumnDraft = MappingDraft['columns'][number]

export function isKind(text: string): text is FieldKind {
  return FIELD_KINDS.some((kind) => kind === text)
}

/** Reads a column otherwise; null keeps it for display only. */
export function withColumn(mapping: MappingDraft, column: string, into: ColumnDraft['into']): MappingDraft {
  return {
    ...mapping,
    columns: mapping.columns.map((one) => (one.column === column ? { column, into } : one)),
  }
}

/** The name under which a column of this kind is compared with other lists: that which the other columns have not taken. */
export function freeField(mapping: MappingDraft, column: string, kind: FieldKind): string {
  const taken = mapping.columns.flatMap((one) => (one.column === column ? [] : (one.into?.field ?? [])))
  const usual = kind === 'full-name' ? 'name' : kind
  for (let number = 1; ; number++) {
    const field = number === 1 ? usual : `${usual}-${number}`
    if (!taken.includes(field)) return field
  }
}
