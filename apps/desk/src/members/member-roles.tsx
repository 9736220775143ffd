import { Button } from 'react-aria-components'
import type { MemberSeen, MembersView } from '@corroborate/server/api'
import { act } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import own from '../styles/members.module.css'
import { GiveRole } from './give-role.tsx'
import { RoleText } from './member-words.tsx'

interface MemberRolesProps {
  readonly member: MemberSeen
  readonly view: MembersView
}

/** What somebody is in the investigations that the reader administers; given and taken here. */
export function MemberRoles({ member, view }: MemberRolesProps) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const take = ({ investigation, role }: MemberSeen['roles'][number]) =>
    void run(() => act(`/investigations/${investigation}/roles/taken`, { member: member.id, role }))
  const codeOf = (investigation: string) =>
    view.investigations.find(({ id }) => id === investigation)?.code ?? ''
  return (
    <Section title={say('members.roles')} note={say('member.roles.note')}>
      {member.roles.length === 0 ? <p className={own.quiet}>{say('members.roles.none')}</p> : null}
      <ul className={styles.rows}>
        {member.roles.map((held) => (
          <li key={`${held.investigation} ${held.role}`}>
            <span>
              <RoleText role={held} />
              <small>
                <Code>{codeOf(held.investigation)}</Code>
                {held.endsAt === null ? ` · ${say('member.role.open')}` : null}
              </small>
            </span>
            <Button
              className="button"
              aria-label={say('member.role.take.which', {
                role: say(`member-role.${held.role}`),
                code: codeOf(held.investigation),
              })}
              isDisabled={busy}
              onPress={() => take(held)}
            >
              {say('member.role.take')}
            </Button>
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
      {member.id === view.me ? null : <GiveRole member={member.id} view={view} />}
    </Section>
  )
}
