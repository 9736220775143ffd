import { useSuspenseQuery } from '@tanstack/react-query'
import type { TeamView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { RoleText } from '../members/member-words.tsx'
import { teamOf } from '../members/queries.ts'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

type TeamMember = TeamView['members'][number]

/** Who is of this investigation, and as what. */
export function Team() {
  const { say } = useTongue()
  const { members } = useSuspenseQuery(teamOf(useInvestigation())).data
  const columns: readonly Column<TeamMember>[] = [
    { name: 'name', head: say('members.name'), look: 'main', cell: ({ name }) => <bdi>{name}</bdi> },
    {
      name: 'roles',
      head: say('members.roles'),
      cell: ({ roles }) =>
        roles.map((role, at) => (
          <span key={role.role}>
            {at > 0 ? say('desk.list.comma') : null}
            <RoleText role={role} />
          </span>
        )),
    },
  ]
  return (
    <Page name={say('team')} lead={say('team.lead')}>
      <DataTable label={say('team')} columns={columns} rows={members} keyOf={({ id }) => id} />
    </Page>
  )
}
