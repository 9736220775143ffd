import type { LinkageRunRow } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/how-many.module.css'

/** A bar that fills, and the same in words. */
export function LinkageProgress({ run }: { readonly run: LinkageRunRow }) {
  const { say } = useTongue()
  const share = run.state.kind === 'running' ? run.state.share : 0
  const words =
    run.state.kind === 'running'
      ? say('desk.link.running', { percent: Math.round(share * 100) })
      : say('desk.link.waiting')
  return (
    <div className={styles.progress}>
      <p role="status">{words}</p>
      <progress aria-label={words} max={1} value={share} />
    </div>
  )
}
