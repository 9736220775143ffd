import type { ClaimId, EstimateId, FindingId, Locale, Range, ReportId } from '@corroborate/base'
import type { ChartAsked, ComputedPart } from './report.ts'

/** A report with every figure computed and every ground named: what the page, the PDF and the desk print. */
export interface ResolvedReport {
  readonly id: ReportId
  readonly code: string
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string | null
  readonly authors: readonly string[]
  readonly dated: string
  readonly notice: string
  readonly nature: 'public-record' | 'invented' | 'own'
  readonly blocks: readonly ResolvedBlock[]
}

export type ResolvedBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly anchor: string }
  | { readonly kind: 'paragraph'; readonly sentences: readonly ResolvedSentence[] }
  | { readonly kind: 'chart'; readonly chart: ChartAsked; readonly anchor: string }
  | { readonly kind: 'computed'; readonly what: ComputedPart; readonly anchor: string }

export interface ResolvedSentence {
  /** Stable in its report: `s1`, `s2`, … in the order of the text. */
  readonly anchor: string
  readonly parts: readonly ResolvedPart[]
  readonly grounds: readonly ResolvedGround[]
  readonly own: boolean
}

export type ResolvedPart =
  | { readonly kind: 'words' | 'date' | 'source' | 'quotation'; readonly text: string }
  | {
      readonly kind: 'figure'
      /** As printed in the language of the report: "5,000 to 13,000". */
      readonly text: string
      readonly value: Range
      /** What the figure points to, for the walk back. */
      readonly from: ResolvedGround | null
    }

export type ResolvedGround =
  | {
      readonly kind: 'finding'
      readonly id: FindingId
      readonly code: string
      readonly label: string
      readonly standing: string
    }
  | { readonly kind: 'claim'; readonly id: ClaimId; readonly code: string; readonly label: string }
  | { readonly kind: 'estimate'; readonly id: EstimateId; readonly code: string; readonly label: string }

/** The plain text of a sentence, as a reader sees it. */
export function sentenceText(sentence: ResolvedSentence): string {
  return sentence.parts.map((part) => part.text).join('')
}
