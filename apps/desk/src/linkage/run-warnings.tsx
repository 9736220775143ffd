import type { LinkageSummary } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import styles from '../styles/how-many.module.css'

/** What should be known before a number of the run is believed. */
export function Warnings({ summary: { model } }: { readonly summary: LinkageSummary }) {
  const { say } = useTongue()
  const unseen = model.comparisons.flatMap(({ levels }) => levels.filter(({ seen }) => seen === 0)).length
  const said = [
    ...(model.convergence.kind === 'not-converged'
      ? [say('desk.link.warning.not-converged', { rounds: model.convergence.rounds })]
      : []),
    ...(unseen > 0 ? [say('desk.link.warning.unseen', { levels: unseen })] : []),
  ]
  if (said.length === 0) return null
  return (
    <div className={styles.warning} role="note" aria-label={say('desk.overlap.warnings')}>
      <ul className={styles.cautions}>
        {said.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

type UnreadRow = LinkageSummary['unread'][number]

/** Cells that could not be read: they said nothing, and that is counted. */
export function Unread({ unread }: { readonly unread: LinkageSummary['unread'] }) {
  const { say } = useTongue()
  if (unread.length === 0) return null
  const columns: readonly Column<UnreadRow>[] = [
    { name: 'list', head: say('desk.overlap.list'), cell: ({ list }) => <bdi>{list}</bdi> },
    { name: 'column', head: say('desk.link.column'), cell: ({ column }) => <bdi>{column}</bdi> },
    {
      name: 'cells',
      head: say('desk.link.cells'),
      look: 'number',
      cell: ({ cells }) => <Num value={cells} />,
    },
    {
      name: 'first',
      head: say('desk.link.first'),
      cell: ({ first }) => (
        <>
          {say('desk.lists.line')} <Num value={first.line} />
          {say('desk.list.colon')}
          <bdi>{first.found}</bdi>
        </>
      ),
    },
  ]
  return (
    <Section title={say('desk.link.unread')} note={say('desk.link.unread.note')}>
      <DataTable
        label={say('desk.link.unread')}
        columns={columns}
        rows={unread}
        keyOf={({ list, column, reason }) => `${list} ${column} ${reason}`}
      />
    </Section>
  )
}
