import type { InvestigationId, MemberId, OpeningId } from '@corroborate/base'
import type {
  Comparison,
  Custodians,
  MemberCard,
  SealedStatement,
  WrappedKeys,
} from '@corroborate/vault/sealing'
import type { JsonText } from './json.ts'
import type { Owned } from './owned.ts'

interface SignedColumns<Statement> {
  readonly statement: JsonText<Statement>
  readonly signature: string
}

/** One version of a member's public keys, and the secret halves as the member wrapped them. */
export interface MemberKeyTable extends SignedColumns<MemberCard> {
  readonly member: MemberId
  readonly version: number
  readonly succession: string | null
  readonly wrapped: JsonText<WrappedKeys>
}

export interface KeyComparisonTable extends SignedColumns<Comparison> {
  readonly compared_by: MemberId
  readonly member: string
  /** Digest of the card. */
  readonly card: string
}

export interface CustodianListTable extends SignedColumns<Custodians> {
  readonly investigation: InvestigationId
  readonly version: number
}

/** A sealed value: its context in the open and signed, its ciphertext, and nothing else of it. */
export interface SealedValueTable extends Owned, SignedColumns<SealedStatement> {
  /** The id of what it is about. */
  readonly record: string
  readonly field: string
  readonly version: number
  /** An age file, Base 64. */
  readonly file: string
}

/** Somebody asks to open a sealed value; another custodian releases it. */
export interface OpeningTable extends Owned {
  readonly id: OpeningId
  readonly record: string
  readonly field: string
  readonly version: number
  readonly asked_by: MemberId
  readonly asked_at: string
  readonly reason: string
  readonly released_by: MemberId | null
  readonly released_at: string | null
  readonly opened_at: string | null
}
