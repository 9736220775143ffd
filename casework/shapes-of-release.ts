import type { Day, Locale, ReportId } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { EarlierEdition, KnownPerson, ReleaseContext, ReleaseOutput } from '@corroborate/disclosure'
import type { Release } from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'
import type { SealedCounts } from './sealed-names.ts'

export interface ReportCard {
  readonly id: ReportId
  readonly code: string
  readonly locale: Locale
  readonly title: string
  readonly dated: string
}

/** A sentence of a report that rests on what is shown. */
export interface SentenceRef {
  readonly report: ReportId
  readonly reportTitle: string
  readonly locale: Locale
  readonly anchor: string
  readonly text: string
}

/** GET /investigations/:id/releases */
export interface ReleasesView {
  readonly reports: readonly ReportOnItsWay[]
  /** Only those of which a check was stated. */
  readonly packages: readonly PackageOnItsWay[]
}

export interface PackageOnItsWay {
  /** Its scope in one word, by which it is asked for. */
  readonly output: string
  readonly scope: string
  /** Of a request: for whom. */
  readonly recipient: string | null
  /** The report or the findings, by their codes. */
  readonly of: readonly string[]
  /** The latest first. */
  readonly stated: readonly ReleaseStated[]
}

export interface ReportOnItsWay {
  readonly card: ReportCard
  /** What a release has to hold for, as the report now reads. */
  readonly content: string
  /** Null while it is not open to everybody. */
  readonly publishedAt: string | null
  /** The latest first. */
  readonly stated: readonly ReleaseStated[]
}

export interface ReleaseStated extends Release {
  readonly proposedByName: string
  readonly approvedByName: string | null
}

/** GET /investigations/:id/reports/:report/check, and of packages: what would leave, and all that it is held against but the names. */
export interface ReleaseCheckView extends Pick<ReleaseContext, 'recipient' | 'purposes'> {
  readonly output: ReleaseOutput
  readonly content: string
  readonly on: Day
  readonly consents: readonly Consent[]
  readonly people: readonly KnownPerson[]
  readonly places: readonly Place[]
  readonly earlier: readonly EarlierEdition[]
  /** Ids of what it rests on and the ledger does not know. */
  readonly unrecorded: readonly string[]
  readonly sealed: SealedCounts
  /** The latest first. */
  readonly stated: readonly ReleaseStated[]
}
