import { refuse } from '@corroborate/base'
import { insertComparison } from '@corroborate/store'
import { isSigned, type Comparison, type Signed } from '@corroborate/vault/sealing'
import { act, done } from './act.ts'
import { memberAtDesk, newestCard } from './member-keys.ts'

export interface CompareSafetyNumber {
  readonly said: Signed<Comparison>
}

/** Keeps what a member says for themselves: that they met another, and that their safety numbers were the same. */
export const compareSafetyNumber = act(
  'safety-number.compared',
  'any-member',
  async (desk, { said }: CompareSafetyNumber) => {
    const member = memberAtDesk(desk)
    const { db } = desk.store
    const keys = await newestCard(db, member)
    if (!keys) return refuse('no-keys', 'you have not made your keys yet')
    if (said.statement.by !== member || !isSigned('comparison', said, keys.card.signing))
      return refuse('bad-signature', 'it was not signed with your newest keys')
    if (!(await insertComparison(db, member, said)))
      return refuse('said-before', 'you have compared this safety number already')
    return done<null>(null, { subject: member, content: said.statement })
  },
)
