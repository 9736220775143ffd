import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { memo, useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { directionOf } from '@corroborate/base'
import type { Text } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { STARTS_AT, stretchChosen } from '../reading/dom-positions.ts'
import { passageHash } from '../reading/passage-hash.ts'
import { useLanded } from '../reading/use-landed.ts'
import { whenNear } from '../reading/when-near.ts'
import { segmentsOf, type ReadTurn, type Segment } from '../reading/segments.ts'
import styles from '../styles/reading.module.css'
import { NamedSpeaker, NamedWords } from './named-words.tsx'

const route = getRouteApi('/i/$investigation/texts/$text')

interface MarkedTextProps {
  readonly text: Text
  readonly turns: readonly ReadTurn[]
  readonly chosen: string | null
  readonly article: RefObject<HTMLElement | null>
  /** What the keys do while the text has the focus; not for those who only read. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void
}

/** The reading column: speaker by speaker, each turn in its own direction, the passages marked and within reach of the keys. */
export function MarkedText({ text, turns, chosen, article, onKey }: MarkedTextProps) {
  const { say } = useTongue()
  const landed = useLanded(article)
  const landedIn = landed === null ? null : turns.findLast(({ start }) => start <= landed.start)
  return (
    <article
      ref={article}
      className={styles.text}
      lang={text.language}
      dir={directionOf(text.language)}
      aria-label={say('desk.text.words')}
      tabIndex={onKey === undefined ? undefined : 0}
      onKeyDown={onKey}
      onClick={useChoosing()}
    >
      {turns.map((turn) => (
        <Turn
          key={turn.start}
          turn={turn}
          chosen={turn.marks.some(({ id }) => id === chosen) ? chosen : null}
          isLanding={turn === landedIn}
        />
      ))}
    </article>
  )
}

/** One hand for all marks: a link of the router's own for each of thousands would make a long text slow. */
function useChoosing() {
  const navigate = useNavigate()
  const params = route.useParams()
  return (event: MouseEvent<HTMLElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey
    if (link === null || !plain) return
    event.preventDefault()
    // Whoever has just chosen words by pointer did not press the link on which they let go.
    if (stretchChosen(event.currentTarget) !== null && event.detail > 0) return
    const hash = link.hash.slice(1)
    const to = {
      to: '/i/$investigation/texts/$text',
      params,
      hash,
      replace: true,
      resetScroll: false,
    } as const
    void navigate({ ...to, hashScrollIntoView: { block: 'center' } })
  }
}

interface TurnProps {
  readonly turn: ReadTurn
  readonly chosen: string | null
  /** A search has led here: what is chosen in it would be lost when its marks were drawn later. */
  readonly isLanding: boolean
}

/** A turn far from the window stands as plain words, which are found and read as well; its marks are drawn when it comes near. */
const Turn = memo(function Turn({ turn, chosen, isLanding }: TurnProps) {
  const element = useRef<HTMLDivElement | null>(null)
  const [near, setNear] = useState(false)
  const marked = turn.marks.length > 0
  useEffect(() => {
    if (near || !marked || element.current === null) return
    return whenNear(element.current, () => setNear(true))
  }, [near, marked])
  return (
    <div ref={element} className={styles.turn} dir={turn.direction} style={roomFor(turn)}>
      {turn.speaker === null ? null : (
        <p className={styles.speaker}>
          <NamedSpeaker speaker={turn.speaker} />
        </p>
      )}
      <p className={styles.words} {...{ [STARTS_AT]: turn.start }}>
        {near || chosen !== null || isLanding ? (
          segmentsOf(turn).map((segment) => <Stretch key={segment.start} segment={segment} chosen={chosen} />)
        ) : (
          <NamedWords words={turn.words} start={turn.start} />
        )}
      </p>
    </div>
  )
})

/** What a turn is taken to need until it is laid out, which the browser does when it comes near: else the whole text would be. */
function roomFor({ words }: ReadTurn) {
  return { containIntrinsicBlockSize: `auto ${Math.ceil(words.length / LETTERS_A_LINE) * LINE + SPEAKER}rem` }
}

/** At the full measure of the column; lines and the speaker's name in rem, as in reading.module.css. */
const [LETTERS_A_LINE, LINE, SPEAKER] = [80, 1.86, 1.35]

interface StretchProps {
  readonly segment: Segment
  readonly chosen: string | null
}

/** Where passages overlap, each press goes on to the next of them, the shortest first. */
function Stretch({ segment, chosen }: StretchProps) {
  const { passages, opens, start, text } = segment
  const [first] = passages
  if (first === undefined) return <NamedWords words={text} start={start} />
  const here = passages.findIndex((passage) => passage === chosen)
  const next = passages[(here + 1) % passages.length] ?? first
  return (
    <mark className={styles.mark} data-chosen={here >= 0} data-depth={Math.min(passages.length, 3)}>
      {opens.map((passage) => (
        <span key={passage} id={passageHash(passage)} className={styles.opening} />
      ))}
      <a href={`#${passageHash(next)}`} draggable={false} aria-current={here >= 0 ? 'true' : undefined}>
        <NamedWords words={text} start={start} />
      </a>
    </mark>
  )
}
