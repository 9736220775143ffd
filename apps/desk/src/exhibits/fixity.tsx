import type { FixityState } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import styles from '../styles/exhibits.module.css'

/** What the last reading of a file found, in a word and its time. */
export function Fixity({ state }: { readonly state: FixityState }) {
  const { say } = useTongue()
  if (state.kind === 'not-checked') return <>{say('desk.exhibit.fixity.not-checked')}</>
  return (
    <>
      <span className={state.kind === 'whole' ? undefined : styles.wrong}>
        {say(`desk.exhibit.fixity.${state.kind}`)}
      </span>{' '}
      <MomentText time={state.at} />
    </>
  )
}
