import { parseId, refuse, type Refusal } from '@corroborate/base'
import { custodianLists, insertCustodians, rolesOf } from '@corroborate/store'
import { digestOfCustodians, type Custodians, type Signed } from '@corroborate/vault/sealing'
import { act, done } from './act.ts'
import type { Desk, InInvestigation } from './desk.ts'
import { faultOfAuthor, newestCard } from './member-keys.ts'
import { instant } from './time.ts'

export interface NameCustodians extends InInvestigation {
  readonly list: Signed<Custodians>
}

/** Enters the next version of the list of those to whom identities are sealed from now on. What was sealed before stays as it is. */
export const nameCustodians = act(
  'custodian.named',
  ['identity-custodian'],
  async (desk, { investigation, list }: NameCustodians) => {
    const { db } = desk.store
    const { statement } = list
    const fault = await faultOfAuthor(desk, 'custodians', list)
    if (fault) return fault
    const before = (await custodianLists(db, investigation)).at(-1)?.statement ?? null
    const follows =
      statement.investigation === investigation &&
      statement.version === (before?.version ?? 0) + 1 &&
      statement.previous === (before ? digestOfCustodians(before) : null)
    if (!follows) return refuse('version-taken', 'somebody else changed the list meanwhile: look at it again')
    for (const { member, card } of statement.custodians) {
      const unfit = await faultOfCustodian(desk, investigation, { member, card })
      if (unfit) return unfit
    }
    await insertCustodians(db, investigation, list)
    return done<null>(null, { subject: investigation, content: statement })
  },
)

async function faultOfCustodian(
  desk: Desk,
  investigation: InInvestigation['investigation'],
  named: Custodians['custodians'][number],
): Promise<Refusal<'no-custodian'> | null> {
  const { db } = desk.store
  const member = parseId<'member'>(named.member)
  const isOne =
    member !== null &&
    (await rolesOf(db, investigation, { member, now: instant(desk.clock()) })).includes(
      'identity-custodian',
    ) &&
    (await newestCard(db, member))?.digest === named.card
  return isOne
    ? null
    : refuse('no-custodian', 'somebody in the list is no identity custodian here, or has other keys now')
}
