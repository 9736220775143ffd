import {
  defaultSettings,
  recordsKindOf,
  type FieldSetting,
  type LinkageSettings,
  type RecordsKind,
} from '@corroborate/linkage'

/** How lists with these fields are linked when nobody says otherwise; the kind of records is guessed from the fields unless it is said. */
export function proposeLinkage(
  fields: readonly FieldSetting[],
  { seed, records }: { readonly seed: string; readonly records: RecordsKind | null },
): { readonly records: RecordsKind; readonly settings: LinkageSettings } {
  const kind = records ?? recordsKindOf(fields)
  return { records: kind, settings: defaultSettings(kind, fields, seed) }
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
