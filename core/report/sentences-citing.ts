import type { Locale, ReportId } from '@corroborate/base'
import { sentenceText, type ResolvedGround, type ResolvedReport, type ResolvedSentence } from './resolved.ts'

/** A sentence of a report, to be gone to. */
export interface SentenceCiting {
  readonly report: ReportId
  readonly reportTitle: string
  readonly locale: Locale
  readonly anchor: string
  readonly text: string
}

/** Which sentences rest on this finding, claim or estimate, as a ground or by a figure? In the order of the reports. */
export function sentencesCiting(
  reports: readonly ResolvedReport[],
  ground: Pick<ResolvedGround, 'kind' | 'id'>,
): readonly SentenceCiting[] {
  return reports.flatMap((report) =>
    report.blocks
      .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
      .filter((sentence) => cites(sentence, ground))
      .map((sentence) => ({
        report: report.id,
        reportTitle: report.title,
        locale: report.locale,
        anchor: sentence.anchor,
        text: sentenceText(sentence),
      })),
  )
}

function cites(sentence: ResolvedSentence, ground: Pick<ResolvedGround, 'kind' | 'id'>): boolean {
  const named = sentence.parts.map((part) => (part.kind === 'figure' ? part.from : null))
  return [...sentence.grounds, ...named].some((one) => one?.kind === ground.kind && one.id === ground.id)
}
