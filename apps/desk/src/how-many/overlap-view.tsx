import { printNumber } from '@corroborate/base'
import type { Diagnosis, Overlap } from '@corroborate/estimate'
import { upSetChart, upSetOf, upSetTable } from '@corroborate/press/charts'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/how-many.module.css'
import { ChartWithNumbers } from './chart-with-numbers.tsx'
import { Cautions } from './verdict.tsx'

interface OverlapProps {
  readonly overlap: Overlap
  readonly diagnosis: Diagnosis
  readonly named: { readonly code: string; readonly title: string }
}

type ListRow = Diagnosis['lists'][number]

/** Who is on which lists together: the picture, each list by itself, and what the table warns of. */
export function OverlapView({ overlap, diagnosis, named }: OverlapProps) {
  const { say, locale } = useTongue()
  const picture = upSetOf(overlap, named)
  return (
    <>
      <p className={styles.sentence}>
        {say('desk.overlap.people', {
          observed: printNumber(locale, diagnosis.observed),
          several: printNumber(locale, diagnosis.onSeveral),
        })}
      </p>
      {diagnosis.cautions.length === 0 ? null : (
        <div className={styles.warning} role="note" aria-label={say('desk.overlap.warnings')}>
          <Cautions cautions={diagnosis.cautions} />
        </div>
      )}
      <ChartWithNumbers
        name={say('desk.study.overlap')}
        draw={(layout) => upSetChart(picture, locale, layout)}
        table={upSetTable(picture, locale)}
      />
      <ListsTable diagnosis={diagnosis} />
    </>
  )
}

function ListsTable({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const { say, locale } = useTongue()
  const columns: readonly Column<ListRow>[] = [
    { name: 'list', head: say('desk.overlap.list'), look: 'main', cell: ({ list }) => <bdi>{list}</bdi> },
    {
      name: 'size',
      head: say('desk.overlap.size'),
      look: 'number',
      cell: ({ size }) => <Num value={size} />,
    },
    {
      name: 'only',
      head: say('desk.overlap.only'),
      look: 'number',
      cell: ({ only }) => <Num value={only} />,
    },
    {
      name: 'covered',
      head: say('desk.overlap.covered'),
      look: 'number',
      cell: ({ covered }) =>
        covered === null
          ? null
          : say('press.share', { number: printNumber(locale, Math.round(covered * 100)) }),
    },
  ]
  return (
    <DataTable
      label={say('desk.overlap.lists')}
      columns={columns}
      rows={diagnosis.lists}
      keyOf={({ list }) => list}
    />
  )
}
