import type { RecordName } from '../scored.ts'

/** What should be known before a linkage is believed; each a reason to look, none a verdict. A cluster is named by its first record. */
export type LinkageWarning = ClusterFound | ModelFound | RecordsFound

export type ClusterFound =
  /** More records than lists, and more than is usual of one person. */
  | {
      readonly kind: 'cluster-larger-than-expected'
      readonly cluster: RecordName
      readonly records: number
      readonly expected: number
    }
  /** One pair alone holds two parts of the cluster together. */
  | {
      readonly kind: 'bridge'
      readonly cluster: RecordName
      readonly left: RecordName
      readonly right: RecordName
    }
  /** Less than half of the pairs of the cluster reach the line. */
  | {
      readonly kind: 'low-density'
      readonly cluster: RecordName
      readonly joined: number
      readonly possible: number
    }
  /** People said "different", and the two stand in one cluster, or a chain of "same" joins them. */
  | { readonly kind: 'different-inside-cluster'; readonly left: RecordName; readonly right: RecordName }

export type ModelFound =
  | { readonly kind: 'level-never-seen'; readonly comparison: string; readonly level: string }
  | { readonly kind: 'not-converged'; readonly rounds: number; readonly change: number }
  /** Of the pairs that were looked at, the share in which the comparison says nothing: more than half. */
  | { readonly kind: 'comparison-mostly-silent'; readonly comparison: string; readonly silent: number }

export type RecordsFound =
  | { readonly kind: 'all-null-column'; readonly field: string }
  /** Two rows at least say something, and all say the same. */
  | { readonly kind: 'one-value-column'; readonly field: string; readonly rows: number }
  /** Some program that read a PDF file left lam and alef in the wrong order; `repaired` of `values` distinct names were turned back. */
  | {
      readonly kind: 'reversed-lam-alef'
      readonly list: string
      readonly field: string
      readonly values: number
      readonly repaired: number
    }

export type WarningKind = LinkageWarning['kind']

/** All kinds, in the order in which they are told. */
export const WARNING_KINDS = [
  'different-inside-cluster',
  'not-converged',
  'all-null-column',
  'one-value-column',
  'reversed-lam-alef',
  'comparison-mostly-silent',
  'level-never-seen',
  'cluster-larger-than-expected',
  'low-density',
  'bridge',
] as const satisfies readonly WarningKind[]

/** Of a kind that many clusters have only the first are listed; all are counted. */
export interface LinkageWarnings {
  readonly listed: readonly LinkageWarning[]
  /** How many of each kind there are, in the order of the kinds; only kinds that occur. */
  readonly counts: readonly { readonly kind: WarningKind; readonly count: number }[]
}

export const MOST_LISTED = 100
