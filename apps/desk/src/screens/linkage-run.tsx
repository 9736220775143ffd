import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { LinkageRunView, LinkageSummary } from '@corroborate/server/api'
import { RefusalNote, RefusalText } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { AcceptRun } from '../linkage/accept-run.tsx'
import { linkageInWords } from '../linkage/in-words.ts'
import { ClusterTable } from '../linkage/cluster-table.tsx'
import { Unread, Warnings } from '../linkage/run-warnings.tsx'
import { useMay } from '../parts/may.ts'
import { isLinking, linkageRunOf, summaryOf } from '../linkage/queries.ts'
import { RunChanges } from '../linkage/run-changes.tsx'
import { RunCharts } from '../linkage/run-charts.tsx'
import { RunOverlap } from '../linkage/run-overlap.tsx'
import { LinkageProgress } from '../linkage/run-state.tsx'
import { SettingsInWords } from './link-lists.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page, Section } from '../parts/page.tsx'
import bar from '../styles/how-many.module.css'
import figures from '../styles/numbers.module.css'
import styles from '../styles/linkage.module.css'

const route = getRouteApi('/i/$investigation/lists/runs/$run')

/** One linkage: how far it is, what came out, what it rests on; then it is reviewed and somebody answers for it. */
export function LinkageRun() {
  const { say, locale } = useTongue()
  const { investigation, run } = route.useParams()
  const { data: view } = useSuspenseQuery(linkageRunOf(investigation, run))
  const summary = summaryOf(view.row)
  const name = linkageInWords(say, locale, view.lists)
  useEnd(view)
  return (
    <Page
      name={name}
      kicker={
        <>
          <Link to="/i/$investigation/lists" params={{ investigation }}>
            {say('desk.lists')}
          </Link>{' '}
          · <bdi>{view.row.askedBy}</bdi> <MomentText time={view.row.askedAt} />
        </>
      }
      heading={<bdi>{name}</bdi>}
      lead={say('desk.link.candidates')}
    >
      <RunBar view={view} />
      {summary === null ? null : <Result view={view} summary={summary} />}
      {summary === null && view.row.state.kind === 'done' ? (
        <p role="note">{say('desk.link.older')}</p>
      ) : null}
      <details className={styles.more}>
        <summary>{say('desk.link.settings')}</summary>
        <SettingsInWords settings={view.row.settings} />
        <Provenance view={view} />
      </details>
    </Page>
  )
}

/** When it has ended, what rests on it is asked for again. */
function useEnd({ row }: LinkageRunView) {
  const queries = useQueryClient()
  const open = isLinking(row)
  const before = useRef(open)
  useEffect(() => {
    if (before.current && !open) void queries.invalidateQueries()
    before.current = open
  }, [open, queries])
}

function RunBar({ view: { row } }: { readonly view: LinkageRunView }) {
  const { say } = useTongue()
  const { investigation, run } = route.useParams()
  const [mayLink, mayJudge] = [useMay('link'), useMay('judge')]
  const acting = useAct()
  const { state } = row
  return (
    <aside className={bar.runBar} aria-label={say('desk.run.state')}>
      {isLinking(row) ? <LinkageProgress run={row} /> : null}
      {state.kind === 'done' ? <p role="status">{say('desk.link.done')}</p> : null}
      {state.kind === 'cancelled' ? <p role="status">{say('desk.run.state.cancelled')}</p> : null}
      {state.kind === 'failed' ? (
        <p role="status">
          <RefusalText refusal={state} />
        </p>
      ) : null}
      <div className={bar.actions}>
        {state.kind === 'done' && mayJudge ? (
          <Link
            to="/i/$investigation/lists/runs/$run/review"
            params={{ investigation, run }}
            className="button"
          >
            {say('desk.review')}
          </Link>
        ) : null}
        {isLinking(row) && mayLink ? (
          <Button
            className="button"
            isDisabled={acting.busy}
            onPress={() => void acting.run(`/linkage-runs/${run}/cancellation`)}
          >
            {say('desk.run.cancel')}
          </Button>
        ) : null}
        {state.kind === 'done' && mayLink ? (
          <Link
            to="/i/$investigation/lists/runs/$run/grow"
            params={{ investigation, run }}
            className="button"
          >
            {say('desk.grow')}
          </Link>
        ) : null}
        {state.kind === 'done' && mayLink ? <Repeat /> : null}
      </div>
      <RefusalNote refusal={acting.refusal} />
    </aside>
  )
}

