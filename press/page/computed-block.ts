import type { ComputedPart } from '@corroborate/report'
import { computedContent } from '../computed/computed-content.ts'
import { lookupIn, type Evidence } from '../evidence.ts'
import { markup } from './markup.ts'
import { piecesMarkup, type Setting } from './pieces.ts'

/**
 * One computed part of a report as HTML, for whoever shows it elsewhere: the desk gives its own addresses and the level of
 * its headings. Styled by `report.css` through the class `computed`.
 */
export function computedBlock(evidence: Evidence & Setting & { readonly what: ComputedPart }): string {
  const pieces = computedContent(lookupIn(evidence), evidence.what)
  return String(markup`<div class="computed">${piecesMarkup(pieces, evidence)}</div>`)
}
