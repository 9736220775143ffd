import type { MemberId } from '@corroborate/base'
import type { Member, Opening } from '@corroborate/store'
import type {
  Comparison,
  Custodians,
  SealedStatement,
  Signed,
  SignedCard,
  WrappedKeys,
} from '@corroborate/vault/sealing'

/** One member's entry in the directory, as the server tells it; the browser verifies it. */
export interface MemberCards {
  readonly member: MemberId
  readonly name: string
  readonly cards: readonly SignedCard[]
}

export interface KeysView {
  readonly me: Member
  readonly wrapped: WrappedKeys | null
  readonly directory: readonly MemberCards[]
  readonly comparisons: readonly Signed<Comparison>[]
}

export interface SealingView {
  readonly lists: readonly Signed<Custodians>[]
  /** Who has the role, with keys or without. */
  readonly custodians: readonly { readonly member: MemberId; readonly name: string }[]
  readonly values: readonly Signed<SealedStatement>[]
  readonly openings: readonly Opening[]
}
