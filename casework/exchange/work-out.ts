import type { InvestigationId, Locale } from '@corroborate/base'
import { permits, type Use } from '@corroborate/disclosure'
import { claimsCsv, webAnnotations, writeQdc, writeQdpx, type ExchangedWork } from '@corroborate/interchange'
import { letOut } from '@corroborate/report'
import { codes, codingsOf, codingsSeenBy, investigationWhole, type Db } from '@corroborate/store'
import type { MemberId, Outcome, SourceId } from '@corroborate/base'
import type { ExchangeForm, WorkWithheld } from '../shapes-of-exchange.ts'

/** What would go out of an investigation, and what would not and why. */
export interface WorkOut {
  readonly work: ExchangedWork
  /** Those whose words are in it. */
  readonly speaking: readonly SourceId[]
  readonly withheld: WorkWithheld
}

/**
 * The work of an investigation as far as its witnesses let it out for a use, and its codings as far as whoever gives it out may see them: coders
 * who are blind to each other stay so. Null where there is no such investigation.
 */
export async function workOut(
  db: Db,
  id: InvestigationId,
  { use, member }: { readonly use: Use; readonly member: MemberId },
): Promise<WorkOut | null> {
  const whole = await investigationWhole(db, id)
  if (whole === null) return null
  const { investigation, withheld } = letOut(whole, use)
  const system = await codes(db, id)
  const seen = await codingsSeenBy(db, id, { member, codes: [...system.keys()] })
  const out = new Set(investigation.passages.map((passage) => passage.id))
  const codings = seen.filter(({ passage }) => out.has(passage))
  const all = await codingsOf(db, id)
  const consents = Map.groupBy(whole.consents, ({ witness }) => witness)
  const { texts, claims } = investigation
  return {
    work: { ...investigation, codes: [...system.values()], codings },
    speaking: [...new Set([...texts, ...claims].map(({ source }) => source))],
    withheld: {
      ...{ texts: withheld.texts, passages: withheld.passages, claims: withheld.claims },
      codings: all.filter(({ passage }) => !out.has(passage)).length,
      blind: all.filter(({ passage }) => out.has(passage)).length - codings.length,
      sources: whole.sources.flatMap((source) => {
        const allowed = permits(consents.get(source.id) ?? [], use)
        if (source.kind !== 'witness' || allowed.ok) return []
        return [{ id: source.id, code: source.code, reason: allowed.reason }]
      }),
    },
  }
}

interface Writing {
  readonly form: ExchangeForm
  readonly locale: Locale
  /** Where the desk is, for links to records; null where they go by their ids. */
  readonly desk: string | null
}

/** The work as a file of a form. Same work, same bytes. */
export function writtenOut(
  work: ExchangedWork,
  { form, locale, desk }: Writing,
): Outcome<Uint8Array<ArrayBuffer>, 'no-codes'> {
  const bytes = (text: string) => ({ ok: true, value: new TextEncoder().encode(text) }) as const
  switch (form) {
    case 'qdpx':
      return { ok: true, value: writeQdpx(work, locale) }
    case 'qdc': {
      const book = writeQdc(work.codes, locale)
      return book.ok ? bytes(book.value) : book
    }
    case 'jsonld':
      return bytes(webAnnotations(work, { locale, links: { desk } }))
    case 'csv':
      return bytes(claimsCsv(work, { desk }))
  }
}
