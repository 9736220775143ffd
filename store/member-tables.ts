import type { InvestigationId, MemberId } from '@corroborate/base'

export interface MemberTable {
  readonly id: MemberId
  readonly name: string
  readonly created_at: string
}

export interface MembershipTable {
  readonly investigation: InvestigationId
  readonly member: MemberId
  readonly role: string
}

/** A signed-in browser. Only the SHA-256 of what it holds is kept. */
export interface SessionTable {
  readonly hash: string
  readonly member: MemberId
  readonly created_at: string
  readonly expires_at: string
}

/** A sign-in link, good once. Only the SHA-256 of its secret is kept. */
export interface SignInLinkTable {
  readonly hash: string
  readonly member: MemberId
  readonly expires_at: string
  readonly used_at: string | null
}
