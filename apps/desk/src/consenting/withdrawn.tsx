import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { WithdrawalView } from '@corroborate/server/api'
import type { Consent } from '@corroborate/testimony'
import { isKey } from '@corroborate/words'
import { overviewOf } from '../api.ts'
import { DoTask } from '../deciding/do-task.tsx'
import { useTongue } from '../locale.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import { FindingLink, useInvestigation } from '../parts/links.tsx'
import { StandingInFull } from '../parts/standing-badge.tsx'
import styles from '../styles/consent.module.css'
import { AllowedLines } from './allowed-lines.tsx'
import { Erase } from './erase.tsx'

interface WithdrawnProps {
  readonly consent: Consent
  readonly withdrawal: WithdrawalView
}

/** What a withdrawal brought about: what stops, what had left before and to whom, which findings fell, what is to be done. */
export function Withdrawn({ consent, withdrawal }: WithdrawnProps) {
  const { say } = useTongue()
  const { by, at, reason, uses, tasks, erased } = withdrawal
  return (
    <div className={styles.withdrawn}>
      <p>
        {say('consent.withdrawn.by')} <bdi>{by}</bdi> · <MomentText time={at} />
        {reason === '' ? null : (
          <>
            {' '}
            · <q dir="auto">{reason}</q>
          </>
        )}
      </p>
      <h3>{say('consent.stops')}</h3>
      <p className={styles.quiet}>{say('consent.stops.claims', { count: uses.claims.length })}</p>
      <ul>
        <AllowedLines allows={consent.allows} />
      </ul>
      <h3>{say('consent.past')}</h3>
      <PastUses uses={uses} />
      <h3>{say('consent.fallen')}</h3>
      <Fallen fallen={uses.fallen} />
      {tasks.length === 0 ? null : (
        <>
          <h3>{say('consent.tasks')}</h3>
          <Tasks tasks={tasks} past={uses.past} />
        </>
      )}
      {erased === null ? (
        <Erase consent={consent.id} />
      ) : (
        <p>
          {say('consent.erased')} <bdi>{erased.by}</bdi> · <MomentText time={erased.at} />
        </p>
      )}
    </div>
  )
}

function PastUses({ uses: { past } }: Pick<WithdrawalView, 'uses'>) {
  const { say } = useTongue()
  if (past.length === 0) return <p className={styles.quiet}>{say('consent.past.none')}</p>
  return (
    <ul>
      {past.map((use) => (
        <li key={`${use.kind} ${use.at}`}>
          <UseName use={use} /> ·{' '}
          {use.recipient === null ? say('consent.whoever') : say(`recipient.${use.recipient}`)} ·{' '}
          <MomentText time={use.at} />
        </li>
      ))}
    </ul>
  )
}

type Past = Pick<WithdrawalView['uses'], 'past'>

function UseName({ use }: { readonly use: Past['past'][number] }) {
  switch (use.kind) {
    case 'publication':
      return <ReportName id={use.report} />
    case 'package':
      return <FileName id={use.package} of="package" />
    case 'exchange':
      return <FileName id={use.file} of="exchange" />
  }
}

function Fallen({ fallen }: Pick<WithdrawalView['uses'], 'fallen'>) {
  const { say } = useTongue()
  if (fallen.length === 0) return <p className={styles.quiet}>{say('consent.fallen.none')}</p>
  return (
    <ul>
      {fallen.map(({ finding, code, before, after, reopened }) => (
        <li key={finding} className={styles.fell}>
          <FindingLink id={finding}>
            <Code>{code}</Code>
          </FindingLink>{' '}
          <StandingInFull standing={before} /> {say('consent.fell-to')} <StandingInFull standing={after} />
          {reopened ? <strong>{say('consent.reopened')}</strong> : null}
        </li>
      ))}
    </ul>
  )
}

function Tasks({ tasks, past }: Pick<WithdrawalView, 'tasks'> & Past) {
  const { say } = useTongue()
  return (
    <ul className={styles.tasks}>
      {tasks.map(({ id, kind, subject, recipient, doneAt, note }) => (
        <li key={id}>
          <p>
            {say(`task.${kind}`)}: <TaskSubject id={subject} past={past} />
            <ToWhom recipient={recipient} />
          </p>
          {doneAt === null ? (
            <DoTask task={id} title={say('task.do')} label={say('task.how')} />
          ) : (
            <p className={styles.quiet}>
              {say('task.done')} <q dir="auto">{note}</q>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function ToWhom({ recipient }: { readonly recipient: string | null }) {
  const { say } = useTongue()
  const key = `recipient.${recipient ?? ''}`
  return isKey(key) ? <> · {say(key)}</> : null
}

/** What has no title and is no report of this investigation is a file that left. */
function TaskSubject({ id, past }: { readonly id: string } & Past) {
  const { data } = useSuspenseQuery(overviewOf(useInvestigation()))
  if (data.reports.some((report) => report.id === id)) return <ReportName id={id} />
  const isExchange = past.some((use) => use.kind === 'exchange' && use.file === id)
  return <FileName id={id} of={isExchange ? 'exchange' : 'package'} />
}

function ReportName({ id }: { readonly id: string }) {
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(overviewOf(investigation))
  const report = data.reports.find((one) => one.id === id)
  return (
    <Link
      to="/i/$investigation/reports/$report"
      params={{ investigation, report: id }}
      search={{ from: undefined }}
      lang={report?.locale}
    >
      <bdi>{report?.title ?? id}</bdi>
    </Link>
  )
}

const DIGITS_SHOWN = 12

function FileName({ id, of }: { readonly id: string; readonly of: 'package' | 'exchange' }) {
  const { say } = useTongue()
  return (
    <>
      {say(`consent.${of}`)} <Code>{id.slice(0, DIGITS_SHOWN)}</Code>
    </>
  )
}
