import { ok, refuse, type Outcome } from '@corroborate/base'
import type { KeysView } from '@corroborate/server/api'
import { knownMember } from '@corroborate/vault/sealing'
import { faultOfHistory, placeOfCard, type Seen } from '../sealing/seen.ts'

/**
 * My own public half, while my keys may be locked: out of the directory, held against what this browser saw when they were open. A browser that never
 * saw them open believes the first that it is shown.
 * @returns `no-keys` where I have none
 */
export function ownRecipient(
  { me, directory }: Pick<KeysView, 'me' | 'directory'>,
  seen: Seen,
): Outcome<string> {
  const cards = directory.find(({ member }) => member === me.id)?.cards ?? []
  const known = knownMember(me.id, cards)
  if (!known.ok) return known
  const shown = known.value.cards.map(({ card, digest }) => ({ version: card.version, digest }))
  const fault = faultOfHistory(seen.of(placeOfCard(me.id)), shown)
  const newest = known.value.cards.at(-1)
  if (fault) return fault
  return newest ? ok(newest.card.recipient) : refuse('no-keys', 'no keys were made yet')
}
