import { printWhen } from '@corroborate/base'
import type { MemberSeen, RoleHeld } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { Term } from '../parts/term.tsx'

/** By what somebody comes in. */
export function WaysIn({ waysIn }: Pick<MemberSeen, 'waysIn'>) {
  const { say } = useTongue()
  return waysIn.length === 0
    ? say('members.ways.none')
    : waysIn.map((way) => say(`members.way.${way}`)).join(say('desk.list.comma'))
}

/** The day on which somebody last came in. */
export function LastCameIn({ cameInOn }: Pick<MemberSeen, 'cameInOn'>) {
  const { say } = useTongue()
  return cameInOn === null ? say('members.never') : <WhenText edtf={cameInOn} />
}

/** A role, and the last day of it where it has one. */
export function RoleText({ role: { role, endsAt } }: { readonly role: RoleHeld }) {
  const { say, locale } = useTongue()
  return (
    <>
      <Term of="member-role" word={role} />
      {endsAt === null
        ? null
        : ` (${say('member.role.until', { day: printWhen(locale, endsAt.slice(0, 10)) })})`}
    </>
  )
}
