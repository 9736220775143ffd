import type { Day, Locale, ReportId } from '@corroborate/base'
import type { Place } from '@corroborate/claims'
import type { EarlierEdition, KnownPerson, ReleaseOutput } from '@corroborate/disclosure'
import type { Release } from '@corroborate/store'
import type { Consent } from '@corroborate/testimony'

export interface ReportCard {
  readonly id: ReportId
  readonly code: string
  readonly locale: Locale
  readonly title: string
  readonly dated: string
}

/** GET /investigations/:id/releases */
export interface ReleasesView {
  readonly reports: readonly ReportOnItsWay[]
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

/** GET /investigations/:id/reports/:report/check : what would leave, and all that it is held against but the names. */
export interface ReleaseCheckView {
  readonly output: ReleaseOutput
  readonly content: string
  readonly on: Day
  readonly consents: readonly Consent[]
  readonly people: readonly KnownPerson[]
  readonly places: readonly Place[]
  readonly earlier: readonly EarlierEdition[]
  /** Ids of what it rests on and the ledger does not know. */
  readonly unrecorded: readonly string[]
  /** Of whom a name is sealed. */
  readonly sealed: readonly string[]
}
