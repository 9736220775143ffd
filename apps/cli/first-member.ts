import { enrolMember } from '@corroborate/casework'
import { valueOf } from '@corroborate/base'
import { presentMembers, type Member, type Store } from '@corroborate/store'
import { deskOf } from './desk-of.ts'

const NAME = 'First member'

/** Who works here first: whoever was enrolled first of those who are still members, or a member made now, because somebody must be able to begin. */
export async function firstMember(store: Pick<Store, 'db'>): Promise<Member> {
  const [known] = await presentMembers(store.db)
  if (known) return known
  return { id: valueOf(await enrolMember(deskOf(store, 'operator'), { name: NAME })), name: NAME }
}
