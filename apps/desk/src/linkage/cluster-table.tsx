import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ClusterCard, LinkageSummary } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { More } from '../parts/more.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { clustersOf } from './queries.ts'

interface ClusterTableProps {
  readonly run: string
  readonly sizes: LinkageSummary['clusters']
}

/** The clusters of a run, those first that look least like one person, and how many there are of each size. */
export function ClusterTable({ run, sizes }: ClusterTableProps) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const pages = useSuspenseInfiniteQuery(clustersOf(investigation, run))
  const clusters = pages.data.pages.flatMap((page) => page.clusters)
  if (clusters.length === 0) return <p>{say('desk.link.clusters.none')}</p>
  const columns: readonly Column<ClusterCard>[] = [
    {
      name: 'name',
      head: say('desk.cluster'),
      look: 'main',
      cell: ({ name }) => (
        <Link
          to="/i/$investigation/lists/runs/$run/cluster"
          params={{ investigation, run }}
          search={{ name }}
        >
          <bdi translate="no">{name}</bdi>
        </Link>
      ),
    },
    {
      name: 'records',
      head: say('desk.cluster.records'),
      look: 'number',
      cell: ({ records }) => <Num value={records} />,
    },
    { name: 'lists', head: say('desk.lists'), look: 'number', cell: ({ lists }) => <Num value={lists} /> },
    {
      name: 'look',
      head: say('desk.cluster.why-look'),
      cell: ({ records, lists }) => (records > lists ? say('desk.cluster.warning.more-than-lists') : null),
    },
  ]
  return (
    <>
      <ul className={styles.sizes} aria-label={say('desk.link.clusters')}>
        {sizes.map(({ size, clusters: count }) => (
          <li key={size}>{say('desk.link.clusters.of', { clusters: count, size })}</li>
        ))}
      </ul>
      <DataTable
        label={say('desk.link.clusters')}
        columns={columns}
        rows={clusters}
        keyOf={({ name }) => name}
      />
      <More pages={pages} />
    </>
  )
}
