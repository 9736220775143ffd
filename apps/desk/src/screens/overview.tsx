import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { overviewOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { Breaches } from '../parts/breaches.tsx'
import { ContradictionList } from '../parts/contradiction.tsx'
import { CountStrip } from '../parts/count-strip.tsx'
import { WhenText } from '../parts/day.tsx'
import { EstimateSummary } from '../parts/estimate-summary.tsx'
import { FindingTable } from '../parts/finding-table.tsx'
import { Code, InWords } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page, Section } from '../parts/page.tsx'
import styles from '../styles/page.module.css'
import { wordsIn } from '@corroborate/base'
import type { ReportCard } from '@corroborate/server/api'

/** One investigation at a glance: how many, what is held, what speaks against it, what was written. */
export function Overview() {
  const { say, locale } = useTongue()
  const { data } = useSuspenseQuery(overviewOf(useInvestigation()))
  const { card } = data
  return (
    <Page
      name={wordsIn(locale, card.title)}
      kicker={<Code>{card.code}</Code>}
      heading={<InWords words={card.title} />}
    >
      <p className={styles.notice} data-nature={card.nature}>
        <InWords words={card.notice} />
      </p>
      {data.breaches.length === 0 ? null : (
        <Section title={say('desk.breaches')}>
          <Breaches breaches={data.breaches} />
        </Section>
      )}
      {data.estimates.map((view) => (
        <EstimateSummary key={view.id} view={view} />
      ))}
      <CountStrip counts={card.counts} />
      <p className={styles.quiet}>
        <Link to="/i/$investigation/team" params={{ investigation: card.id }}>
          {say('team')}
        </Link>
      </p>
      <Section title={say('desk.findings')} note={say('desk.findings.note')}>
        <FindingTable label={say('desk.findings')} findings={data.findings} />
      </Section>
      <Section title={say('desk.contradictions')} note={say('desk.contradictions.note')}>
        {data.contradictions.length === 0 ? (
          <p className={styles.empty}>{say('desk.contradictions.none')}</p>
        ) : (
          <ContradictionList views={data.contradictions} />
        )}
      </Section>
      <Section title={say('desk.reports')}>
        <Reports reports={data.reports} />
      </Section>
    </Page>
  )
}

function Reports({ reports }: { readonly reports: readonly ReportCard[] }) {
  const investigation = useInvestigation()
  return (
    <ul className={styles.plainList}>
      {reports.map((report) => (
        <li key={report.id}>
          <Link
            to="/i/$investigation/reports/$report"
            params={{ investigation, report: report.id }}
            search={{ from: undefined }}
          >
            <span lang={report.locale} dir="auto">
              {report.title}
            </span>
          </Link>{' '}
          <span className={styles.quiet}>
            <WhenText edtf={report.dated} />
          </span>
        </li>
      ))}
    </ul>
  )
}
