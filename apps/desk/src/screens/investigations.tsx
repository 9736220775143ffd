import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { InvestigationCard } from '@corroborate/server/api'
import { Invitation } from '../account/invitation.tsx'
import { session } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { MembersLink } from '../members/members-link.tsx'
import { CountStrip } from '../parts/count-strip.tsx'
import { Frame } from '../parts/frame.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { NatureTag } from '../parts/nature-tag.tsx'
import { Page } from '../parts/page.tsx'
import { Term } from '../parts/term.tsx'
import styles from '../styles/page.module.css'

/** Every investigation that the reader has a part in. */
export function Investigations() {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(session)
  return (
    <Frame>
      <Page name={say('desk.investigations')} lead={say('desk.signed-in', { name: data.member.name })}>
        <Invitation />
        <MembersLink />
        {data.investigations.length === 0 ? (
          <p>{say(data.administers ? 'desk.investigations.administers' : 'desk.investigations.none')}</p>
        ) : null}
        <ul className={styles.cards}>
          {data.investigations.map((card) => (
            <li key={card.id}>
              <Card card={card} />
            </li>
          ))}
        </ul>
      </Page>
    </Frame>
  )
}

function Card({ card }: { readonly card: InvestigationCard }) {
  const { say } = useTongue()
  return (
    <article className={styles.card}>
      <p className={styles.kicker}>
        <Code>{card.code}</Code> · <NatureTag nature={card.nature} />
      </p>
      <h2>
        <Link to="/i/$investigation" params={{ investigation: card.id }}>
          <InWords words={card.title} />
        </Link>
      </h2>
      <p className={styles.notice}>
        <InWords words={card.notice} />
      </p>
      <CountStrip counts={card.counts} />
      <p className={styles.roles}>
        {say('desk.your-roles')}{' '}
        {card.roles.map((role, i) => (
          <span key={role}>
            {i > 0 ? say('desk.list.comma') : null}
            <Term of="member-role" word={role} />
          </span>
        ))}
      </p>
    </article>
  )
}
