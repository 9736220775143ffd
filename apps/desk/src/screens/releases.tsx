import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { Page } from '../parts/page.tsx'
import { releasesOf } from '../releasing/queries.ts'
import { WayState } from '../releasing/way-state.tsx'
import styles from '../styles/release.module.css'

const route = getRouteApi('/i/$investigation/releases')

/** Every report, and how far it is on its way out. */
export function Releases() {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const { data } = useSuspenseQuery(releasesOf(investigation))
  return (
    <Page name={say('releases')} lead={say('releases.lead')}>
      {data.reports.length === 0 ? <p className={styles.quiet}>{say('releases.none')}</p> : null}
      <ul className={styles.reports}>
        {data.reports.map((way) => (
          <li key={way.card.id}>
            <Link
              to="/i/$investigation/releases/$report"
              params={{ investigation, report: way.card.id }}
              search={{ from: undefined }}
            >
              <bdi lang={way.card.locale}>{way.card.title}</bdi>
            </Link>
            <WayState way={way} />
          </li>
        ))}
      </ul>
    </Page>
  )
}
