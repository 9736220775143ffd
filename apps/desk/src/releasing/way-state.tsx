import { releaseState } from '@corroborate/disclosure'
import type { ReleaseCheckView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import styles from '../styles/release.module.css'

interface WayStateProps extends Pick<ReleaseCheckView, 'stated' | 'content'> {
  /** Null while it is not open to everybody, and of a package. */
  readonly publishedAt: string | null
}

/** How far something is on its way out, in a few words. */
export function WayState({ stated, content, publishedAt }: WayStateProps) {
  const { say } = useTongue()
  const state = releaseState(stated, content)
  return (
    <span className={styles.state} data-state={state}>
      {say(`release.state.${state}`)}
      {publishedAt === null ? null : (
        <>
          {' '}
          · {say('release.published')} <MomentText time={publishedAt} />
        </>
      )}
    </span>
  )
}
