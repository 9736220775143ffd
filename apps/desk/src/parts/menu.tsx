import { Link } from '@tanstack/react-router'
import type { Overview } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import styles from '../styles/frame.module.css'

/** The rooms of one investigation. A choice here ends a walk that is under way. */
export function Menu({ overview }: { readonly overview: Overview }) {
  const { say } = useTongue()
  const at = { params: { investigation: overview.card.id }, search: { from: undefined } } as const
  return (
    <nav className={styles.menu} aria-label={say('desk.menu')}>
      <Link to="/i/$investigation" {...at} activeOptions={{ exact: true, includeSearch: false }}>
        {say('desk.overview')}
      </Link>
      <Link to="/i/$investigation/search" {...at} activeOptions={{ includeSearch: false }}>
        {say('search.title')}
      </Link>
      <ReportEntry overview={overview} />
      <Link to="/i/$investigation/findings" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.findings')}
      </Link>
      <Link to="/i/$investigation/elements" {...at} activeOptions={{ includeSearch: false }}>
        {say('elements')}
      </Link>
      <Link to="/i/$investigation/claims" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.claims')}
      </Link>
      <Link to="/i/$investigation/sources" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.sources')}
      </Link>
      <Link to="/i/$investigation/interviews" {...at} activeOptions={{ includeSearch: false }}>
        {say('interviews')}
      </Link>
      <Link to="/i/$investigation/exhibits" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.exhibits')}
      </Link>
      <Link to="/i/$investigation/lists" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.lists')}
      </Link>
      <Link to="/i/$investigation/estimates" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.estimates')}
      </Link>
      <Link to="/i/$investigation/releases" {...at} activeOptions={{ includeSearch: false }}>
        {say('releases')}
      </Link>
      <Link to="/i/$investigation/exchange" {...at} activeOptions={{ includeSearch: false }}>
        {say('exchange')}
      </Link>
      <Link to="/i/$investigation/packages" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.packages')}
      </Link>
      <Link to="/i/$investigation/ledger" {...at} activeOptions={{ includeSearch: false }}>
        {say('desk.ledger')}
      </Link>
    </nav>
  )
}

/** The report in the reader's language, or else in the one it was written in. */
function ReportEntry({ overview }: { readonly overview: Overview }) {
  const { say, locale } = useTongue()
  const report = overview.reports.find((one) => one.locale === locale) ?? overview.reports[0]
  if (report === undefined) return null
  return (
    <Link
      to="/i/$investigation/reports/$report"
      params={{ investigation: overview.card.id, report: report.id }}
      search={{ from: undefined }}
      activeOptions={{ includeSearch: false }}
    >
      {say('desk.report')}
    </Link>
  )
}
