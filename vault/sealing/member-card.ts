import { ok, refuse, type Outcome } from '@corroborate/base'
import { publicHalvesOf, type MemberKeys, type PublicHalves } from './member-keys.ts'
import { digestOfStatement, isSigned, signStatement, type Signed } from './signed-statement.ts'

/** One version of a member's entry in the directory. */
export interface MemberCard extends PublicHalves {
  readonly member: string
  /** From 1, without gaps. */
  readonly version: number
  /** The digest of the version before; null in the first. */
  readonly previous: string | null
  readonly time: string
}

/** A card signed by its own key, which shows that its owner holds it, and from the second on by the key before, if that was not lost. */
export interface SignedCard extends Signed<MemberCard> {
  readonly bySuccession: string | null
}

export type CardFault = 'wrong-member' | 'broken-chain' | 'bad-signature'

/** What the directory knows of one member, verified: the chain holds, and each version was signed by itself. */
export interface KnownMember {
  readonly member: string
  readonly cards: readonly KnownCard[]
}

export interface KnownCard {
  readonly card: MemberCard
  readonly digest: string
  /** Whether the key before signed this one too. Where it did not, nobody knows that it is the same person. */
  readonly succeeds: boolean
}

/** The first card, or the next after `previous`; `former` are the keys before, where they are still at hand. */
export async function makeCard(
  keys: MemberKeys,
  of: { readonly member: string; readonly time: string },
  before: { readonly previous: MemberCard; readonly former: MemberKeys | null } | null = null,
): Promise<SignedCard> {
  const card: MemberCard = {
    member: of.member,
    version: (before?.previous.version ?? 0) + 1,
    previous: before ? digestOfCard(before.previous) : null,
    time: of.time,
    ...(await publicHalvesOf(keys)),
  }
  const succession = before?.former ? signStatement('member card', card, before.former.seed).signature : null
  return { ...signStatement('member card', card, keys.seed), bySuccession: succession }
}

export function digestOfCard(card: MemberCard): string {
  return digestOfStatement('member card', card)
}

/** Verifies all versions of one member's card, as they came from the server. */
export function knownMember(member: string, cards: readonly SignedCard[]): Outcome<KnownMember, CardFault> {
  const known: KnownCard[] = []
  for (const signed of cards) {
    const card = signed.statement
    const before = known.at(-1)
    const place = `version ${known.length + 1} of the keys of ${member}`
    if (card.member !== member) return refuse('wrong-member', `${place} belongs to ${card.member}`)
    if (card.version !== known.length + 1 || card.previous !== (before?.digest ?? null))
      return refuse('broken-chain', `${place} does not follow the one before`)
    if (!isSigned('member card', signed, card.signing))
      return refuse('bad-signature', `${place} is not signed by its own key`)
    known.push({ card, digest: digestOfCard(card), succeeds: succeeds(signed, before) })
  }
  return ok({ member, cards: known })
}

function succeeds(signed: SignedCard, before: KnownCard | undefined): boolean {
  if (!before || signed.bySuccession === null) return false
  return isSigned(
    'member card',
    { statement: signed.statement, signature: signed.bySuccession },
    before.card.signing,
  )
}
