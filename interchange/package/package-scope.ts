import type { FindingId, ReportId } from '@corroborate/base'
import type { Recipient } from '@corroborate/testimony'

/** What a package is asked to hold. */
export type PackageScope =
  /** Everything of an investigation: for another instance, or to be kept. */
  | { readonly kind: 'investigation' }
  /** One report with its grounds, as far as everybody may be told them. */
  | { readonly kind: 'report'; readonly report: ReportId }
  /** What a body outside asked for: findings with all that carries them, as far as each witness allows it for that body. */
  | {
      readonly kind: 'request'
      readonly recipient: Exclude<Recipient, 'own-team'>
      readonly findings: readonly FindingId[]
    }
