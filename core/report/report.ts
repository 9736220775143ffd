import type { ClaimId, EstimateId, FindingId, Locale, PassageId, ReportId, SourceId } from '@corroborate/base'

/** The text being written. One report has one language; its translations are reports of their own with the same code. */
export interface Report {
  readonly id: ReportId
  readonly code: string
  readonly locale: Locale
  readonly title: string
  readonly subtitle: string | null
  readonly authors: readonly string[]
  /** The date that stands on it; also the date of its PDF, so that the same edition has the same bytes. */
  readonly dated: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly at: PlaceInFile }
  | { readonly kind: 'paragraph'; readonly sentences: readonly Sentence[]; readonly at: PlaceInFile }
  | { readonly kind: 'chart'; readonly chart: ChartAsked; readonly at: PlaceInFile }
  /** A part that is computed whole: nobody writes it, so nobody can leave anything out of it. */
  | { readonly kind: 'computed'; readonly what: ComputedPart; readonly at: PlaceInFile }

export type ComputedPart =
  | { readonly kind: 'derivation'; readonly estimate: EstimateId }
  | { readonly kind: 'contradictions' }
  | { readonly kind: 'slips'; readonly estimate: EstimateId }
  | { readonly kind: 'alternatives'; readonly estimate: EstimateId }
  | { readonly kind: 'standings' }
  | { readonly kind: 'thresholds' }
  | { readonly kind: 'sources' }

export type ChartAsked =
  | { readonly kind: 'intervals-by-period'; readonly estimate: EstimateId }
  | { readonly kind: 'pattern-timeline'; readonly estimate: EstimateId }

/** One sentence and what carries it. A sentence with no grounds must say that it is the authors' own. */
export interface Sentence {
  readonly parts: readonly [Part, ...Part[]]
  readonly grounds: readonly Ground[]
  readonly own: boolean
  readonly at: PlaceInFile
}

export type Part =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** A date is not a number of people: EDTF, printed by the language's custom. */
  | { readonly kind: 'date'; readonly edtf: string }
  /** The title of a source, with whatever digits it has. */
  | { readonly kind: 'source'; readonly source: SourceId }
  /** A quotation: the passage's exact words, subject to consent. */
  | { readonly kind: 'quotation'; readonly passage: PassageId }

export type Ground =
  | { readonly kind: 'finding'; readonly finding: FindingId }
  | { readonly kind: 'claim'; readonly claim: ClaimId }
  | { readonly kind: 'estimate'; readonly estimate: EstimateId }

/** A place in a report where an estimate or a count is shown. */
export type Figure =
  | {
      readonly kind: 'estimate'
      readonly estimate: EstimateId
      readonly show: 'published' | 'interval' | 'min' | 'max'
    }
  | {
      readonly kind: 'period'
      readonly estimate: EstimateId
      readonly period: string
      readonly show: 'total' | 'occasions' | 'size'
    }
  | {
      readonly kind: 'alternative'
      readonly estimate: EstimateId
      readonly alternative: string
      readonly show: 'published' | 'interval'
    }
  /** A number that a source gives: shown as the source's, with its claim. */
  | { readonly kind: 'claim'; readonly claim: ClaimId; readonly show: 'quantity' | 'size' | 'rate' }
  | {
      readonly kind: 'count'
      readonly of: 'sources' | 'witnesses' | 'texts' | 'passages' | 'claims' | 'findings' | 'origins'
    }

/** Where in its file a part of the report was written; null when it was written in the desk. */
export type PlaceInFile = { readonly file: string; readonly line: number } | null
