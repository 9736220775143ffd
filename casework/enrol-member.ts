import { refuse, type MemberId } from '@corroborate/base'
import { insertMember } from '@corroborate/store'
import { act, done } from './act.ts'
import { freshId } from './name-record.ts'
import { instant } from './time.ts'

/** Makes somebody a member. A member enters no investigation until a role is granted there, or they open one. */
export const enrolMember = act(
  'member.enrolled',
  'administrator-anywhere',
  async (desk, { name }: { readonly name: string }) => {
    const plain = name.trim()
    if (plain === '') return refuse('no-name', 'a member has a name')
    const id: MemberId = freshId(desk)
    const createdAt = instant(desk.clock())
    await insertMember(desk.store.db, { id, name: plain, createdAt })
    return done<MemberId>(id, { subject: id, content: { id, name: plain } })
  },
)
