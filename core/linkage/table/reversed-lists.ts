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

/** The distinct texts of a list that may have Arabic letters; others cannot have them reversed. */
function textsOf({ ids, texts }: RawColumn, list: ListInTable): readonly string[] {
  const stands = new Uint8Array(texts.length)
  for (const id of ids.subarray(list.first, list.first + list.rows)) if (id >= 0) stands[id] = 1
  return texts.filter((text, id) => stands[id] === 1 && MAY_BE_ARABIC.test(text))
}

/** Letters that stand before the Arabic ones are no form of any of them. */
const MAY_BE_ARABIC = /[\u{600}-\u{10ffff}]/u
