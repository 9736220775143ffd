import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { MemberSeen } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { EndMembership, EndSessions } from '../members/leaving.tsx'
import { MemberRoles } from '../members/member-roles.tsx'
import { LastCameIn, WaysIn } from '../members/member-words.tsx'
import { houseMembers } from '../members/queries.ts'
import { SendLink } from '../members/send-link.tsx'
import { WhenText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Frame } from '../parts/frame.tsx'
import { FramedNowhere } from '../parts/framed.tsx'
import { Page } from '../parts/page.tsx'

const route = getRouteApi('/members/$member')

/** One member: how they come in, what they are, and what can be done about it. */
export function Member() {
  const { say } = useTongue()
  const asked = route.useParams({ select: (params) => params.member })
  const { data: view } = useSuspenseQuery(houseMembers)
  const member = view.members.find(({ id }) => id === asked)
  if (member === undefined) return <FramedNowhere />
  const isMe = member.id === view.me
  return (
    <Frame>
      <Page
        name={member.name}
        heading={<bdi>{member.name}</bdi>}
        kicker={<Link to="/members">{say('members')}</Link>}
        lead={isMe ? say('member.oneself') : undefined}
      >
        <Known member={member} />
        {member.endedOn === null ? (
          <>
            <MemberRoles member={member} view={view} />
            {isMe ? null : (
              <>
                <SendLink key={`link ${member.id}`} member={member} />
                <EndSessions member={member} />
                <EndMembership key={`end ${member.id}`} member={member} />
              </>
            )}
          </>
        ) : null}
      </Page>
    </Frame>
  )
}

function Known({ member }: { readonly member: MemberSeen }) {
  const { say } = useTongue()
  const { enrolledOn, endedOn, cameInOn, waysIn, sessions, administers } = member
  return (
    <Facts
      facts={[
        { name: say('members.enrolled'), value: <WhenText edtf={enrolledOn} /> },
        { name: say('members.ended'), value: endedOn === null ? null : <WhenText edtf={endedOn} /> },
        { name: say('members.came-in'), value: <LastCameIn cameInOn={cameInOn} /> },
        { name: say('members.ways'), value: endedOn === null ? <WaysIn waysIn={waysIn} /> : null },
        {
          name: say('members.sessions'),
          value: endedOn === null ? say('members.sessions.in', { value: sessions }) : null,
        },
        { name: say('members.administers'), value: administers ? say('members.administers.yes') : null },
      ]}
    />
  )
}
