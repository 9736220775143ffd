import { useSuspenseQuery } from '@tanstack/react-query'
import { findingsOf, sourcesOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { FindingTable } from '../parts/finding-table.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { Page } from '../parts/page.tsx'

/** What the investigation holds established, or does not. */
export function Findings() {
  const { say } = useTongue()
  const investigation = useInvestigation()
  const { data: findings } = useSuspenseQuery(findingsOf(investigation))
  const { data: sources } = useSuspenseQuery(sourcesOf(investigation))
  return (
    <Page name={say('desk.findings')} lead={say('desk.findings.note')}>
      <FindingTable
        label={say('desk.findings')}
        findings={findings}
        origins={sources.flatMap((source) => source.origins)}
      />
    </Page>
  )
}
