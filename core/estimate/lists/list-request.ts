import type { EstimateId, LinkageId, ListId, Words } from '@corroborate/base'
import type { Assumption, RoundingRule } from '../parts-of-estimate.ts'
import type { Cell } from './overlap.ts'

/** A question "how many", asked of lists that overlap. Everything that the answer depends on stands in it, the seed too. */
export interface ListRequest {
  readonly id: EstimateId
  readonly code: string
  readonly question: Words
  readonly unit: Words
  readonly overlap: OverlapRequest
  readonly rounding: RoundingRule
  /** Why these lists can carry an estimate; the assumptions of the methods are added by the machine. */
  readonly assumptions: readonly [Assumption, ...Assumption[]]
  readonly seed: string
}

/** Where the overlap comes from. */
export type OverlapRequest = OverlapTable | LinkedLists

/** Counted by somebody else: only the counts are known, not who is who. */
export interface OverlapTable {
  readonly kind: 'table'
  readonly lists: readonly string[]
  /** Who counted, and where it stands. */
  readonly source: Words
  /** One stratum, called `all`, where nobody divided the people. */
  readonly strata: readonly StratumCells[]
}

export interface StratumCells {
  readonly name: string
  readonly cells: readonly Cell[]
}

/** Lists of the investigation, and a linkage that says which of their rows are one person. */
export interface LinkedLists {
  readonly kind: 'linked'
  readonly linkage: LinkageId
  readonly lists: readonly ListId[]
  /** What divides the people; each value a person can have is a stratum. Empty: nobody is divided. */
  readonly strata: readonly StratumSource[]
}

/** One division of the people (`district`), and the column that holds it on each list that has one. */
export interface StratumSource {
  readonly name: string
  readonly columns: readonly { readonly list: ListId; readonly column: string }[]
}
