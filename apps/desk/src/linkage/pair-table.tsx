import { Button } from 'react-aria-components'
import { levelInWords, printBits, type LinkageModel, type LinkageSettings } from '@corroborate/linkage'
import type { ClusterView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { answersOf, isJoined, type Answer, type Line } from './cluster-shape.ts'
import { comparisonInWords } from './in-words.ts'
import { useShare } from './share-in-words.ts'

interface PairTableProps {
  readonly cluster: ClusterView
  readonly lines: readonly Line[]
  readonly settings: LinkageSettings
  readonly model: LinkageModel | null
  readonly chosen: string | null
  readonly choose: (key: string | null) => void
}

/** The pairs of a cluster by the numbers of their records: how probable, what people said, and, of one that is chosen, what each comparison weighs. */
export function PairTable({ lines, settings, model, chosen, choose }: PairTableProps) {
  const { say } = useTongue()
  const share = useShare()
  const columns: readonly Column<Line>[] = [
    {
      name: 'pair',
      head: say('desk.review.pair'),
      look: 'tight',
      cell: ({ from, to }) => (
        <bdi dir="ltr">
          <Num value={from + 1} /> – <Num value={to + 1} />
        </bdi>
      ),
    },
    {
      name: 'probability',
      head: say('desk.link.probability'),
      look: 'number',
      cell: ({ probability }) => (probability === null ? say('desk.cluster.not-kept') : share(probability)),
    },
    {
      name: 'line',
      head: say('desk.link.joined'),
      cell: (line) => say(isJoined(line, settings.joinFrom) ? 'desk.yes' : 'desk.no'),
    },
    {
      name: 'people',
      head: say('desk.cluster.people-say'),
      cell: ({ words }) =>
        words.map(({ by, verdict }) => (
          <span key={by}>
            {verdict === 'taken-back'
              ? null
              : say('desk.review.other-said', { by, verdict: say(`desk.review.${verdict}`) })}{' '}
          </span>
        )),
    },
    {
      name: 'why',
      head: say('desk.cluster.why'),
      cell: ({ key, from, to, pattern }) =>
        pattern === null ? null : (
          <Button
            className="button"
            aria-expanded={key === chosen}
            aria-label={say('desk.cluster.explain.do', { from: from + 1, to: to + 1 })}
            onPress={() => choose(key === chosen ? null : key)}
          >
            {say('desk.cluster.explain')}
          </Button>
        ),
    },
  ]
  const open = lines.find(({ key }) => key === chosen)
  return (
    <div className={styles.pairs}>
      <DataTable label={say('desk.cluster.pairs')} columns={columns} rows={lines} keyOf={({ key }) => key} />
      {open === undefined || model === null ? null : <Explained {...{ model, settings }} line={open} />}
    </div>
  )
}

/** What each comparison said of a pair, and what it weighs in bits: each bit more doubles the odds. */
function Explained({
  line: { from, to, pattern, weight },
  model,
  settings,
}: Pick<PairTableProps, 'settings'> & { readonly line: Line; readonly model: LinkageModel }) {
  const { say, locale } = useTongue()
  if (pattern === null || weight === null) return null
  const columns: readonly Column<Answer>[] = [
    {
      name: 'comparison',
      head: say('desk.link.comparison'),
      look: 'main',
      cell: ({ at, name }) => {
        const setting = settings.comparisons[at]
        return setting === undefined ? <bdi>{name}</bdi> : comparisonInWords(say, setting)
      },
    },
    {
      name: 'level',
      head: say('desk.link.level'),
      cell: ({ level }) => (level === null ? say('linkage.silence') : levelInWords(locale, level)),
    },
    {
      name: 'weight',
      head: say('desk.link.weight'),
      look: 'number',
      cell: ({ weight: bits }) => printBits(locale, bits),
    },
  ]
  const title = say('desk.cluster.explain.of', { from: from + 1, to: to + 1 })
  return (
    <div className={styles.explained}>
      <h3>{title}</h3>
      <DataTable label={title} columns={columns} rows={answersOf(pattern, model)} keyOf={({ at }) => at} />
      <p>{say('desk.cluster.explain.sum', { bits: printBits(locale, weight) })}</p>
    </div>
  )
}
