import type { InvestigationId } from '@corroborate/base'

/** A record as a package brought it, which differs from ours. */
export interface ConflictTable {
  readonly investigation: InvestigationId
  readonly ordinal: number
  /** As packages name it: `claims`. */
  readonly kind: string
  /** What names the record within its kind. */
  readonly record: string
  /** Of the line that came. */
  readonly sha256: string
  /** Canonical JSON. */
  readonly theirs: string
  /** The name of the package that brought it. */
  readonly package: string
  readonly found_at: string
  readonly choice: 'ours' | 'theirs' | null
  readonly decided_by: string | null
  readonly decided_at: string | null
  readonly reason: string | null
}
