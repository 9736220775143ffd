import { warningInWords, type LinkageSettings } from '@corroborate/linkage'
import type { LinkageSummary } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import { Section } from '../parts/page.tsx'
import { warningNamed } from './named.ts'
import styles from '../styles/how-many.module.css'

/** So many of one kind are told at once; the others can be opened. */
const TOLD = 3

/** What should be known before a number of the run is believed, kind by kind. */
export function Warnings({
  summary: { warnings },
  settings,
}: {
  readonly summary: LinkageSummary
  readonly settings: LinkageSettings
}) {
  const { say, locale } = useTongue()
  if (warnings.counts.length === 0) return null
  return (
    <div className={styles.warning} role="note" aria-label={say('desk.overlap.warnings')}>
      {warnings.counts.map(({ kind, count }) => {
        const told = warnings.listed
          .filter((one) => one.kind === kind)
          .map((one) => warningInWords(locale, warningNamed(say, one, settings)))
        return (
          <div key={kind}>
            <Sentences said={told.slice(0, TOLD)} />
            {count <= TOLD ? null : (
              <details>
                <summary>{say('desk.link.warning.more', { warnings: count - TOLD })}</summary>
                <Sentences said={told.slice(TOLD)} />
                {count > told.length ? (
                  <p>{say('desk.link.warning.beyond', { warnings: count - told.length })}</p>
                ) : null}
              </details>
            )}
          </div>
        )
      })}
    </div>
  )
}

function Sentences({ said }: { readonly said: readonly string[] }) {
  return (
    <ul className={styles.cautions}>
      {said.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
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
