import { type Outcome, type Refusal } from '@corroborate/base'
import type { KeysView } from '@corroborate/server/api'
import {
  knownMember,
  trustedBy,
  type Author,
  type CardFault,
  type KnownMember,
  type MemberCard,
  type Trusted,
} from '@corroborate/vault/sealing'
import type { OpenKeys } from './key-ring.tsx'
import { faultOfHistory, placeOfCard, type Seen } from './seen.ts'

/** How somebody's key stands to me. `changed`: it is another than the one I compared, and the one I compared did not sign it. */
export type PersonState = 'oneself' | 'trusted' | 'not-compared' | 'changed' | 'refused'

/** Somebody in the directory. */
export interface Person {
  readonly member: string
  readonly name: string
  readonly state: PersonState
  /** The newest card and its digest; null where what the server shows cannot be believed. */
  readonly card: { readonly card: MemberCard; readonly digest: string } | null
  /** Why it cannot be believed. */
  readonly fault: Refusal | null
}

/** Everybody with keys, as this browser believes it. */
export interface Circle {
  readonly me: string
  readonly own: OpenKeys
  /** As whom I sign; null where the directory shows other keys of mine than those opened here. */
  readonly author: Author | null
  readonly trusted: Trusted
  readonly people: readonly Person[]
  readonly seen: Seen
}

/** Verifies the directory against the keys that were opened here, against my comparisons, and against what this browser saw before. */
export function circleOf(
  { directory, comparisons }: Pick<KeysView, 'directory' | 'comparisons'>,
  own: OpenKeys,
  seen: Seen,
): Circle {
  const entries = directory.map(({ member, name, cards }) => {
    const known = knownMember(member, cards)
    return { member, name, known: known.ok ? heldToSeen(known.value, seen) : known }
  })
  const trusted = trustedBy(
    { member: own.member, signing: own.halves.signing },
    entries.flatMap(({ known }) => (known.ok ? [known.value] : [])),
    comparisons,
  )
  const compared = new Set<string>(comparisons.map(({ statement }) => statement.member))
  const people = entries.map(({ member, name, known }): Person => {
    if (!known.ok) return { member, name, state: 'refused', card: null, fault: known }
    const newest = known.value.cards.at(-1) ?? null
    const state = stateOf({
      isMe: member === own.member,
      isTrusted: trusted.newest(member) !== null,
      wasCompared: compared.has(member),
    })
    return { member, name, state, card: newest, fault: null }
  })
  const mine = people.find(({ member }) => member === own.member)?.card ?? null
  const isMine = mine !== null && trusted.newest(own.member) === mine.card
  return {
    me: own.member,
    own,
    author: isMine && mine.card.signing === own.halves.signing ? { keys: own.keys, card: mine.digest } : null,
    trusted,
    people,
    seen,
  }
}

/** Remembers the newest card of everybody that was believed. */
export function noteCards({ people, seen }: Pick<Circle, 'people' | 'seen'>): void {
  for (const { member, card } of people)
    if (card) seen.note(placeOfCard(member), { version: card.card.version, digest: card.digest })
}

/** A machine's sentence with names in place of ids. */
export function inNames(refusal: Refusal, { people }: Pick<Circle, 'people'>): Refusal {
  const detail = people.reduce((said, { member, name }) => said.replaceAll(member, name), refusal.detail)
  return { ...refusal, detail }
}

function heldToSeen(
  known: KnownMember,
  seen: Seen,
): Outcome<KnownMember, CardFault | 'lower-version' | 'other-version'> {
  const shown = known.cards.map(({ card, digest }) => ({ version: card.version, digest }))
  return faultOfHistory(seen.of(placeOfCard(known.member)), shown) ?? { ok: true, value: known }
}

function stateOf(who: {
  readonly isMe: boolean
  readonly isTrusted: boolean
  readonly wasCompared: boolean
}): PersonState {
  if (who.isMe) return 'oneself'
  if (who.isTrusted) return 'trusted'
  return who.wasCompared ? 'changed' : 'not-compared'
}
