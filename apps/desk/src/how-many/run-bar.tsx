import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Button } from 'react-aria-components'
import type { RunRow, RunsView } from '@corroborate/server/api'
import { isOpen, runsOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import styles from '../styles/how-many.module.css'
import { useMayAsk } from './may-ask.ts'
import { RefusalNote, RefusalText } from './refusal.tsx'
import { useAct } from './use-act.ts'

/** How far the latest run is, whether its answer still holds, and what may be done about it. */
export function RunBar({ estimate }: { readonly estimate: string }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(runsOf(investigation, estimate))
  const mayAsk = useMayAsk()
  const acting = useAct()
  const open = view.runs.find(isOpen)
  useNews(view)
  return (
    <aside className={styles.runBar} aria-label={say('desk.runs')}>
      {open === undefined ? <Standing view={view} /> : <Progress run={open} />}
      <div className={styles.actions}>
        {mayAsk && open === undefined ? (
          <Button
            className="button"
            isDisabled={acting.busy || !view.canBeRun}
            onPress={() => void acting.run(`/estimates/${estimate}/runs`)}
          >
            {say(view.runs.length === 0 ? 'desk.run.start' : 'desk.run.again')}
          </Button>
        ) : null}
        {mayAsk && open !== undefined ? <Cancel run={open} /> : null}
        <Link to="/i/$investigation/estimates/$estimate/runs" params={{ investigation, estimate }}>
          {say('desk.runs.all', { runs: view.runs.length })}
        </Link>
        {mayAsk ? (
          <Link to="/i/$investigation/estimates/$estimate/revise" params={{ investigation, estimate }}>
            {say('desk.ask.revise')}
          </Link>
        ) : null}
      </div>
      <RefusalNote refusal={acting.refusal} />
    </aside>
  )
}

/** When a run has ended, all that rests on it is asked for again. */
function useNews(view: RunsView) {
  const queries = useQueryClient()
  const open = view.runs.filter(isOpen).length
  const before = useRef(open)
  useEffect(() => {
    if (open < before.current) void queries.invalidateQueries()
    before.current = open
  }, [open, queries])
}

function Standing({ view }: { readonly view: RunsView }) {
  const { say } = useTongue()
  const [latest] = view.runs
  const { inForce } = view
  if (inForce.ok) {
    const run = view.runs.find(({ id }) => id === inForce.value)
    return <p role="status">{say('desk.run.in-force', { version: run?.version ?? 0 })}</p>
  }
  if (latest?.state.kind === 'failed')
    return (
      <p role="status">
        {say('desk.run.failed', { version: latest.version })} <RefusalText refusal={latest.state} />
      </p>
    )
  return (
    <p role="status">
      <RefusalText refusal={inForce} />
    </p>
  )
}

/** A bar that fills, and the same in words. */
export function Progress({ run }: { readonly run: RunRow }) {
  const { say } = useTongue()
  const share = run.state.kind === 'running' ? run.state.share : 0
  const words =
    run.state.kind === 'running'
      ? say('desk.run.running', { version: run.version, percent: Math.round(share * 100) })
      : say('desk.run.waiting', { version: run.version })
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <progress aria-label={words} max={1} value={share} />
    </div>
  )
}

export function Cancel({ run }: { readonly run: RunRow }) {
  const { say } = useTongue()
  const acting = useAct()
  return (
    <>
      <Button
        className="button"
        isDisabled={acting.busy}
        onPress={() => void acting.run(`/runs/${run.id}/cancellation`)}
      >
        {say('desk.run.cancel')}
      </Button>
      <RefusalNote refusal={acting.refusal} />
    </>
  )
}
