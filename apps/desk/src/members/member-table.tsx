import { Link } from '@tanstack/react-router'
import type { MemberSeen, MembersView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { WhenText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import styles from '../styles/members.module.css'
import { LastCameIn, RoleText, WaysIn } from './member-words.tsx'

interface MemberTableProps {
  readonly label: string
  readonly members: readonly MemberSeen[]
  readonly investigations: MembersView['investigations']
}

/** Members, each leading to their page. */
export function MemberTable({ label, members, investigations }: MemberTableProps) {
  const { say } = useTongue()
  const columns: readonly Column<MemberSeen>[] = [
    {
      name: 'name',
      head: say('members.name'),
      look: 'main',
      cell: (member) => <MemberLink member={member} />,
    },
    { name: 'ways', head: say('members.ways'), cell: ({ waysIn }) => <WaysIn waysIn={waysIn} /> },
    {
      name: 'came-in',
      head: say('members.came-in'),
      cell: ({ cameInOn }) => <LastCameIn cameInOn={cameInOn} />,
    },
    {
      name: 'roles',
      head: say('members.roles'),
      cell: ({ roles }) => <RolesByCode roles={roles} investigations={investigations} />,
    },
  ]
  return <DataTable label={label} columns={columns} rows={members} keyOf={({ id }) => id} />
}

/** Whoever was a member, and until when. */
export function PastMembers({ members }: Pick<MembersView, 'members'>) {
  const { say } = useTongue()
  const columns: readonly Column<MemberSeen>[] = [
    {
      name: 'name',
      head: say('members.name'),
      look: 'main',
      cell: (member) => <MemberLink member={member} />,
    },
    {
      name: 'ended',
      head: say('members.ended'),
      cell: ({ endedOn }) => (endedOn === null ? null : <WhenText edtf={endedOn} />),
    },
  ]
  return <DataTable label={say('members.past')} columns={columns} rows={members} keyOf={({ id }) => id} />
}

function MemberLink({ member: { id, name } }: { readonly member: MemberSeen }) {
  return (
    <Link to="/members/$member" params={{ member: id }}>
      <bdi>{name}</bdi>
    </Link>
  )
}

function RolesByCode({
  roles,
  investigations,
}: Pick<MemberSeen, 'roles'> & Pick<MembersView, 'investigations'>) {
  const { say } = useTongue()
  if (roles.length === 0) return say('members.roles.none')
  return (
    <ul className={styles.plain}>
      {investigations.map(({ id, code }) => {
        const here = roles.filter(({ investigation }) => investigation === id)
        return here.length === 0 ? null : (
          <li key={id}>
            <Code>{code}</Code>{' '}
            {here.map((role, at) => (
              <span key={role.role}>
                {at > 0 ? say('desk.list.comma') : null}
                <RoleText role={role} />
              </span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}
