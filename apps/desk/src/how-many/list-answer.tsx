import { useSuspenseQuery } from '@tanstack/react-query'
import type { EstimateView } from '@corroborate/server/api'
import { runOf, runsOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Num, RangeText } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import { InWords } from '../parts/in-words.tsx'
import styles from '../styles/how-many.module.css'
import { RunBar } from './run-bar.tsx'
import { StudyView } from './study-view.tsx'

/** A question that is asked of lists: how its run stands, and what the run in force found. */
export function ListAnswer({ view }: { readonly view: EstimateView }) {
  const investigation = useInvestigation()
  const { data: runs } = useSuspenseQuery(runsOf(investigation, view.id))
  return (
    <>
      <RunBar estimate={view.id} />
      {runs.inForce.ok ? <StudyInForce run={runs.inForce.value} view={view} /> : null}
    </>
  )
}

function StudyInForce({ run, view }: { readonly run: string; readonly view: EstimateView }) {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(runOf(investigation, run))
  if (data.result?.kind !== 'lists') return null
  const { study } = data.result
  return (
    <>
      <StudyView study={study} asked={view} />
      <Published view={view} />
      <Section title={say('desk.ask.assumptions.own')}>
        <ul className={styles.assumptions}>
          {data.request.assumptions.map((assumption) => (
            <li key={assumption.code}>
              <InWords words={assumption.words} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** What a report prints, where it was rounded. */
function Published({ view: { answer } }: { readonly view: EstimateView }) {
  const { say } = useTongue()
  if (!answer.ok || answer.value.method !== 'lists' || answer.value.published.rule.kind === 'none')
    return null
  const { published, bound } = answer.value
  return (
    <p className={styles.sentence}>
      {say('desk.estimate.as-published')}
      {say('desk.list.colon')}
      {bound === 'interval' ? (
        <RangeText range={published.range} />
      ) : (
        <>
          {say('desk.estimate.at-least')} <Num value={published.range.min} />
        </>
      )}
    </p>
  )
}
