import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { wordsIn } from '@corroborate/base'
import type { RunRow } from '@corroborate/server/api'
import { isOpen, runsOf } from '../api.ts'
import { RunBar } from '../how-many/run-bar.tsx'
import { RunState } from '../how-many/run-state.tsx'
import { useMayAsk } from '../how-many/may-ask.ts'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { Choice, type Option } from '../parts/choice.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { EstimateLink } from '../parts/links.tsx'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

const route = getRouteApi('/i/$investigation/estimates/$estimate/runs')

/** Every time that a question was put to the machine: of what, by whom, with which seed, and whether it came out the same again. */
export function Runs() {
  const { say, locale } = useTongue()
  const { investigation, estimate } = route.useParams()
  const { data: view } = useSuspenseQuery(runsOf(investigation, estimate))
  const done = view.runs.filter(({ state }) => state.kind === 'done')
  return (
    <Page
      name={`${say('desk.runs')} · ${wordsIn(locale, view.estimate.question)}`}
      kicker={
        <EstimateLink id={estimate}>
          <Code>{view.estimate.code}</Code> <InWords words={view.estimate.question} />
        </EstimateLink>
      }
      heading={say('desk.runs')}
      lead={say('desk.runs.note')}
    >
      <RunBar estimate={estimate} />
      {view.runs.length === 0 ? <p>{say('desk.runs.none')}</p> : <RunTable runs={view.runs} />}
      {done.length < 2 ? null : <CompareTwo runs={done} />}
    </Page>
  )
}

function RunTable({ runs }: { readonly runs: readonly RunRow[] }) {
  const { say } = useTongue()
  const mayAsk = useMayAsk()
  const anyOpen = runs.some(isOpen)
  const columns: readonly Column<RunRow>[] = [
    {
      name: 'version',
      head: say('desk.run.version'),
      look: 'tight',
      cell: (run) => <VersionLink run={run} />,
    },
    { name: 'state', head: say('desk.run.state'), cell: (run) => <RunState run={run} /> },
    { name: 'asked', head: say('desk.run.asked'), cell: (run) => <Asked run={run} /> },
    { name: 'seed', head: say('desk.run.seed'), cell: ({ seed }) => <Code>{seed}</Code> },
    {
      name: 'made-of',
      head: say('desk.run.inputs'),
      cell: ({ current }) => say(current ? 'desk.run.inputs.current' : 'desk.run.inputs.changed'),
    },
    { name: 'repeats', head: say('desk.run.repeats'), cell: (run) => <Repeats run={run} /> },
    {
      name: 'repeat',
      head: say('desk.run.do'),
      cell: (run) =>
        mayAsk && !anyOpen && run.current && run.state.kind === 'done' ? <Repeat run={run} /> : null,
    },
  ]
  return (
    <DataTable
      label={say('desk.runs')}
      columns={mayAsk ? columns : columns.filter(({ name }) => name !== 'repeat')}
      rows={runs}
      keyOf={({ id }) => id}
    />
  )
}

function VersionLink({ run }: { readonly run: RunRow }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const words = say('desk.run.version-number', { version: run.version })
  if (run.state.kind !== 'done') return <>{words}</>
  return (
    <Link to="/i/$investigation/estimates/runs/$run" params={{ investigation, run: run.id }}>
      {words}
    </Link>
  )
}

function Asked({ run }: { readonly run: RunRow }) {
  return (
    <>
      <bdi>{run.askedBy}</bdi> <MomentText time={run.askedAt} />
    </>
  )
}

/** "Version 2 again: the same to the byte", or that it differs. */
function Repeats({ run: { repeats } }: { readonly run: RunRow }) {
  const { say } = useTongue()
  if (repeats === null) return null
  const { version, same } = repeats
  const verdict = same === null ? 'pending' : same ? 'same' : 'differs'
  return (
    <span className={styles.repeats} data-same={verdict}>
      {say(`desk.run.repeats.${verdict}`, { version })}
    </span>
  )
}

function Repeat({ run }: { readonly run: RunRow }) {
  const { say } = useTongue()
  const acting = useAct()
  return (
    <>
      <Button
        className="button"
        isDisabled={acting.busy}
        aria-label={say('desk.run.repeat.of', { version: run.version })}
        onPress={() => void acting.run(`/runs/${run.id}/repetition`)}
      >
        {say('desk.run.repeat')}
      </Button>
      <RefusalNote refusal={acting.refusal} />
    </>
  )
}

/** Two versions that are done, to be laid side by side. */
function CompareTwo({ runs }: { readonly runs: readonly RunRow[] }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const [latest, earlier] = runs
  const [before, setBefore] = useState<string>(earlier?.id ?? '')
  const [after, setAfter] = useState<string>(latest?.id ?? '')
  const options = runs.map((run): Option => ({
    id: run.id,
    name: say('desk.run.version-number', { version: run.version }),
  }))
  return (
    <Section title={say('desk.compare')} note={say('desk.compare.note')}>
      <div className={styles.inLine}>
        <Choice label={say('desk.compare.before')} options={options} chosen={before} choose={setBefore} />
        <Choice label={say('desk.compare.after')} options={options} chosen={after} choose={setAfter} />
        <Link
          to="/i/$investigation/estimates/runs/$run/against/$other"
          params={{ investigation, run: after, other: before }}
          className="button"
        >
          {say('desk.compare.do')}
        </Link>
      </div>
    </Section>
  )
}
