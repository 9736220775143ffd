import type { LinkageRunRow, RunRow } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/how-many.module.css'
import { RefusalText } from './refusal.tsx'

/** How far a run of an estimate or of a linkage is, in words. */
export function RunState({ run: { state } }: { readonly run: Pick<RunRow | LinkageRunRow, 'state'> }) {
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
