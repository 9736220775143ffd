import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { wordsIn } from '@corroborate/base'
import { isPatternRequest } from '@corroborate/estimate'
import type { EstimateView } from '@corroborate/server/api'
import { estimateOf, overviewOf } from '../api.ts'
import { ListAnswer } from '../how-many/list-answer.tsx'
import { PatternStudyView } from '../how-many/pattern-study-view.tsx'
import { RunBar } from '../how-many/run-bar.tsx'
import { useTongue } from '../locale.tsx'
import { Charts } from '../parts/charts.tsx'
import { CitedBy } from '../parts/cited-by.tsx'
import { ClaimTable } from '../parts/claim-table.tsx'
import { Contradictions } from '../parts/contradiction.tsx'
import { Reckoning } from '../parts/reckoning.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { LeadNumber } from '../parts/lead-number.tsx'
import { Page, Section } from '../parts/page.tsx'
import { claimsOfEstimate } from '../reading/claims-of-estimate.ts'
import styles from '../styles/numbers.module.css'

const route = getRouteApi('/i/$investigation/estimates/$estimate')

/** One "how many": the answer with its doubt, and every step to it. */
export function Estimate() {
  const { say, locale } = useTongue()
  const { investigation, estimate } = route.useParams()
  const { data: view } = useSuspenseQuery(estimateOf(investigation, estimate))
  return (
    <Page
      name={wordsIn(locale, view.question)}
      kicker={
        <>
          {say('desk.estimate')} <Code>{view.code}</Code>
        </>
      }
      heading={<InWords words={view.question} />}
    >
      {isPatternRequest(view.request) ? <ClaimsAnswer view={view} /> : <ListAnswer view={view} />}
      <CitedBy sentences={view.citedBy} />
    </Page>
  )
}

/** A question that is asked of claims: the number, every line of its arithmetic, and the claims it comes from. */
function ClaimsAnswer({ view }: { readonly view: EstimateView }) {
  const { say } = useTongue()
  const study = view.answer.ok && view.answer.value.method === 'pattern-arithmetic' ? view.answer.value : null
  const claims = claimsOfEstimate(view)
  return (
    <>
      <section className={styles.summary}>
        <LeadNumber view={view} show="readings" />
      </section>
      <RunBar estimate={view.id} />
      <Charts charts={view.charts} />
      {view.answer.ok ? <Reckoning estimate={view.answer.value} claims={view.claims} /> : null}
      {study?.study ? (
        <PatternStudyView study={study.study} asked={view} published={study.published.range} />
      ) : null}
      <Disputed view={view} />
      <Section title={say('desk.estimate.claims')}>
        <ClaimTable label={say('desk.estimate.claims')} claims={claims.read} />
      </Section>
      {claims.beside.length === 0 ? null : (
        <Section title={say('desk.estimate.claims-beside')}>
          <ClaimTable label={say('desk.estimate.claims-beside')} claims={claims.beside} />
        </Section>
      )}
    </>
  )
}

/** The contradictions that would change this figure. */
function Disputed({ view }: { readonly view: EstimateView }) {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const { data } = useSuspenseQuery(overviewOf(investigation))
  const views = data.contradictions.filter((one) => one.effects.some((effect) => effect.estimate === view.id))
  if (views.length === 0) return null
  return (
    <Section title={say('desk.contradictions')} note={say('desk.contradictions.note')}>
      <Contradictions views={views} />
    </Section>
  )
}
