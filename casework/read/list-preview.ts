import { ok, refuse, type InvestigationId, type Outcome } from '@corroborate/base'
import {
  headersKey,
  headOf,
  openList,
  rowAsRead,
  type ListAsked,
  type GivenFile,
} from '@corroborate/interchange'
import { mappingForHeaders } from '@corroborate/store'
import { mappingFrom } from '../mapping-kept.ts'
import type { ListPreview } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

const ROWS = 20

/** How would this file be read, here? As the last list with the same columns was, or as is proposed. Nothing of it is kept. */
export function readListPreview(
  reader: Reader,
  {
    investigation,
    file,
    asked,
  }: { readonly investigation: InvestigationId; readonly file: GivenFile; readonly asked: ListAsked },
): Promise<Outcome<ListPreview> | null> {
  return readingIn(reader, investigation, async (db) => {
    const opened = await openList(file, asked)
    if (!opened.ok) return refuse(opened.fault.reason, opened.fault.sentence)
    const { list } = opened
    const { rows, aside, refused, proposed } = await headOf(list, 200)
    if (refused !== null) return refuse(refused.reason, refused.sentence)
    const kept = await mappingForHeaders(db, investigation, headersKey(list.columns))
    const before = kept === null ? null : mappingFrom(kept.mapping)
    const mapping = before ?? proposed.mapping
    return ok({
      ...{ file: file.name, form: list.form, columns: list.columns, proposed, before },
      aside: aside.map(({ sentence }) => sentence),
      rows: rows
        .slice(0, ROWS)
        .map((row) => ({ ...row, read: rowAsRead(file.name, list.columns, { row, mapping }) })),
    })
  })
}
