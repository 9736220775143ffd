import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import { directionOf } from '@corroborate/base'
import {
  sentenceText,
  type ResolvedGround,
  type ResolvedReport,
  type ResolvedSentence,
} from '@corroborate/report'
import { useTongue } from '../locale.tsx'
import styles from '../styles/panel.module.css'
import { figureOfAnchor, sentenceAnchor, walkFrom } from '../walk.ts'
import { GroundCard } from './ground-card.tsx'

const route = getRouteApi('/i/$investigation/reports/$report')

interface GroundPanelProps {
  readonly report: ResolvedReport
  readonly anchor: string
}

/** Beside the report: what carries the sentence or the figure that was pressed. */
export function GroundPanel({ report, anchor }: GroundPanelProps) {
  const { say } = useTongue()
  const navigate = route.useNavigate()
  const sentence = report.blocks
    .flatMap((block) => (block.kind === 'paragraph' ? block.sentences : []))
    .find((one) => one.anchor === sentenceAnchor(anchor))
  if (sentence === undefined) return <p className={styles.hint}>{say('desk.report.hint')}</p>
  const close = () => {
    void navigate({ hash: '', search: {}, replace: true, resetScroll: false, hashScrollIntoView: false })
    document.getElementById(anchor)?.focus({ preventScroll: true })
  }
  return <Ground key={anchor} report={report} sentence={sentence} anchor={anchor} close={close} />
}

interface GroundProps extends GroundPanelProps {
  readonly sentence: ResolvedSentence
  readonly close: () => void
}

function Ground({ report, sentence, anchor, close }: GroundProps) {
  const { say } = useTongue()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    panel.current?.focus({ preventScroll: true })
    // On a narrow screen the panel lies over the text: the sentence is moved above it.
    document.getElementById(anchor)?.scrollIntoView({ block: 'nearest' })
  }, [anchor])
  const part = sentence.parts[figureOfAnchor(anchor) ?? -1]
  const figure = part?.kind === 'figure' ? part : null
  const title = figure === null ? say('desk.report.ground-sentence') : say('desk.report.ground-figure')
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <header className={styles.panelHead}>
        <h2>{title}</h2>
        <Button className={styles.close ?? ''} aria-label={say('desk.close')} onPress={close}>
          <svg viewBox="0 0 12 12" aria-hidden="true">
            <path d="M2 2l8 8M10 2l-8 8" stroke="currentColor" strokeWidth="1.6" />
          </svg>
        </Button>
      </header>
      <p
        className={figure === null ? styles.asked : styles.askedFigure}
        lang={report.locale}
        dir={directionOf(report.locale)}
      >
        {figure?.text ?? sentenceText(sentence)}
      </p>
      {figure?.from === null ? <p className={styles.none}>{say('desk.report.ground-none')}</p> : null}
      {figure?.from === null && sentence.own ? null : (
        <Grounds
          sentence={sentence}
          of={figure?.from ?? null}
          from={walkFrom({ report: report.id, anchor })}
        />
      )}
    </aside>
  )
}

interface GroundsProps {
  readonly sentence: ResolvedSentence
  /** What the figure points to, when a figure was pressed: it comes first. */
  readonly of: ResolvedGround | null
  readonly from: string
}

function Grounds({ sentence, of, from }: GroundsProps) {
  const { say } = useTongue()
  const others = sentence.grounds.filter((ground) => ground.id !== of?.id)
  const grounds = of === null ? others : [of, ...others]
  if (grounds.length === 0) return <p className={styles.none}>{say('desk.report.own.words')}</p>
  return (
    <ul className={styles.grounds}>
      {grounds.map((ground) => (
        <li key={ground.id}>
          <GroundCard ground={ground} from={from} />
        </li>
      ))}
    </ul>
  )
}
