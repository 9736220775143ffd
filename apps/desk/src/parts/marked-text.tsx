import { directionOf } from '@corroborate/base'
import type { Text } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { passageHash } from '../reading/passage-hash.ts'
import type { ReadTurn, Segment } from '../reading/segments.ts'
import styles from '../styles/reading.module.css'
import { ChoosePassage } from './choose-passage.tsx'

interface MarkedTextProps {
  readonly text: Text
  readonly turns: readonly ReadTurn[]
  readonly chosen: string | null
}

/** The reading column: speaker by speaker, each turn in its own direction, the passages marked and within reach of the keys. */
export function MarkedText({ text, turns, chosen }: MarkedTextProps) {
  const { say } = useTongue()
  return (
    <article
      className={styles.text}
      lang={text.language}
      dir={directionOf(text.language)}
      aria-label={say('desk.text.words')}
    >
      {turns.map((turn) => (
        <div key={turn.start} className={styles.turn} dir={turn.direction}>
          {turn.speaker === null ? null : <p className={styles.speaker}>{turn.speaker}</p>}
          <p className={styles.words}>
            {turn.segments.map((segment) => (
              <Stretch key={segment.start} segment={segment} chosen={chosen} />
            ))}
          </p>
        </div>
      ))}
    </article>
  )
}

interface StretchProps {
  readonly segment: Segment
  readonly chosen: string | null
}

/** Where passages overlap, each press goes on to the next of them, the shortest first. */
function Stretch({ segment, chosen }: StretchProps) {
  const { passages, opens } = segment
  const [first] = passages
  if (first === undefined) return segment.text
  const here = passages.findIndex((passage) => passage === chosen)
  return (
    <mark className={styles.mark} data-chosen={here >= 0} data-depth={Math.min(passages.length, 3)}>
      {opens.map((passage) => (
        <span key={passage} id={passageHash(passage)} className={styles.opening} />
      ))}
      <ChoosePassage passage={passages[(here + 1) % passages.length] ?? first} chosen={here >= 0}>
        {segment.text}
      </ChoosePassage>
    </mark>
  )
}
