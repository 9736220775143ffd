import type { KnownMember, MemberCard } from './member-card.ts'
import type { MemberKeys } from './member-keys.ts'
import { isSigned, signStatement, type Signed } from './signed-statement.ts'

/** "I met this member and our safety numbers were the same." Signed by whoever says so, for their own use: the server cannot make one. */
export interface Comparison {
  readonly by: string
  readonly member: string
  /** The digest of the card that was compared. */
  readonly card: string
  readonly time: string
}

/** The cards that a member trusts, by digest: their own, those compared in person, and those that the compared key signed on to. */
export interface Trusted {
  readonly me: string
  /** All trusted versions, also former ones: what was signed with them stays readable. */
  readonly byDigest: ReadonlyMap<string, MemberCard>
  /** The newest card of a member, where that one is trusted; null where it is not, whatever came before. */
  readonly newest: (member: string) => MemberCard | null
}

export function signComparison(comparison: Comparison, keys: MemberKeys): Signed<Comparison> {
  return signStatement('comparison', comparison, keys.seed)
}

/**
 * Whom a member trusts. A server that exchanges a key exchanges the digest, and no comparison fits; one that hides a comparison makes
 * somebody unknown, and nothing is sealed to them.
 * @param me the member whose browser this is, and the public signing key of the keys that were opened here: not what the server says
 */
export function trustedBy(
  me: { readonly member: string; readonly signing: string },
  directory: readonly KnownMember[],
  comparisons: readonly Signed<Comparison>[],
): Trusted {
  const own = new Set(
    directory.flatMap(({ member, cards }) =>
      member === me.member
        ? cards.filter(({ card }) => card.signing === me.signing).map(({ digest }) => digest)
        : [],
    ),
  )
  const compared = new Set(
    comparisons
      .filter((said) => said.statement.by === me.member && isSigned('comparison', said, me.signing))
      .map(({ statement }) => `${statement.member} ${statement.card}`),
  )
  const byDigest = new Map<string, MemberCard>()
  const newest = new Map<string, MemberCard | null>()
  for (const { member, cards } of directory) {
    let trusted = false
    for (const { card, digest, succeeds } of cards) {
      trusted = own.has(digest) || compared.has(`${member} ${digest}`) || (trusted && succeeds)
      if (trusted) byDigest.set(digest, card)
      newest.set(member, trusted ? card : null)
    }
  }
  return { me: me.member, byDigest, newest: (member) => newest.get(member) ?? null }
}
