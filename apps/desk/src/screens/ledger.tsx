import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import type { LedgerPage } from '@corroborate/server/api'
import { ledgerOf } from '../api.ts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { More } from '../parts/more.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page } from '../parts/page.tsx'
import { Term } from '../parts/term.tsx'
import styles from '../styles/matter.module.css'

type Entry = LedgerPage['entries'][number]

/** Every act on the investigation, in order, chained so that a change of any line would show. */
export function Ledger() {
  const { say } = useTongue()
  const ledger = useSuspenseInfiniteQuery(ledgerOf(useInvestigation()))
  const verified = ledger.data.pages.every((page) => page.verified)
  const entries = ledger.data.pages.flatMap((page) => page.entries)
  return (
    <Page
      name={say('desk.ledger')}
      lead={say('desk.ledger.note', { entries: ledger.data.pages[0]?.total ?? 0 })}
    >
      <p className={styles.verified} data-verified={verified} role="status">
        {verified ? say('desk.ledger.verified') : say('desk.ledger.broken')}
      </p>
      <DataTable
        label={say('desk.ledger')}
        columns={useColumns()}
        rows={entries}
        keyOf={(entry) => entry.sequence}
      />
      <More pages={ledger} />
    </Page>
  )
}

function useColumns(): readonly Column<Entry>[] {
  const { say } = useTongue()
  return [
    {
      name: 'sequence',
      head: say('desk.ledger.sequence'),
      look: 'number',
      cell: (entry) => <Num value={entry.sequence} />,
    },
    { name: 'time', head: say('desk.ledger.time'), cell: (entry) => <MomentText time={entry.time} /> },
    { name: 'actor', head: say('desk.ledger.actor'), cell: (entry) => <bdi>{entry.actor}</bdi> },
    {
      name: 'act',
      head: say('desk.ledger.act'),
      look: 'main',
      cell: (entry) => <Term of="act" word={entry.act} />,
    },
    { name: 'subject', head: say('desk.ledger.subject'), cell: (entry) => <Code>{entry.subject}</Code> },
    {
      name: 'hash',
      head: say('desk.ledger.hash'),
      look: 'tight',
      cell: (entry) => <Code>{entry.hash.slice(0, 12)}</Code>,
    },
  ]
}
