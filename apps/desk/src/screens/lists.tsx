import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { wordsIn } from '@corroborate/base'
import type { LinkageCard, LinkageRunRow, ListCard } from '@corroborate/server/api'
import { listsOf } from '../api.ts'
import { useMay } from '../parts/may.ts'
import { linkageRunsOf, summaryOf } from '../linkage/queries.ts'
import { RunState } from '../how-many/run-state.tsx'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

/** The lists of the investigation, what was linked of them, and which linkages somebody answers for. */
export function Lists() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(listsOf(investigation))
  const { data: linked } = useSuspenseQuery(linkageRunsOf(investigation))
  const [mayReceive, mayLink] = [useMay('receive'), useMay('link')]
  return (
    <Page name={say('desk.lists')} lead={say('desk.lists.note')}>
      <nav className={styles.asking} aria-label={say('desk.lists.do')}>
        {mayReceive ? (
          <Link to="/i/$investigation/lists/receive" params={{ investigation }} className="button">
            {say('desk.receive')}
          </Link>
        ) : null}
        {mayLink && data.lists.length > 0 ? (
          <Link to="/i/$investigation/lists/link" params={{ investigation }} className="button">
            {say('desk.link')}
          </Link>
        ) : null}
      </nav>
      {data.lists.length === 0 ? <p>{say('desk.lists.none')}</p> : <ListTable lists={data.lists} />}
      {linked.runs.length === 0 ? null : (
        <Section title={say('desk.link.runs')} note={say('desk.link.runs.note')}>
          <RunTable runs={linked.runs} lists={data.lists} />
        </Section>
      )}
      {data.linkages.length === 0 ? null : (
        <Section title={say('desk.link.accepted')} note={say('desk.link.accepted.note')}>
          <LinkageTable linkages={data.linkages} lists={data.lists} />
        </Section>
      )}
    </Page>
  )
}

function ListTable({ lists }: { readonly lists: readonly ListCard[] }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const columns: readonly Column<ListCard>[] = [
    {
      name: 'title',
      head: say('desk.lists.title'),
      look: 'main',
      cell: ({ id, title }) => (
        <Link to="/i/$investigation/lists/$list" params={{ investigation, list: id }}>
          <InWords words={title} />
        </Link>
      ),
    },
    { name: 'code', head: say('desk.ask.code'), look: 'tight', cell: ({ code }) => <Code>{code}</Code> },
    { name: 'holder', head: say('desk.lists.holder'), cell: ({ holder }) => <bdi>{holder}</bdi> },
    { name: 'rows', head: say('desk.lists.rows'), look: 'number', cell: ({ rows }) => <Num value={rows} /> },
    {
      name: 'columns',
      head: say('desk.lists.columns'),
      look: 'number',
      cell: (list) => <Num value={list.columns.length} />,
    },
  ]
  return <DataTable label={say('desk.lists')} columns={columns} rows={lists} keyOf={({ id }) => id} />
}

function RunTable({
  runs,
  lists,
}: {
  readonly runs: readonly LinkageRunRow[]
  readonly lists: readonly ListCard[]
}) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const columns: readonly Column<LinkageRunRow>[] = [
    {
      name: 'lists',
      head: say('desk.lists'),
      look: 'main',
      cell: (run) => (
        <Link to="/i/$investigation/lists/runs/$run" params={{ investigation, run: run.id }}>
          <ListNames ids={run.lists} lists={lists} />
        </Link>
      ),
    },
    { name: 'state', head: say('desk.run.state'), cell: (run) => <RunState run={run} /> },
    {
      name: 'people',
      head: say('desk.link.people'),
      look: 'number',
      cell: (run) => {
        const summary = summaryOf(run)
        return summary === null ? null : <Num value={summary.people} />
      },
    },
    {
      name: 'asked',
      head: say('desk.run.asked'),
      cell: ({ askedBy, askedAt }) => (
        <>
          <bdi>{askedBy}</bdi> <MomentText time={askedAt} />
        </>
      ),
    },
  ]
  return <DataTable label={say('desk.link.runs')} columns={columns} rows={runs} keyOf={({ id }) => id} />
}

function LinkageTable({
  linkages,
  lists,
}: {
  readonly linkages: readonly LinkageCard[]
  readonly lists: readonly ListCard[]
}) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const columns: readonly Column<LinkageCard>[] = [
    {
      name: 'title',
      head: say('desk.ask.linkage'),
      look: 'main',
      cell: ({ title }) => <InWords words={title} />,
    },
    { name: 'code', head: say('desk.ask.code'), look: 'tight', cell: ({ code }) => <Code>{code}</Code> },
    {
      name: 'lists',
      head: say('desk.lists'),
      cell: (linkage) => <ListNames ids={linkage.lists} lists={lists} />,
    },
    { name: 'by', head: say('desk.link.made-by'), cell: ({ madeBy }) => <InWords words={madeBy} /> },
    {
      name: 'ask',
      head: say('desk.estimates'),
      cell: ({ id }) => (
        <Link to="/i/$investigation/estimates/ask/lists" params={{ investigation }} search={{ linkage: id }}>
          {say('desk.ask')}
        </Link>
      ),
    },
  ]
  return (
    <DataTable label={say('desk.link.accepted')} columns={columns} rows={linkages} keyOf={({ id }) => id} />
  )
}

function ListNames({ ids, lists }: { readonly ids: readonly string[]; readonly lists: readonly ListCard[] }) {
  const { say, locale } = useTongue()
  const titles = ids.flatMap((id) => {
    const title = lists.find((list) => list.id === id)?.title
    return title === undefined ? [] : [wordsIn(locale, title)]
  })
  return <bdi>{titles.join(say('desk.list.plus'))}</bdi>
}
