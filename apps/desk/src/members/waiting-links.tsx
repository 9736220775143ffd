import { Button } from 'react-aria-components'
import type { LinkToRelease, MembersView } from '@corroborate/server/api'
import { act } from '../acts.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Section } from '../parts/page.tsx'
import { useDoing } from '../sealing/use-doing.ts'
import styles from '../styles/account.module.css'
import own from '../styles/members.module.css'

/** The links that wait to be let go, each with whom it would let in. */
export function WaitingLinks({ links }: Pick<MembersView, 'links'>) {
  const { say } = useTongue()
  const { busy, refusal, run } = useDoing()
  const letGo = (link: string) => void run(() => act('/sign-in-links/released', { link }))
  return (
    <Section title={say('members.links')} note={say('members.links.note')}>
      {links.length === 0 ? <p className={own.quiet}>{say('members.links.none')}</p> : null}
      <ul className={styles.rows}>
        {links.map((link) => (
          <li key={link.link}>
            <LinkRow link={link} />
            {link.stand === 'mine-to-release' ? (
              <Button
                className="button"
                aria-label={say('members.link.let-go.which', { name: link.name })}
                isDisabled={busy}
                onPress={() => letGo(link.link)}
              >
                {say('members.link.let-go')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <RefusalNote refusal={refusal} />
    </Section>
  )
}

function LinkRow({ link: { name, released, releases, expiresAt, stand } }: { readonly link: LinkToRelease }) {
  const { say } = useTongue()
  return (
    <span>
      <bdi>{say('members.link.for', { name })}</bdi>
      <small>
        {say('members.link.count', { released, releases })} · {say('members.link.until')}{' '}
        <MomentText time={expiresAt} />
      </small>
      {stand === 'mine-to-release' ? null : <small>{say(`members.link.stand.${stand}`)}</small>}
    </span>
  )
}
