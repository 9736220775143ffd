import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { findingsOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { FindingTable } from '../parts/finding-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'

/** What the investigation holds established, or does not. */
export function Findings() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const mayReach = useMay('find')
  const { data: findings } = useSuspenseQuery(findingsOf(investigation))
  return (
    <Page name={say('desk.findings')} lead={say('desk.findings.note')}>
      {mayReach ? (
        <p>
          <Link to="/i/$investigation/findings/new" params={{ investigation }} className="button">
            {say('work.reach')}
          </Link>
        </p>
      ) : null}
      <FindingTable label={say('desk.findings')} findings={findings} />
    </Page>
  )
}