/** The same again: it has to come out the same to the byte. Leads to the new run. */
function Repeat() {
  const { say } = useTongue()
  const { investigation, run } = route.useParams()
  const navigate = route.useNavigate()
  const acting = useAct()
  const repeat = async () => {
    const asked = await acting.run(`/linkage-runs/${run}/repetition`)
    if (asked.ok)
      await navigate({ to: '/i/$investigation/lists/runs/$run', params: { investigation, run: asked.value } })
  }
  return (
    <>
      <Button className="button" isDisabled={acting.busy} onPress={() => void repeat()}>
        {say('desk.link.repeat')}
      </Button>
      <RefusalNote refusal={acting.refusal} />
    </>
  )
}

function Result({ view, summary }: { readonly view: LinkageRunView; readonly summary: LinkageSummary }) {
  const { say } = useTongue()
  const { run } = route.useParams()
  const may = useMay('link')
  const alone = summary.clusters.find(({ size }) => size === 1)?.clusters ?? 0
  const counts = [
    ['rows', summary.rows],
    ['people', summary.people],
    ['alone', alone],
    ['pairs', summary.pairs],
  ] as const
  return (
    <>
      <dl className={figures.counts}>
        {counts.map(([name, value]) => (
          <div key={name}>
            <dt>{say(`desk.link.count.${name}`, { value })}</dt>
            <dd>
              <Num value={value} />
            </dd>
          </div>
        ))}
      </dl>
      <Warnings summary={summary} settings={view.row.settings} />
      <RunChanges view={view} summary={summary} />
      {view.lists.length < 2 ? null : (
        <Section title={say('desk.study.overlap')} note={say('desk.link.overlap.note')}>
          <RunOverlap view={view} />
        </Section>
      )}
      {may ? (
        <Section title={say('desk.link.accept')} note={say('desk.link.accept.note')}>
          <AcceptRun view={view} />
        </Section>
      ) : null}
      <Section title={say('desk.link.clusters')} note={say('desk.link.clusters.note')}>
        <ClusterTable run={run} sizes={summary.clusters} />
      </Section>
      <RunCharts run={run} summary={summary} settings={view.row.settings} />
      <Unread unread={summary.unread} />
    </>
  )
}

function Provenance({ view: { row } }: { readonly view: LinkageRunView }) {
  const { say } = useTongue()
  const { state, repeated, records } = row
  return (
    <Facts
      facts={[
        {
          name: say('desk.link.records'),
          value: records === null ? null : say(`desk.link.records.${records}`),
        },
        { name: say('desk.run.seed'), value: <Code>{row.settings.seed}</Code> },
        { name: say('desk.link.software'), value: <bdi>{row.software}</bdi> },
        { name: say('desk.link.judged'), value: row.judged === 0 ? null : <Num value={row.judged} /> },
        {
          name: say('desk.link.data-digest'),
          value: state.kind === 'done' ? <Code>{state.dataSha256}</Code> : null,
        },
        {
          name: say('desk.link.result-digest'),
          value: state.kind === 'done' ? <Code>{state.sha256}</Code> : null,
        },
        {
          name: say('desk.run.repeats'),
          value:
            repeated === null
              ? null
              : say(
                  repeated.same === null
                    ? 'desk.link.repeats.pending'
                    : repeated.same
                      ? 'desk.link.repeats.same'
                      : 'desk.link.repeats.differs',
                ),
        },
      ]}
    />
  )
}
