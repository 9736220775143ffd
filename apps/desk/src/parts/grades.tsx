import type { Source } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import styles from '../styles/badge.module.css'

interface GradesProps {
  readonly reliability: Source['reliability']
  readonly credibility: Source['credibility']
}

/** Reliability of the source and credibility of what it says, rated apart: two boxes, never one number. */
export function Grades({ reliability, credibility }: GradesProps) {
  const { say } = useTongue()
  return (
    <span className={styles.grades} dir="ltr">
      <abbr title={`${say('desk.source.reliability')}: ${say(`reliability.${reliability}`)}`}>
        {reliability}
      </abbr>
      <abbr title={`${say('desk.source.credibility')}: ${say(`credibility.${credibility}`)}`}>
        {credibility}
      </abbr>
    </span>
  )
}
