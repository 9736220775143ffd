import type { PassageId } from '@corroborate/base'
import type { Report } from '@corroborate/report'

/** The passages whose words a report quotes. */
export function quotedIn(report: Report): readonly PassageId[] {
  const sentences = report.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
  return sentences
    .flatMap((sentence) => sentence.parts)
    .flatMap((part) => (part.kind === 'quotation' ? [part.passage] : []))
}
