import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { PlanInterview } from '../interviewing/plan-interview.tsx'
import { Plans } from '../interviewing/plans.tsx'
import { Promises } from '../interviewing/promises.tsx'
import { interviewsOf } from '../interviewing/queries.ts'
import { useTongue } from '../locale.tsx'
import { Interviews } from '../parts/interviews.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/matter.module.css'

/** What is to be asked of whom, what was promised to whom, and the sessions that were held. */
export function InterviewsPlanned() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: view } = useSuspenseQuery(interviewsOf(investigation))
  const mayRecord = useMay('record')
  return (
    <Page name={say('interviews')} lead={say('interviews.note')}>
      {mayRecord ? (
        <p>
          <Link to="/i/$investigation/interviews/record" params={{ investigation }} className="button">
            {say('interview.record.unplanned')}
          </Link>
        </p>
      ) : null}
      <Section title={say('interview.plans')}>
        <Plans view={view} />
        <PlanInterview key={view.plans.length} view={view} />
      </Section>
      <Section title={say('interview.promises')} note={say('interview.promises.note')}>
        <Promises view={view} />
      </Section>
      <Section title={say('interview.held')}>
        {view.interviews.length === 0 ? (
          <p className={styles.quiet}>{say('interview.held.none')}</p>
        ) : (
          <Interviews interviews={view.interviews} />
        )}
      </Section>
    </Page>
  )
}
