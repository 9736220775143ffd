import type { PassageId } from '@corroborate/base'
import type { Report, Sentence } from '@corroborate/report'

/** The passages whose words a report quotes. */
export function quotedIn(report: Report): readonly PassageId[] {
  return sentencesOf(report)
    .flatMap((sentence) => sentence.parts)
    .flatMap((part) => (part.kind === 'quotation' ? [part.passage] : []))
}

/** The claims and findings that a report's sentences stand on, and the claims whose numbers they give. */
export function groundsIn(report: Report): readonly string[] {
  return sentencesOf(report).flatMap(({ grounds, parts }) => [
    ...grounds.flatMap((ground): readonly string[] => {
      if (ground.kind === 'estimate') return []
      return ground.kind === 'claim' ? [ground.claim] : [ground.finding]
    }),
    ...parts.flatMap((part): readonly string[] =>
      part.kind === 'figure' && part.figure.kind === 'claim' ? [part.figure.claim] : [],
    ),
  ])
}

function sentencesOf(report: Report): readonly Sentence[] {
  return report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
}
