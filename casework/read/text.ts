import type { InvestigationId, TextId } from '@corroborate/base'
import { claimRowsOfText, passagesOf, sourceById, textById, textsOf } from '@corroborate/store'
import type { TextView } from '../shapes.ts'
import { readingIn, type Reader } from './reader.ts'

/** What does this text say, what was marked in it, and what was claimed from that? */
export function readText(
  reader: Reader,
  { investigation, text: id }: { readonly investigation: InvestigationId; readonly text: TextId },
): Promise<TextView | null> {
  return readingIn(reader, investigation, async (db) => {
    const text = await textById(db, investigation, id)
    const source = text && (await sourceById(db, investigation, text.source))
    if (!source) return null
    const marked = await passagesOf(db, investigation, id)
    const claims = await claimRowsOfText(db, investigation, id)
    return {
      text,
      source: { id: source.id, code: source.code, title: source.title },
      passages: marked.map((passage) => ({ passage, claims: claims.get(passage.id) ?? [] })),
      others: (await textsOf(db, investigation, source.id)).filter((other) => other.id !== id),
    }
  })
}
