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

/** To whom identities of an investigation are sealed, and what was asked to be opened. */
export interface CustodiansView {
  readonly lists: readonly Signed<Custodians>[]
  /** Who has the role, with keys or without. */
  readonly custodians: readonly { readonly member: MemberId; readonly name: string }[]
  readonly openings: readonly Opening[]
}

/** The same for one record, with what is sealed of it. */
export interface SealingView extends CustodiansView {
  readonly values: readonly Signed<SealedStatement>[]
}
