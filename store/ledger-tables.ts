import type { InvestigationId, Json } from '@corroborate/base'
import type { Entry } from '@corroborate/ledger'
import type { JsonText } from './json.ts'

/** Which chain an entry stands in: that of its investigation, or the house's own for what belongs to none. */
export type Chain = InvestigationId | 'house'

/** One row for each chain, to be held while an entry is appended. */
export interface LedgerChainTable {
  readonly chain: Chain
}

export interface LedgerEntryTable extends Entry {
  readonly chain: Chain
}

/** What an entry committed to. Erasing a row leaves the entry. */
export interface LedgerContentTable {
  readonly chain: Chain
  readonly sequence: number
  readonly content: JsonText<Json>
  readonly salt: Uint8Array
}

/** A node of the tree over a chain that is complete, and so never changes. */
export interface LedgerNodeTable {
  readonly chain: Chain
  readonly level: number
  /** From the left, from 0. */
  readonly place: number
  readonly hash: Uint8Array
}

/** A head of the tree that was signed. */
export interface CheckpointTable {
  readonly chain: Chain
  readonly size: number
  readonly root: Uint8Array
  readonly origin: string
  readonly note: string
  readonly signed_at: string
}

/** One witness's line under a signed head. */
export interface CosignatureTable {
  readonly chain: Chain
  readonly size: number
  /** The name and the id of the witness's key: `example.org/witness+0a1b2c3d`. */
  readonly witness: string
  readonly line: string
  readonly cosigned_at: string
}

/** A token of an authority for time-stamps, under the SHA-256 of what it stamped. */
export interface TimeStampTable {
  readonly digest: string
  readonly authority: string
  readonly chain: Chain
  readonly size: number
  readonly token: Uint8Array
  readonly stamped_at: string
}
