import { ProgressBar } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/exhibits.module.css'

interface ProgressProps {
  readonly label: string
  /** Bytes; more than there are where they grow on the way. */
  readonly done: number
  readonly of: number
}

/** How much of a file was read or sent. */
export function Progress({ label, done, of }: ProgressProps) {
  const { say } = useTongue()
  const percent = of === 0 ? 100 : Math.floor(Math.min(1, done / of) * 100)
  return (
    <ProgressBar aria-label={label} value={percent} className={styles.progress ?? ''}>
      <span>{say('desk.exhibit.progress', { what: label, percent })}</span>
      <div className={styles.bar}>
        <div className={styles.done} style={{ inlineSize: `${percent}%` }} />
      </div>
    </ProgressBar>
  )
}
