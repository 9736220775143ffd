import { printNumber } from '@corroborate/base'
import type { ResolvedPart, ResolvedSentence } from '@corroborate/report'
import { useTongue } from '../locale.tsx'
import styles from '../styles/report.module.css'
import { numberOfSentence, sentenceAnchor } from '../walk.ts'

interface ReportSentenceProps {
  readonly sentence: ResolvedSentence
  readonly chosen: string
  readonly choose: (anchor: string) => void
}

/**
 * A sentence of the report. Pressed anywhere, it shows its ground; the small mark at its end does the same for the keys,
 * as a footnote would, so that a reader by ear hears the sentence whole. Its numbers lead to what they were reckoned from.
 */
export function ReportSentence({ sentence, chosen, choose }: ReportSentenceProps) {
  const here = sentenceAnchor(chosen) === sentence.anchor
  return (
    <>
      <span
        id={sentence.anchor}
        className={styles.sentence}
        data-chosen={here}
        data-own={sentence.own}
        onClick={() => choose(sentence.anchor)}
      >
        {sentence.parts.map((part, i) => (
          <Part
            key={`${sentence.anchor}.${String(i)}`}
            part={part}
            anchor={`${sentence.anchor}.${String(i)}`}
            chosen={chosen}
            choose={choose}
          />
        ))}
        <GroundMark sentence={sentence} here={here} choose={choose} />
      </span>{' '}
    </>
  )
}

interface PartProps {
  readonly part: ResolvedPart
  readonly anchor: string
  readonly chosen: string
  readonly choose: (anchor: string) => void
}

function Part({ part, anchor, chosen, choose }: PartProps) {
  if (part.kind === 'quotation')
    return (
      <q className={styles.quoted} dir="auto">
        {part.text}
      </q>
    )
  if (part.kind === 'source') return <cite dir="auto">{part.text}</cite>
  if (part.kind !== 'figure') return part.text
  return (
    <button
      type="button"
      id={anchor}
      className={styles.figure}
      aria-pressed={chosen === anchor}
      onClick={(event) => {
        event.stopPropagation()
        choose(anchor)
      }}
    >
      {part.text}
    </button>
  )
}

interface GroundMarkProps {
  readonly sentence: ResolvedSentence
  readonly here: boolean
  readonly choose: (anchor: string) => void
}

function GroundMark({ sentence, here, choose }: GroundMarkProps) {
  const { say, locale } = useTongue()
  const codes = sentence.grounds.map((ground) => ground.code).join(' ')
  const number = printNumber(locale, numberOfSentence(sentence.anchor))
  return (
    <button
      type="button"
      className={styles.groundMark}
      aria-expanded={here}
      aria-label={sentence.own ? say('desk.report.own') : say('desk.report.ground-of', { number, codes })}
      onClick={(event) => {
        event.stopPropagation()
        choose(sentence.anchor)
      }}
    >
      {sentence.own ? '°' : number}
    </button>
  )
}
