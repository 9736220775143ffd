import { useSuspenseQuery } from '@tanstack/react-query'
import { useTongue } from '../locale.tsx'
import { Enrol } from '../members/enrol.tsx'
import { MemberTable, PastMembers } from '../members/member-table.tsx'
import { houseMembers } from '../members/queries.ts'
import { WaitingLinks } from '../members/waiting-links.tsx'
import { Frame } from '../parts/frame.tsx'
import { Page, Section } from '../parts/page.tsx'

/** Who is a member of the house, and which links wait, for whoever administers. */
export function Members() {
  const { say } = useTongue()
  const { members, investigations, links } = useSuspenseQuery(houseMembers).data
  const present = members.filter(({ endedOn }) => endedOn === null)
  const past = members.filter(({ endedOn }) => endedOn !== null)
  return (
    <Frame>
      <Page name={say('members')} lead={say('members.lead')}>
        <WaitingLinks links={links} />
        <Section title={say('members.now')}>
          <MemberTable label={say('members.now')} members={present} investigations={investigations} />
        </Section>
        <Section title={say('members.enrol')}>
          <Enrol />
        </Section>
        {past.length === 0 ? null : (
          <Section title={say('members.past')}>
            <PastMembers members={past} />
          </Section>
        )}
      </Page>
    </Frame>
  )
}
