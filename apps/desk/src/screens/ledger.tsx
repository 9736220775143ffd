import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { CheckpointView, LedgerPage } from '@corroborate/server/api'
import { checkpointOf, ledgerOf, proofHref } from '../api.ts'
import { LedgerFilterForm } from '../ledger/ledger-filter.tsx'
import { filterOf } from '../ledger/ledger-search.ts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Facts } from '../parts/facts.tsx'
import { Code } from '../parts/in-words.tsx'
import { More } from '../parts/more.tsx'
import { Num } from '../parts/numbers.tsx'
import { Page } from '../parts/page.tsx'
import { Term } from '../parts/term.tsx'
import styles from '../styles/matter.module.css'

const route = getRouteApi('/i/$investigation/ledger')

type Entry = LedgerPage['entries'][number]

/** Every act on the investigation, in order, chained so that a change of any line would show. */
export function Ledger() {
  const { say } = useTongue()
  const { investigation } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const ledger = useSuspenseInfiniteQuery(ledgerOf(investigation, filterOf(search)))
  const { data: checkpoint } = useSuspenseQuery(checkpointOf(investigation))
  const verified = ledger.data.pages.every((page) => page.verified)
  const first = ledger.data.pages[0]
  const entries = ledger.data.pages.flatMap((page) => page.entries)
  return (
    <Page name={say('desk.ledger')} lead={say('desk.ledger.note', { entries: first?.total ?? 0 })}>
      <p className={styles.verified} data-verified={verified} role="status">
        {verified ? say('desk.ledger.verified') : say('desk.ledger.broken')}
      </p>
      <Signed {...checkpoint} />
      {first === undefined ? null : (
        <LedgerFilterForm
          page={first}
          search={search}
          narrow={(narrowed) => void navigate({ search: (before) => ({ ...before, ...narrowed }) })}
        />
      )}
      {entries.length === 0 ? <p role="status">{say('desk.ledger.no-lines')}</p> : null}
      <DataTable
        label={say('desk.ledger')}
        columns={useColumns(investigation)}
        rows={entries}
        keyOf={(entry) => entry.sequence}
      />
      <More pages={ledger} />
    </Page>
  )
}

/** Up to where the ledger is signed, by which key, and before whom; or why it is not signed any more. */
function Signed({ signed, fault, quorum }: CheckpointView) {
  const { say } = useTongue()
  if (fault !== null && fault.reason !== 'nothing-to-sign')
    return (
      <p className={styles.verified} data-verified={false} role="alert">
        {say(`desk.ledger.fault.${fault.reason}`)}
      </p>
    )
  if (signed === null) return <p>{say('desk.ledger.unsigned')}</p>
  return (
    <>
      <p>
        {say('desk.ledger.signed', { size: signed.size })} <MomentText time={signed.signedAt} />
      </p>
      <Facts
        facts={[
          { name: say('desk.ledger.origin'), value: <Code>{signed.origin}</Code> },
          { name: say('desk.ledger.key'), value: signed.key === null ? null : <Code>{signed.key}</Code> },
          {
            name: say('desk.ledger.quorum'),
            value: quorum === null ? null : <Code>{quorum}</Code>,
          },
          {
            name: say('desk.ledger.cosigned'),
            value:
              signed.cosigned.length === 0
                ? say('desk.ledger.cosigned.nobody')
                : signed.cosigned.map(({ witness }) => <Code key={witness}>{witness}</Code>),
          },
        ]}
      />
    </>
  )
}

function useColumns(investigation: string): readonly Column<Entry>[] {
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
    {
      name: 'subject',
      head: say('desk.ledger.subject'),
      cell: ({ code, subject }) =>
        subject === investigation ? say('desk.ledger.whole') : <Code>{code ?? subject}</Code>,
    },
    {
      name: 'hash',
      head: say('desk.ledger.hash'),
      look: 'tight',
      cell: (entry) => <Code>{entry.hash.slice(0, 12)}</Code>,
    },
    {
      name: 'proof',
      head: say('desk.ledger.proof'),
      look: 'tight',
      cell: ({ sequence }) => (
        <a
          href={proofHref(investigation, sequence)}
          aria-label={say('desk.ledger.proof.of', { sequence })}
          download
        >
          {say('desk.ledger.proof')}
        </a>
      ),
    },
  ]
}
