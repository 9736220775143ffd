import { getRouteApi } from '@tanstack/react-router'
import type { ResolvedBlock } from '@corroborate/report'
import type { ReportView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/report.module.css'
import { Pressed } from './pressed.tsx'
import { ReportSentence } from './report-sentence.tsx'

const route = getRouteApi('/i/$investigation/reports/$report')

interface ReportBodyProps {
  readonly view: ReportView
  /** The anchor of the sentence or figure whose ground is shown. */
  readonly chosen: string
}

/** The blocks of a report in their order. */
export function ReportBody({ view, chosen }: ReportBodyProps) {
  const navigate = route.useNavigate()
  const choose = (anchor: string) =>
    void navigate({ hash: anchor, search: {}, replace: true, resetScroll: false, hashScrollIntoView: false })
  return view.resolved.blocks.map((block) => (
    <Block key={keyOf(block)} block={block} view={view} chosen={chosen} choose={choose} />
  ))
}

function keyOf(block: ResolvedBlock): string {
  return block.kind === 'paragraph' ? `p.${block.sentences[0]?.anchor ?? ''}` : block.anchor
}

interface BlockProps extends ReportBodyProps {
  readonly block: ResolvedBlock
  readonly choose: (anchor: string) => void
}

function Block({ block, view, chosen, choose }: BlockProps) {
  const { say } = useTongue()
  if (block.kind === 'heading') return <Heading level={block.level} text={block.text} anchor={block.anchor} />
  if (block.kind === 'paragraph')
    return (
      <p className={styles.paragraph}>
        {block.sentences.map((sentence) => (
          <ReportSentence key={sentence.anchor} sentence={sentence} chosen={chosen} choose={choose} />
        ))}
      </p>
    )
  const html = view.html[block.anchor] ?? ''
  // A chart scrolls as a whole where the window is narrower; the tables of a computed part scroll by themselves.
  const scrolls = block.kind === 'chart' && {
    role: 'group',
    tabIndex: 0,
    'aria-label': say('desk.report.chart'),
  }
  return (
    <div id={block.anchor} className={styles.computed} data-kind={block.kind} {...scrolls}>
      <Pressed html={html} />
    </div>
  )
}

interface HeadingProps {
  readonly level: 2 | 3
  readonly text: string
  readonly anchor: string
}

function Heading({ level, text, anchor }: HeadingProps) {
  return level === 2 ? <h2 id={anchor}>{text}</h2> : <h3 id={anchor}>{text}</h3>
}
