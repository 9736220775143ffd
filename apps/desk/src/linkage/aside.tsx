import { useTongue } from '../locale.tsx'
import styles from '../styles/linkage.module.css'

interface AsideProps {
  readonly sentences: readonly string[]
  /** How many there are, where only the first are told. */
  readonly all?: number
}

/** Rows that are set aside, each with its line and column. */
export function Aside({ sentences, all = sentences.length }: AsideProps) {
  const { say } = useTongue()
  if (all === 0) return null
  return (
    <details className={styles.aside} open={sentences.length <= SHOWN_AT_ONCE}>
      <summary>{say('desk.receive.aside', { rows: all })}</summary>
      <ul lang="en" dir="ltr">
        {sentences.map((sentence, at) => (
          <li key={at}>{sentence}</li>
        ))}
      </ul>
    </details>
  )
}

const SHOWN_AT_ONCE = 5
