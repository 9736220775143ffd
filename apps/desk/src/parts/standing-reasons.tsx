import type { StandingReason } from '@corroborate/findings'
import { isKey } from '@corroborate/words'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'

/** Why a finding stands as it does, in sentences: the catalogue has them, the core says which and with what. */
export function Reasons({ reasons }: { readonly reasons: readonly StandingReason[] }) {
  const { say } = useTongue()
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ key, args }) => (
        <li key={`${key}/${JSON.stringify(args)}`}>{isKey(key) ? say(key, args) : key}</li>
      ))}
    </ul>
  )
}
