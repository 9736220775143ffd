import type { Locale } from '@corroborate/base'
import { dataAnnex, reportPdf, type ReportToPrint } from '@corroborate/press'
import { publicationAt, publications, type Address, type Publication } from '@corroborate/store'
import { recalled } from '../memory.ts'
import { assessed, type Assessed } from './assessed.ts'
import type { Reader } from './reader.ts'

/** A published report as everybody finds it in a list. */
export interface PublishedCard extends Publication {
  readonly title: string
  readonly dated: string
  readonly nature: 'public-record' | 'invented' | 'own'
}

/** A published report: to be printed, or taken away for as long as a law is broken in its investigation. */
export type Published =
  | {
      readonly kind: 'open'
      readonly print: ReportToPrint
      readonly languages: readonly Locale[]
      /** The state that it was read in. */
      readonly state: Assessed['state']
    }
  | { readonly kind: 'withheld' }

/** What is published here? What is withheld for now is not in the list. */
export async function readPublications(reader: Reader): Promise<readonly PublishedCard[]> {
  const cards: PublishedCard[] = []
  for (const published of await publications(reader.store.db)) {
    const found = await readPublished(reader, published)
    if (found?.kind !== 'open') continue
    const { title, dated, nature } = found.print.resolved
    cards.push({ ...published, title, dated, nature })
  }
  return cards
}

/**
 * What is published under this address? Null when nothing is. The page is made from the investigation as it now stands: a
 * consent that was withdrawn this minute withholds it this minute.
 */
export async function readPublished(reader: Reader, address: Address): Promise<Published | null> {
  const published = await publicationAt(reader.store.db, address)
  if (published === null) return null
  const known = await assessed(reader, published.investigation)
  const resolved = known?.resolved.get(published.report)
  if (!known || !resolved) return null
  const { investigation, assessment } = known
  if (assessment.breaches.length > 0) return { kind: 'withheld' }
  const others = await publications(reader.store.db)
  const languages = others
    .filter((one) => one.investigation === published.investigation && one.reportCode === address.reportCode)
    .map((one) => one.locale)
  return { kind: 'open', print: { resolved, assessment, investigation }, languages, state: known.state }
}

const PDFS = recalled<Map<string, Promise<Uint8Array>>>()
const ANNEXES = recalled<ReadonlyMap<string, string>>()

type Open = Extract<Published, { kind: 'open' }>

/** The PDF of a published report; typeset once for each state of the investigation. */
export async function publishedPdf(reader: Reader, { print, state }: Open): Promise<Uint8Array> {
  const pdfs = await reader.memory.recall(state, PDFS, () =>
    Promise.resolve(new Map<string, Promise<Uint8Array>>()),
  )
  const { id } = print.resolved
  const pdf = pdfs.get(id) ?? reportPdf(print)
  pdfs.set(id, pdf)
  // What could not be typeset is not remembered.
  pdf.catch(() => pdfs.delete(id))
  return pdf
}

/** The data behind a published report: files by their names. */
export function publishedAnnex(reader: Reader, { print, state }: Open): Promise<ReadonlyMap<string, string>> {
  return reader.memory.recall(state, ANNEXES, () => Promise.resolve(dataAnnex(print)))
}
