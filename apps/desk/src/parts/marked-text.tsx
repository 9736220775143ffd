import { getRouteApi, useNavigate } from '@tanstack/react-router'
import {
  Fragment,
  memo,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { directionOf } from '@corroborate/base'
import type { Stretch, Text } from '@corroborate/testimony'
import { useTongue } from '../locale.tsx'
import { blocksOf, isSameBlock, isWithin, type Block } from '../reading/blocks.ts'
import { STARTS_AT, stretchChosen } from '../reading/dom-positions.ts'
import { passageHash } from '../reading/passage-hash.ts'
import { useLanded } from '../reading/use-landed.ts'
import { whenNear } from '../reading/when-near.ts'
import { segmentsOf, type ReadTurn, type Segment } from '../reading/segments.ts'
import { useShownNames, type ShownNames } from '../reading/shown-names.ts'
import styles from '../styles/reading.module.css'
import { namedSpeaker, namedWords } from './named-words.tsx'

const route = getRouteApi('/i/$investigation/texts/$text')

interface MarkedTextProps {
  readonly text: Text
  readonly turns: readonly ReadTurn[]
  /** The passage that is shown. */
  readonly chosen: string | null
  /** The words that are chosen. */
  readonly stretch: Stretch | null
  readonly article: RefObject<HTMLElement | null>
  /** What the keys do while the text has the focus; not for those who only read. */
  readonly onKey?: (event: KeyboardEvent<HTMLElement>) => void
}

/** The reading column: speaker by speaker, each turn in its own direction, the passages marked and within reach of the keys. */
export function MarkedText({ text, turns, chosen, stretch, article, onKey }: MarkedTextProps) {
  const { say } = useTongue()
  const landed = useLanded(article)
  const blocks = useMemo(() => blocksOf(turns), [turns])
  const standing = useDeferredValue(blocks.length, AT_FIRST)
  const ends = [landed, stretch].flatMap((one) => (one === null ? [] : [one.start, one.end - 1]))
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
      {blocks.map((block, nth) => (
        <TurnBlock
          key={nth}
          turns={block}
          isFirst={nth === 0}
          stands={nth < standing}
          chosen={block.some(({ marks }) => marks.some(({ id }) => id === chosen)) ? chosen : null}
          isHeld={ends.some((end) => isWithin(block, end))}
        />
      ))}
    </article>
  )
}

/**
 * As many blocks as hold their words at once, more than a window shows: they are read and worked in while all the others get theirs, in slices between
 * which every key is heard. Until then those keep their room.
 */
const AT_FIRST = 3

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

interface BlockProps {
  readonly turns: Block
  /** What most readers see first: its marks are there with its words. */
  readonly isFirst: boolean
  readonly stands: boolean
  readonly chosen: string | null
  /** What is chosen begins or ends in it, which would be lost when its marks were drawn later. */
  readonly isHeld: boolean
}

/** A block far from the window stands as plain words, which are found and read as well; its marks are drawn when it comes near. */
const TurnBlock = memo(function TurnBlock({ turns, isFirst, stands, chosen, isHeld }: BlockProps) {
  const element = useRef<HTMLDivElement | null>(null)
  const names = useShownNames()
  const [near, setNear] = useState(isFirst)
  const marked = turns.some(({ marks }) => marks.length > 0)
  useEffect(() => {
    if (near || !marked || element.current === null) return
    return whenNear(element.current, () => setNear(true))
  }, [near, marked])
  const isDrawn = near || chosen !== null || isHeld
  return (
    <div ref={element} className={styles.block} style={roomFor(turns)}>
      {(stands || isDrawn ? turns : []).map((turn) => (
        <div key={turn.start} className={styles.turn} dir={turn.direction}>
          {turn.speaker === null ? null : (
            <p className={styles.speaker}>{namedSpeaker(turn.speaker, names)}</p>
          )}
          <p className={styles.words} {...{ [STARTS_AT]: turn.start }}>
            {isDrawn
              ? segmentsOf(turn).map((segment) => stretchOf(segment, chosen, names))
              : namedWords(turn.words, turn.start, names)}
          </p>
        </div>
      ))}
    </div>
  )
}, isSameDrawing)

function isSameDrawing(before: BlockProps, after: BlockProps): boolean {
  return (
    isSameBlock(before.turns, after.turns) &&
    before.stands === after.stands &&
    before.chosen === after.chosen &&
    before.isHeld === after.isHeld
  )
}

/** What a block is taken to need until it is laid out, which the browser does when it comes near: else the whole text would be. */
function roomFor(turns: Block) {
  const lines = turns.reduce((sum, { words }) => sum + Math.ceil(words.length / LETTERS_A_LINE), 0)
  return { containIntrinsicBlockSize: `auto ${lines * LINE + turns.length * (SPEAKER + GAP) - GAP}rem` }
}

/** At the full measure of the column; lines, the speaker's name and the gap between turns in rem, as in reading.module.css. */
const [LETTERS_A_LINE, LINE, SPEAKER, GAP] = [80, 1.86, 1.35, 1]

/** Where passages overlap, each press goes on to the next of them, the shortest first. */
function stretchOf(
  { passages, opens, start, text }: Segment,
  chosen: string | null,
  names: ShownNames | null,
): ReactNode {
  const [first] = passages
  const words = namedWords(text, start, names)
  if (first === undefined) return <Fragment key={start}>{words}</Fragment>
  const here = passages.findIndex((passage) => passage === chosen)
  const next = passages[(here + 1) % passages.length] ?? first
  return (
    <mark
      key={start}
      className={styles.mark}
      data-chosen={here >= 0}
      data-depth={Math.min(passages.length, 3)}
    >
      {opens.map((passage) => (
        <span key={passage} id={passageHash(passage)} className={styles.opening} />
      ))}
      <a href={`#${passageHash(next)}`} draggable={false} aria-current={here >= 0 ? 'true' : undefined}>
        {words}
      </a>
    </mark>
  )
}
