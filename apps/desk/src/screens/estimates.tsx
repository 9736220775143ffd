import { useSuspenseQuery } from '@tanstack/react-query'
import { estimatesOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { EstimateSummary } from '../parts/estimate-summary.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

/** Every "how many" that the investigation asks. */
export function Estimates() {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(estimatesOf(useInvestigation()))
  return (
    <Page name={say('desk.estimates')} lead={say('desk.estimates.note')}>
      {data.length === 0 ? <p>{say('desk.estimates.none')}</p> : null}
      {data.map((view) => (
        <EstimateSummary key={view.id} view={view} />
      ))}
    </Page>
  )
}
