import type { LinkageRunRow } from '@corroborate/server/api'
import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import styles from '../styles/how-many.module.css'

/** How far a linkage is, in words. */
export function RunState({ run: { state } }: { readonly run: LinkageRunRow }) {
  const { say } = useTongue()
  const percent = state.kind === 'running' ? Math.round(state.share * 100) : 0
  return (
    <span className={styles.state} data-state={state.kind}>
      {say(`desk.run.state.${state.kind}`, { percent })}
      {state.kind === 'failed' ? (
        <>
          {' '}
          <RefusalText refusal={state} />
        </>
      ) : null}
    </span>
  )
}

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
