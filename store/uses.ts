import type { ClaimId, FindingId, PassageId, ReportId } from '@corroborate/base'
import type { Standing } from '@corroborate/findings'
import type { Recipient } from '@corroborate/testimony'

/** Everything that a witness's words were used for, so that a person can go to each of them. */
export interface Uses {
  readonly claims: readonly ClaimId[]
  /** Quotations of the witness in reports: which report, which passage. */
  readonly quotations: readonly { readonly report: ReportId; readonly passage: PassageId }[]
  /** What left the house with it, and to whom. */
  readonly past: readonly PastUse[]
  /** Findings that stand lower without the witness; those that were signed are open again. */
  readonly fallen: readonly Fallen[]
}

/** Once that something left which gave a witness's words, or rested on them; `recipient` null where it went whole to somebody who is not named. */
export type PastUse =
  | {
      readonly kind: 'publication'
      readonly report: ReportId
      readonly recipient: 'public'
      readonly at: string
    }
  | {
      readonly kind: 'package'
      readonly package: string
      readonly recipient: Recipient | null
      readonly at: string
    }
  | {
      /** A file for another program, by its SHA-256. */
      readonly kind: 'exchange'
      readonly file: string
      readonly recipient: Recipient
      readonly at: string
    }

/** A finding that stands lower than before. If somebody had signed it, it is open again: they signed what stood higher. */
export interface Fallen {
  readonly finding: FindingId
  readonly code: string
  readonly before: Standing
  readonly after: Standing
  readonly reopened: boolean
}
