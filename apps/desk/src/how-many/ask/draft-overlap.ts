import { ok, refuse, type LinkageId, type ListId, type Outcome } from '@corroborate/base'
import { dividedTable, isListName, type OverlapRequest, type StratumSource } from '@corroborate/estimate'
import { draftWords, missing, NO_WORDS, wordsOf, type DraftWords } from './draft.ts'
import { tableFrom, textOf } from './table-text.ts'

/** Where the overlap comes from, as it is being chosen; what was typed for one way is kept while the other is looked at. */
export interface DraftOverlap {
  readonly kind: OverlapRequest['kind']
  readonly table: string
  readonly source: DraftWords
  readonly linkage: LinkageId | null
  readonly lists: readonly ListId[]
  readonly strata: readonly StratumSource[]
}

const NO_OVERLAP: DraftOverlap = {
  ...{ kind: 'table', table: '', source: NO_WORDS },
  ...{ linkage: null, lists: [], strata: [] },
}

/** A linkage of all its lists; nothing yet where there is none. */
export function overlapBy(
  linkage: { readonly id: LinkageId; readonly lists: readonly ListId[] } | undefined,
): DraftOverlap {
  if (linkage === undefined) return NO_OVERLAP
  return { ...NO_OVERLAP, kind: 'linked', linkage: linkage.id, lists: linkage.lists }
}

export function draftOverlap(asked: OverlapRequest): DraftOverlap {
  if (asked.kind === 'table') return { ...NO_OVERLAP, table: textOf(asked), source: draftWords(asked.source) }
  const { linkage, lists, strata } = asked
  return { ...NO_OVERLAP, kind: 'linked', linkage, lists, strata }
}

/**
 * What would be asked. A table is judged here by the core, which says at once what is wrong with its counts; linked lists are counted by the
 * server, which alone has their rows.
 */
export function overlapOf(draft: DraftOverlap): Outcome<OverlapRequest> {
  if (draft.kind === 'linked') {
    const { linkage, lists, strata } = draft
    if (linkage === null) return missing('linkage')
    return lists.length === 0 ? missing('lists') : ok({ kind: 'linked', linkage, lists, strata })
  }
  if (draft.table.trim() === '') return missing('table')
  const read = tableFrom(draft.table)
  if (!read.ok) return read
  const odd = read.value.lists.find((name) => !isListName(name))
  if (odd !== undefined) return refuse('list-name', `“${odd}”`)
  const source = wordsOf(draft.source)
  const table = { kind: 'table', ...read.value, source: source ?? { en: '?' } } as const
  const judged = dividedTable(table)
  return judged.ok ? ok(table) : refuse(judged.reason, judged.detail)
}
