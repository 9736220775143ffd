import type { Breach } from '@corroborate/report'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { Code } from './in-words.tsx'

/** Laws that are broken, each with its place: until they are mended nothing can be published. */
export function Breaches({ breaches }: { readonly breaches: readonly Breach[] }) {
  const { say } = useTongue()
  return (
    <ul className={styles.breaches}>
      {breaches.map((breach) => (
        <li key={`${breach.law}/${breach.subject}/${breach.detail}`}>
          <strong>{say(`desk.law.${breach.law}`)}</strong> <Code>{breach.subject}</Code>
          <p dir="auto">{breach.detail}</p>
          {breach.at === null ? null : <Code>{`${breach.at.file}:${breach.at.line}`}</Code>}
        </li>
      ))}
    </ul>
  )
}
