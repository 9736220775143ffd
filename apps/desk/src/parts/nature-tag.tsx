import type { InvestigationCard } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/badge.module.css'

/** What kind of investigation this is: one that was invented says so on every screen. */
export function NatureTag({ nature }: { readonly nature: InvestigationCard['nature'] }) {
  const { say } = useTongue()
  return (
    <span className={styles.nature} data-nature={nature}>
      {say(`nature.${nature}`)}
    </span>
  )
}
