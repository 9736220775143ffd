import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClusterView } from '@corroborate/server/api'
import { ClusterGraph } from '../linkage/cluster-graph.tsx'
import { linesOf, type Line } from '../linkage/cluster-shape.ts'
import { linkageInWords } from '../linkage/in-words.ts'
import { JudgeCluster } from '../linkage/judge-cluster.tsx'
import { useMay } from '../parts/may.ts'
import { PairTable } from '../linkage/pair-table.tsx'
import { clusterOf, linkageRunOf } from '../linkage/queries.ts'
import { RecordsBeside } from '../linkage/records-beside.tsx'
import { useTongue } from '../locale.tsx'
import { Page, Section } from '../parts/page.tsx'
import bar from '../styles/how-many.module.css'
import styles from '../styles/linkage.module.css'

const route = getRouteApi('/i/$investigation/lists/runs/$run/cluster')

/** Records that a run holds to be one person: side by side, with what holds them together, for a person to say whether it is so. */
export function Cluster() {
  const { say, locale } = useTongue()
  const { investigation, run } = route.useParams()
  const { name } = route.useSearch()
  const { data: cluster } = useSuspenseQuery(clusterOf(investigation, run, name))
  const { data: view } = useSuspenseQuery(linkageRunOf(investigation, run))
  const [chosen, setChosen] = useState<string | null>(null)
  const may = useMay('judge')
  const { settings } = view.row
  const { lines, shape } = linesOf(cluster, settings.joinFrom)
  return (
    <Page
      name={say('desk.cluster.of', { records: cluster.records.length })}
      kicker={
        <>
          <Link to="/i/$investigation/lists/runs/$run" params={{ investigation, run }}>
            <bdi>{linkageInWords(say, locale, view.lists)}</bdi>
          </Link>{' '}
          · <bdi className="code">{cluster.name}</bdi>
        </>
      }
      lead={say('desk.cluster.note')}
    >
      {shape.warnings.length === 0 ? null : (
        <ul
          className={`${bar.warning ?? ''} ${bar.cautions ?? ''}`}
          aria-label={say('desk.overlap.warnings')}
        >
          {shape.warnings.map((warning) => (
            <li key={warning}>{say(`desk.cluster.warning.${warning}`)}</li>
          ))}
        </ul>
      )}
      <RecordsBeside records={cluster.records} />
      {may ? (
        <Section title={say('desk.cluster.judge')} note={say('desk.cluster.judge.note')}>
          <JudgeCluster key={cluster.name} run={run} cluster={cluster} />
        </Section>
      ) : null}
      <Section title={say('desk.cluster.holds')}>
        <p className={bar.sentence}>
          {say('desk.cluster.joined', { joined: shape.joined, possible: shape.possible })}
        </p>
        <div className={styles.holds}>
          <Graph {...{ cluster, lines, chosen }} />
          <PairTable {...{ run, cluster, lines, chosen, settings }} choose={setChosen} />
        </div>
      </Section>
    </Page>
  )
}

/** More records than this and a circle of them says nothing. */
const MOST_DRAWN = 40

function Graph({
  cluster: { records },
  ...drawn
}: {
  readonly cluster: ClusterView
  readonly lines: readonly Line[]
  readonly chosen: string | null
}) {
  const { say } = useTongue()
  if (records.length > MOST_DRAWN) return <p>{say('desk.cluster.graph.too-large')}</p>
  return (
    <figure>
      <ClusterGraph records={records.length} {...drawn} />
      <figcaption>{say('desk.cluster.graph.key')}</figcaption>
    </figure>
  )
}
