import type { SourceRow } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/badge.module.css'
import { SourceLink } from './links.tsx'

/** The origins of a source; a source that depends on nobody is its own. */
export function GoesBackTo({ row }: { readonly row: SourceRow }) {
  const { say } = useTongue()
  const others = row.origins.filter((origin) => origin.code !== row.code)
  return (
    <>
      {others.length === 0 ? <span className={styles.quiet}>{say('desk.source.own-origin')}</span> : null}
      {others.map((origin, i) => (
        <span key={origin.id}>
          {i > 0 ? say('desk.list.comma') : null}
          <SourceLink source={origin} />
        </span>
      ))}
      {row.undecided === 0 ? null : (
        <span className={styles.undecided}>{say('desk.source.undecided', { links: row.undecided })}</span>
      )}
    </>
  )
}

/** Whether a witness has allowed anything, told apart by a sign as well as by the word. */
export function ConsentState({ consent }: { readonly consent: SourceRow['consent'] }) {
  const { say } = useTongue()
  return (
    <span className={styles.consent} data-consent={consent}>
      {say(`desk.consent.${consent}`)}
    </span>
  )
}
