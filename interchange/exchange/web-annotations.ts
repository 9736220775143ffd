import { canonicalJson, jsonOf, wordsIn, type Locale } from '@corroborate/base'
import { codeInForce, type Passage } from '@corroborate/testimony'
import { guidOf } from '../qdpx/carried.ts'
import type { ExchangedWork } from '../qdpx/exchanged-work.ts'
import { claimLink, type RecordLinks } from './record-links.ts'

/**
 * Codings and claims as a page of W3C Web Annotations in JSON-LD: a coding tags its passage with the name of its code, a claim describes its
 * passages by its proposition. Each target is selected twice, by its words and by its positions, which count code points there as here.
 * Codings of passages that are not in the work are left out. Same work, same bytes.
 * @see W3C, Web Annotation Data Model, 23 February 2017, sections 4.2.4 and 4.2.5
 */
export function webAnnotations(
  work: ExchangedWork,
  { locale, links }: { readonly locale: Locale; readonly links: RecordLinks },
): string {
  const passages = new Map(work.passages.map((passage) => [passage.id, passage]))
  const codes = new Map(work.codes.map((code) => [code.id, code]))
  const codings = work.codings.flatMap((coding) => {
    const passage = passages.get(coding.passage)
    const code = codes.get(codeInForce(codes, coding.code))
    if (passage === undefined || code === undefined) return []
    return [
      {
        id: urn(guidOf.coding(coding.passage, coding.code, coding.coder)),
        ...{ type: 'Annotation', motivation: 'tagging' },
        creator: { id: urn(coding.coder), type: 'Person', name: coding.by },
        created: coding.at,
        body: [
          body('tagging', wordsIn(locale, code.name)),
          ...(coding.memo === null ? [] : [body('commenting', coding.memo)]),
        ],
        target: targetOf(passage),
      },
    ]
  })
  const claims = work.claims.map((claim) => ({
    id: urn(claim.id),
    ...{ type: 'Annotation', motivation: 'describing' },
    creator: { type: 'Person', name: claim.coder },
    body: [
      body('describing', wordsIn(locale, claim.proposition)),
      { type: 'SpecificResource', purpose: 'linking', source: claimLink(links, work, claim) },
    ],
    target: claim.passages.flatMap((id) => {
      const passage = passages.get(id)
      return passage === undefined ? [] : [targetOf(passage)]
    }),
  }))
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: urn(guidOf.carrier(work.code)),
    type: 'AnnotationPage',
    items: [...codings, ...claims],
  }
  return `${canonicalJson(jsonOf(page))}\n`
}

function body(purpose: string, value: string) {
  return { type: 'TextualBody', purpose, value, format: 'text/plain' }
}

function targetOf({ text, exact, prefix, suffix, start, end }: Passage) {
  return {
    source: urn(text),
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      { type: 'TextPositionSelector', start, end },
    ],
  }
}

function urn(id: string): string {
  return `urn:uuid:${id}`
}
