import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ExhibitRow } from '@corroborate/server/api'
import { Fixity } from '../exhibits/fixity.tsx'
import { exhibitsOf } from '../exhibits/queries.ts'
import { useMay } from '../parts/may.ts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

/** The files held as evidence, and what the last reading of all of them found. */
export function Exhibits() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(exhibitsOf(investigation))
  const mayAdd = useMay('add-exhibits')
  return (
    <Page name={say('desk.exhibits')} lead={say('desk.exhibits.note')}>
      {mayAdd ? (
        <p className={styles.asking}>
          <Link to="/i/$investigation/exhibits/add" params={{ investigation }} className="button">
            {say('desk.exhibit.add')}
          </Link>
        </p>
      ) : null}
      {data.check === null ? null : (
        <p>
          {say('desk.exhibits.checked', { files: data.check.files, wrong: data.check.faults.length })}{' '}
          <MomentText time={data.check.endedAt} />
        </p>
      )}
      {data.exhibits.length === 0 ? (
        <p>{say('desk.exhibits.none')}</p>
      ) : (
        <ExhibitTable exhibits={data.exhibits} />
      )}
    </Page>
  )
}

function ExhibitTable({ exhibits }: { readonly exhibits: readonly ExhibitRow[] }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const columns: readonly Column<ExhibitRow>[] = [
    { name: 'code', head: say('desk.ask.code'), look: 'tight', cell: ({ code }) => <Code>{code}</Code> },
    {
      name: 'title',
      head: say('desk.exhibit.title'),
      look: 'main',
      cell: ({ id, title }) => (
        <Link to="/i/$investigation/exhibits/$exhibit" params={{ investigation, exhibit: id }}>
          <InWords words={title} />
        </Link>
      ),
    },
    { name: 'file', head: say('desk.lists.file'), cell: ({ name }) => <bdi>{name}</bdi> },
    {
      name: 'size',
      head: say('desk.lists.size'),
      cell: ({ bytes }) => say('desk.lists.bytes', { bytes }),
    },
    {
      name: 'received',
      head: say('desk.lists.received'),
      cell: ({ receivedBy, receivedAt }) => (
        <>
          <bdi>{receivedBy}</bdi> <MomentText time={receivedAt} />
        </>
      ),
    },
    {
      name: 'fixity',
      head: say('desk.exhibit.fixity'),
      cell: ({ fixity }) => <Fixity state={fixity} />,
    },
  ]
  return <DataTable label={say('desk.exhibits')} columns={columns} rows={exhibits} keyOf={({ id }) => id} />
}
