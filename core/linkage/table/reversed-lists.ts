import type { KnownNames } from '../names/known-names.ts'
import { scanForReversedLamAlef } from '../names/repair-lam-alef.ts'
import type { ListInTable, ReversedNames } from '../record-table.ts'
import type { RawColumn } from './value-dictionary.ts'

/** In which lists, and in which field of each, lam and alef stand reversed as some PDF readers leave them. */
export function reversedLists(
  fields: readonly { readonly field: string; readonly column: RawColumn }[],
  lists: readonly ListInTable[],
  known: KnownNames,
): readonly ReversedNames[] {
  return lists.flatMap((list) =>
    fields.flatMap(({ field, column }): ReversedNames[] => {
      const { warns, values, certain, repaired } = scanForReversedLamAlef(textsOf(column, list), known)
      return warns ? [{ list: list.code, field, values, certain, repaired }] : []
    }),
  )
}

/** The distinct texts of a list. */
function textsOf({ ids, texts }: RawColumn, list: ListInTable): ReadonlySet<string> {
  const distinct = new Set<string>()
  for (const id of ids.subarray(list.first, list.first + list.rows)) {
    const text = texts[id]
    if (text !== undefined) distinct.add(text)
  }
  return distinct
}
