import { useSuspenseQuery } from '@tanstack/react-query'
import type { FindingRow, OriginRef } from '@corroborate/server/api'
import { sourcesOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import styles from '../styles/matter.module.css'
import { DataTable, type Column } from './data-table.tsx'
import { Code, InWords } from './in-words.tsx'
import { FindingLink, useInvestigation } from './links.tsx'
import { RobustnessInShort } from './robustness.tsx'
import { StandingInFull } from './standing-badge.tsx'

interface FindingTableProps {
  readonly label: string
  readonly findings: readonly FindingRow[]
}

/** Findings with their standing, and what it takes for each to fall. */
export function FindingTable({ label, findings }: FindingTableProps) {
  const { data: sources } = useSuspenseQuery(sourcesOf(useInvestigation()))
  const columns = useColumns(sources.flatMap((source) => source.origins))
  return <DataTable label={label} columns={columns} rows={findings} keyOf={(finding) => finding.id} />
}

function useColumns(origins: readonly OriginRef[]): readonly Column<FindingRow>[] {
  const { say } = useTongue()
  return [
    { name: 'code', head: say('desk.finding.code'), look: 'tight', cell: codeCell },
    { name: 'proposition', head: say('desk.finding.proposition'), look: 'main', cell: propositionCell },
    {
      name: 'standing',
      head: say('desk.finding.standing'),
      cell: (finding) => <StandingInFull standing={finding.standing} />,
    },
    {
      name: 'robustness',
      head: say('desk.finding.robustness'),
      cell: (finding) => <RobustnessInShort robustness={finding.robustness} origins={origins} />,
    },
    {
      name: 'claims',
      head: say('desk.finding.claims'),
      look: 'number',
      cell: (finding) => <ForAgainst finding={finding} />,
    },
  ]
}

function codeCell(finding: FindingRow) {
  return (
    <FindingLink id={finding.id}>
      <Code>{finding.code}</Code>
    </FindingLink>
  )
}

function propositionCell(finding: FindingRow) {
  return (
    <FindingLink id={finding.id} className={styles.plainLink}>
      <InWords words={finding.proposition} />
    </FindingLink>
  )
}

function ForAgainst({ finding }: { readonly finding: FindingRow }) {
  const { say } = useTongue()
  return (
    <>
      {say('desk.finding.for', { claims: finding.claimsFor })}
      {finding.claimsAgainst === 0 ? null : (
        <span className={styles.against}>
          {say('desk.finding.against', { claims: finding.claimsAgainst })}
        </span>
      )}
    </>
  )
}
