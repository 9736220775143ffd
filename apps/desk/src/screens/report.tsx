import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi, useLocation } from '@tanstack/react-router'
import { directionOf } from '@corroborate/base'
import type { ResolvedReport } from '@corroborate/report'
import type { ReportView } from '@corroborate/server/api'
import { reportOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { Breaches } from '../parts/breaches.tsx'
import { WhenText } from '../parts/day.tsx'
import { GroundPanel } from '../parts/ground-panel.tsx'
import { Page, Section } from '../parts/page.tsx'
import { ReportBody } from '../parts/report-body.tsx'
import styles from '../styles/report.module.css'

const route = getRouteApi('/i/$investigation/reports/$report')
const NAMES = { en: 'English', ar: 'العربية' } as const

/** The report as it is read, every sentence and number of it leading to what carries it. */
export function Report() {
  const { say } = useTongue()
  const { investigation, report } = route.useParams()
  const { data: view } = useSuspenseQuery(reportOf(investigation, report))
  const anchor = useLocation({ select: (location) => location.hash })
  const { resolved } = view
  return (
    <Page
      name={resolved.title}
      kicker={<Editions view={view} />}
      heading={
        <span lang={resolved.locale} dir={directionOf(resolved.locale)}>
          {resolved.title}
        </span>
      }
    >
      {view.breaches.length === 0 ? null : (
        <Section title={say('desk.breaches')}>
          <Breaches breaches={view.breaches} />
        </Section>
      )}
      <div className={styles.columns}>
        <article className={styles.sheet} lang={resolved.locale} dir={directionOf(resolved.locale)}>
          <Head report={resolved} />
          <ReportBody view={view} chosen={anchor} />
        </article>
        <GroundPanel report={resolved} anchor={anchor} />
      </div>
    </Page>
  )
}

/** The date, and the same report in its other languages. */
function Editions({ view }: { readonly view: ReportView }) {
  const { investigation } = route.useParams()
  return (
    <>
      <WhenText edtf={view.resolved.dated} />
      {view.others.map((other) => (
        <span key={other.id}>
          {' '}
          ·{' '}
          <Link
            to="/i/$investigation/reports/$report"
            params={{ investigation, report: other.id }}
            search={{ from: undefined }}
            lang={other.locale}
          >
            {other.code === view.resolved.code ? NAMES[other.locale] : other.title}
          </Link>
        </span>
      ))}
    </>
  )
}

function Head({ report }: { readonly report: ResolvedReport }) {
  return (
    <header className={styles.head}>
      {report.subtitle === null ? null : <p className={styles.subtitle}>{report.subtitle}</p>}
      <p className={styles.authors}>
        <bdi>{report.authors.join(' · ')}</bdi>
      </p>
      <p className={styles.notice} data-nature={report.nature}>
        {report.notice}
      </p>
    </header>
  )
}
