import type { Interview } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { WhenText } from './day.tsx'
import { Facts } from './facts.tsx'
import { Code, InWords } from './in-words.tsx'
import { LanguageName } from './language-name.tsx'

/** The sessions with a witness: when, where, who was there, and what was known to go before. */
export function Interviews({ interviews }: { readonly interviews: readonly Interview[] }) {
  return (
    <ul className={styles.sessions}>
      {interviews.map((interview) => (
        <li key={interview.id}>
          <Session interview={interview} />
        </li>
      ))}
    </ul>
  )
}

function Session({ interview }: { readonly interview: Interview }) {
  const { say } = useTongue()
  const list = (names: readonly string[]) =>
    names.length === 0 ? null : <bdi>{names.join(say('desk.list.comma'))}</bdi>
  return (
    <article>
      <h3>
        <Code>{interview.code}</Code> <WhenText edtf={interview.date} />
      </h3>
      <Facts
        facts={[
          { name: say('desk.interview.place'), value: <InWords words={interview.place} /> },
          {
            name: say('desk.interview.how'),
            value: interview.remote ? say('desk.interview.remote') : say('desk.interview.in-person'),
          },
          { name: say('desk.interview.interviewer'), value: <bdi>{interview.interviewer}</bdi> },
          {
            name: say('desk.interview.interpreter'),
            value: interview.interpreter && <bdi>{interview.interpreter}</bdi>,
          },
          { name: say('desk.interview.languages'), value: <Languages tags={interview.languages} /> },
          { name: say('desk.interview.others'), value: list(interview.others) },
          { name: say('desk.interview.prior'), value: list(interview.priorAccounts) },
          {
            name: say('desk.interview.distress'),
            value: interview.distress && <bdi>{interview.distress}</bdi>,
          },
          { name: say('interview.risk.before'), value: interview.risk && <bdi>{interview.risk.before}</bdi> },
          { name: say('interview.risk.after'), value: interview.risk && <bdi>{interview.risk.after}</bdi> },
          {
            name: say('desk.interview.referral'),
            value: interview.referralOffered ? say('desk.yes') : say('desk.no'),
          },
        ]}
      />
    </article>
  )
}

function Languages({ tags }: { readonly tags: readonly string[] }) {
  const { say } = useTongue()
  return tags.map((tag, i) => (
    <span key={tag}>
      {i > 0 ? say('desk.list.comma') : null}
      <LanguageName tag={tag} />
    </span>
  ))
}
