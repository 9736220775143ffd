import type { ReactNode } from 'react'
import styles from '../styles/matter.module.css'

/** One thing that is known: its name and its value. Left out of the list when there is no value. */
export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** What is known of one thing, line by line. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const known = facts.filter((fact) => fact.value !== null && fact.value !== undefined)
  return (
    <dl className={styles.facts}>
      {known.map((fact) => (
        <div key={fact.name}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}
