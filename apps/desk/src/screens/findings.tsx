import { useSuspenseQuery } from '@tanstack/react-query'
import { findingsOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { FindingTable } from '../parts/finding-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

/** What the investigation holds established, or does not. */
export function Findings() {
  const { say } = useTongue()
  const { data: findings } = useSuspenseQuery(findingsOf(useInvestigation()))
  return (
    <Page name={say('desk.findings')} lead={say('desk.findings.note')}>
      <FindingTable label={say('desk.findings')} findings={findings} />
    </Page>
  )
}
