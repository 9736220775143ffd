import { Button } from 'react-aria-components'
import type { LinkageSettings } from '@corroborate/linkage'
import type { ClusterView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { isJoined, type Line } from './cluster-shape.ts'
import { PairExplained } from './pair-explained.tsx'
import { useShare } from './share-in-words.ts'

interface PairTableProps {
  readonly run: string
  readonly cluster: ClusterView
  readonly lines: readonly Line[]
  readonly settings: LinkageSettings
  readonly chosen: string | null
  readonly choose: (key: string | null) => void
}

/** The pairs of a cluster by the numbers of their records: how probable, what people said, and, of one that is chosen, why. */
export function PairTable({ run, cluster, lines, settings, chosen, choose }: PairTableProps) {
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
      cell: ({ key, from, to }) => (
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
      {open === undefined ? null : <Explained {...{ run, cluster, settings }} line={open} />}
    </div>
  )
}

function Explained({
  run,
  cluster: { records },
  settings,
  line: { key, from, to },
}: Pick<PairTableProps, 'run' | 'cluster' | 'settings'> & { readonly line: Line }) {
  const { say } = useTongue()
  const [left, right] = [records[from], records[to]]
  if (left === undefined || right === undefined) return null
  const title = say('desk.cluster.explain.of', { from: from + 1, to: to + 1 })
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <PairExplained key={key} {...{ run, settings, title }} records={[left, right]} />
    </section>
  )
}
