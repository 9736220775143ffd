import { releaseState } from '@corroborate/disclosure'
import type { ReportOnItsWay } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import styles from '../styles/release.module.css'

/** How far a report is, in a few words. */
export function WayState({ way }: { readonly way: ReportOnItsWay }) {
  const { say } = useTongue()
  const state = releaseState(way.stated, way.content)
  return (
    <span className={styles.state} data-state={state}>
      {say(`release.state.${state}`)}
      {way.publishedAt === null ? null : (
        <>
          {' '}
          · {say('release.published')} <MomentText time={way.publishedAt} />
        </>
      )}
    </span>
  )
}
