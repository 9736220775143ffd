import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTongue } from '../locale.tsx'
import { PackageScopeSaid } from '../packages/package-scope-said.tsx'
import { MomentText } from '../parts/day.tsx'
import { Page, Section } from '../parts/page.tsx'
import { releasesOf } from '../releasing/queries.ts'
import { WayState } from '../releasing/way-state.tsx'
import styles from '../styles/release.module.css'

const route = getRouteApi('/i/$investigation/releases')

/** Every report, and how far it is on its way out; every package of which a check was stated. */
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
            <WayState {...way} />
          </li>
        ))}
      </ul>
      {data.packages.length === 0 ? null : (
        <Section title={say('desk.packages')} note={say('releases.packages.note')}>
          <ul className={styles.reports}>
            {data.packages.map((way) => (
              <li key={way.output}>
                <Link
                  to="/i/$investigation/releases/package/$scope"
                  params={{ investigation, scope: way.output }}
                  search={{ from: undefined }}
                >
                  <PackageScopeSaid {...way} />
                </Link>
                {way.stated.slice(0, 1).map(({ id, content, proposedByName, proposedAt }) => (
                  <span key={id}>
                    <WayState stated={way.stated} content={content} publishedAt={null} /> ·{' '}
                    {say('release.stated.by')} <bdi>{proposedByName}</bdi> · <MomentText time={proposedAt} />
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
