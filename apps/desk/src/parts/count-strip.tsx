import type { Counts } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/numbers.module.css'
import { Num } from './numbers.tsx'

const SHOWN = [
  'witnesses',
  'interviews',
  'sources',
  'texts',
  'passages',
  'claims',
  'findings',
  'lists',
] as const

/** How much an investigation holds. */
export function CountStrip({ counts }: { readonly counts: Counts }) {
  const { say } = useTongue()
  return (
    <dl className={styles.counts}>
      {SHOWN.map((name) => (
        <div key={name}>
          <dt>{say(`desk.count.${name}`, { value: counts[name] })}</dt>
          <dd>
            <Num value={counts[name]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
