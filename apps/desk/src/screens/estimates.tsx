import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { estimatesOf } from '../api.ts'
import { useMayAsk } from '../how-many/may-ask.ts'
import { useTongue } from '../locale.tsx'
import { EstimateSummary } from '../parts/estimate-summary.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

/** Every "how many" that the investigation asks. */
export function Estimates() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const mayAsk = useMayAsk()
  const { data } = useSuspenseQuery(estimatesOf(investigation))
  return (
    <Page name={say('desk.estimates')} lead={say('desk.estimates.note')}>
      {mayAsk ? (
        <nav className={styles.asking} aria-label={say('desk.ask')}>
          <Link to="/i/$investigation/estimates/ask/claims" params={{ investigation }} className="button">
            {say('desk.ask.claims.title')}
          </Link>
          <Link to="/i/$investigation/estimates/ask/lists" params={{ investigation }} className="button">
            {say('desk.ask.lists.title')}
          </Link>
        </nav>
      ) : null}
      {data.length === 0 ? <p>{say('desk.estimates.none')}</p> : null}
      {data.map((view) => (
        <EstimateSummary key={view.id} view={view} />
      ))}
    </Page>
  )
}
