import { useSuspenseQuery } from '@tanstack/react-query'
import { wordsIn } from '@corroborate/base'
import { isPatternRequest, studyTitled, type EstimateRequest, type ListStudy } from '@corroborate/estimate'
import type { EstimateView } from '@corroborate/server/api'
import { listsOf, runOf, runsOf } from '../api.ts'
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
      {isOfLinkedLists(data.request) ? (
        <TitledStudy study={study} asked={view} />
      ) : (
        <StudyView study={study} asked={view} />
      )}
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

/** The lists of a table of counts have no titles but their names. */
function isOfLinkedLists(request: EstimateRequest): boolean {
  return !isPatternRequest(request) && request.overlap.kind === 'linked'
}

/** With the lists called as people know them, and not by their codes. */
function TitledStudy({ study, asked }: { readonly study: ListStudy; readonly asked: EstimateView }) {
  const { locale } = useTongue()
  const investigation = useInvestigation()
  const { data } = useSuspenseQuery(listsOf(investigation))
  const titles = new Map(data.lists.map(({ code, title }) => [code, wordsIn(locale, title)]))
  return <StudyView study={studyTitled(study, titles)} asked={asked} />
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
