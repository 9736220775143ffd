import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { releaseState } from '@corroborate/disclosure'
import { useTongue } from '../locale.tsx'
import { Page, Section } from '../parts/page.tsx'
import { Nowhere } from '../parts/problem.tsx'
import { FlagsFound } from '../releasing/flags-found.tsx'
import { LookForNames } from '../releasing/look-for-names.tsx'
import type { RegisterOpened } from '../releasing/open-register.ts'
import { Publish } from '../releasing/publish.tsx'
import { releaseCheckOf, releasesOf } from '../releasing/queries.ts'
import { runCheck } from '../releasing/run-check.ts'
import { StateCheck } from '../releasing/state-check.tsx'
import { Stated } from '../releasing/stated.tsx'
import { WayState } from '../releasing/way-state.tsx'
import styles from '../styles/release.module.css'

const route = getRouteApi('/i/$investigation/releases/$report')

/** One report before it goes out: what the check finds in this browser, who let it go, and the last step. */
export function ReleaseScreen() {
  const { say } = useTongue()
  const { investigation, report } = route.useParams()
  const { data: releases } = useSuspenseQuery(releasesOf(investigation))
  const { data: view } = useSuspenseQuery(releaseCheckOf(investigation, report))
  const [register, setRegister] = useState<RegisterOpened | null>(null)
  const flags = useMemo(() => runCheck(view, register), [view, register])
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
      lead={<WayState way={way} />}
    >
      {view.sealed.length === 0 ? null : (
        <Section title={say('release.names')}>
          <div className={styles.names}>
            {register === null ? (
              <LookForNames report={report} onOpened={setRegister} />
            ) : (
              <p>{say('release.names.looked', { count: register.names.length, all: view.sealed.length })}</p>
            )}
          </div>
        </Section>
      )}
      <Section title={say('release.found')} note={say('release.found.note')}>
        <FlagsFound flags={flags} report={report} />
        {/* Anew for each check: the form of the last one closes. */}
        <StateCheck key={way.stated.length} report={report} content={view.content} flags={flags} />
      </Section>
      <Section title={say('release.stated')} note={say('release.stated.note')}>
        <Stated way={way} />
      </Section>
      {isReleased && way.publishedAt === null ? (
        <Section title={say('release.publish.title')}>
          <Publish report={report} />
        </Section>
      ) : null}
    </Page>
  )
}
