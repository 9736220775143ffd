import { ProgressBar } from 'react-aria-components'
import { useTongue } from '../locale.tsx'
import styles from '../styles/exhibits.module.css'

/** How much of a file was read or sent. */
export function Progress({ label, share }: { readonly label: string; readonly share: number }) {
  const { say } = useTongue()
  const percent = Math.floor(share * 100)
  return (
    <ProgressBar aria-label={label} value={percent} className={styles.progress ?? ''}>
      <span>{say('desk.exhibit.progress', { what: label, percent })}</span>
      <div className={styles.bar}>
        <div className={styles.done} style={{ inlineSize: `${percent}%` }} />
      </div>
    </ProgressBar>
  )
}
