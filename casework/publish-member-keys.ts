import { canonicalJson, digestOf, jsonOf, refuse } from '@corroborate/base'
import { cardsOf, insertMemberKey } from '@corroborate/store'
import { knownMember, type SignedCard, type WrappedKeys } from '@corroborate/vault/sealing'
import { act, done } from './act.ts'
import { memberAtDesk } from './member-keys.ts'

export interface PublishMemberKeys {
  readonly card: SignedCard
  /** The secret halves, as only the member can unwrap them. */
  readonly wrapped: WrappedKeys
}

/** Enters a member's public keys into the directory, and with them the wrapped secret halves. Made in the member's browser. */
export const publishMemberKeys = act(
  'member-keys.published',
  'any-member',
  async (desk, { card, wrapped }: PublishMemberKeys) => {
    const member = memberAtDesk(desk)
    const { db } = desk.store
    const known = knownMember(member, [...(await cardsOf(db, member)), card])
    if (!known.ok) return known
    const { recipient, signing } = card.statement
    if (wrapped.member !== member || wrapped.recipient !== recipient || wrapped.signing !== signing)
      return refuse('other-keys', 'what was wrapped are other keys than those on the card')
    await insertMemberKey(db, { member, card, wrapped })
    const content = { card: card.statement, wrapped: digestOf(canonicalJson(jsonOf(wrapped))) }
    return done<null>(null, { subject: member, content })
  },
)
