import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { releaseState } from '@corroborate/disclosure'
import { useTongue } from '../locale.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Nowhere } from '../parts/problem.tsx'
import { Checked } from '../releasing/checked.tsx'
import { Publish } from '../releasing/publish.tsx'
import { placeOfReport, releasesOf } from '../releasing/queries.ts'
import { WayState } from '../releasing/way-state.tsx'

const route = getRouteApi('/i/$investigation/releases/$report')

/** One report before it goes out: what the check finds in this browser, who let it go, and the last step. */
export function ReleaseScreen() {
  const { say } = useTongue()
  const { investigation, report } = route.useParams()
  const { data: releases } = useSuspenseQuery(releasesOf(investigation))
  const way = releases.reports.find(({ card }) => card.id === report)
  if (way === undefined) return <Nowhere />
  const isReleased = releaseState(way.stated, way.content) === 'released'
  return (
    <Page
      name={say('release.title', { title: way.card.title })}
      heading={<bdi lang={way.card.locale}>{way.card.title}</bdi>}
      kicker={
        <Link to="/i/$investigation/releases" params={{ investigation }} search={{ from: undefined }}>
          {say('releases')}
        </Link>
      }
      lead={<WayState {...way} />}
    >
      <Checked at={placeOfReport(report)} report={report} />
      {isReleased && way.publishedAt === null ? (
        <Section title={say('release.publish.title')}>
          <Publish report={report} />
        </Section>
      ) : null}
    </Page>
  )
}
