import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import type { Json } from '@corroborate/base'
import type { Difference } from '@corroborate/estimate'
import type { RunRow } from '@corroborate/server/api'
import { isKey } from '@corroborate/words'
import { comparedOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

const route = getRouteApi('/i/$investigation/estimates/runs/$run/against/$other')

/** Two versions side by side: what was asked otherwise, what it was made of, and where the answers differ. */
export function Compared() {
  const { say } = useTongue()
  const { investigation, run, other } = route.useParams()
  const { data } = useSuspenseQuery(comparedOf(investigation, run, other))
  const { before, after } = data
  const name = say('desk.compare.heading', { before: before.version, after: after.version })
  const differs = (yes: boolean) => say(yes ? 'desk.compare.differs' : 'desk.compare.equal')
  return (
    <Page
      name={name}
      kicker={
        <Link
          to="/i/$investigation/estimates/$estimate/runs"
          params={{ investigation, estimate: after.estimate }}
        >
          {say('desk.runs')}
        </Link>
      }
    >
      <p className={styles.meaning}>
        {say(
          data.same === null
            ? 'desk.compare.unknown'
            : data.same
              ? 'desk.compare.same'
              : 'desk.compare.other',
        )}
      </p>
      <Facts
        facts={[
          { name: say('desk.compare.before'), value: <Version run={before} /> },
          { name: say('desk.compare.after'), value: <Version run={after} /> },
          { name: say('desk.run.inputs'), value: differs(data.inputsDiffer) },
          { name: say('desk.run.software'), value: differs(data.softwareDiffers) },
        ]}
      />
      <Differences title={say('desk.compare.request')} rows={data.request} />
      <Differences title={say('desk.compare.result')} rows={data.result} />
    </Page>
  )
}

function Version({ run }: { readonly run: RunRow }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  return (
    <>
      <Link to="/i/$investigation/estimates/runs/$run" params={{ investigation, run: run.id }}>
        {say('desk.run.version-number', { version: run.version })}
      </Link>{' '}
      <MomentText time={run.askedAt} /> · {say('desk.run.seed')} <Code>{run.seed}</Code>
    </>
  )
}

function Differences({ title, rows }: { readonly title: string; readonly rows: readonly Difference[] }) {
  const { say } = useTongue()
  const columns: readonly Column<Difference>[] = [
    {
      name: 'path',
      head: say('desk.compare.where'),
      look: 'main',
      cell: ({ path }) => <Place path={path} />,
    },
    {
      name: 'before',
      head: say('desk.compare.before'),
      look: 'number',
      cell: ({ before }) => <Value value={before} />,
    },
    {
      name: 'after',
      head: say('desk.compare.after'),
      look: 'number',
      cell: ({ after }) => <Value value={after} />,
    },
  ]
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{say('desk.compare.nothing')}</p>
      ) : (
        <DataTable label={title} columns={columns} rows={rows} keyOf={({ path }) => path} />
      )}
    </Section>
  )
}

/** A method's name in words where the place is in its answer; else the place as the machine writes it. */
function Place({ path }: { readonly path: string }) {
  const { say } = useTongue()
  const [, method = '', rest = ''] = /^methods\.([a-z-]+)\.?(.*)$/.exec(path) ?? []
  const key = `estimate.method.${method}`
  return (
    <>
      {isKey(key) ? `${say(key)} ` : ''}
      <Code>{isKey(key) ? rest : path}</Code>
    </>
  )
}

function Value({ value }: { readonly value: Json }) {
  const { say } = useTongue()
  if (value === null) return <>{say('desk.compare.none')}</>
  if (typeof value === 'number') return <Num value={value} />
  return <bdi>{typeof value === 'string' ? value : JSON.stringify(value)}</bdi>
}
