import type { ClusterView } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { fieldInWords } from './in-words.ts'
import { RecordName } from './pair-beside.tsx'

/** Records side by side, one column for each, under the numbers by which the graph and the pairs name them. */
export function RecordsBeside({ records }: Pick<ClusterView, 'records'>) {
  const { say } = useTongue()
  const fields = [...new Set(records.flatMap(({ read }) => read.map(({ field }) => field)))]
  return (
    <div className={styles.cells} role="region" aria-label={say('desk.cluster.records')} tabIndex={0}>
      <table className={styles.records} aria-label={say('desk.cluster.records')}>
        <thead>
          <tr>
            <td />
            {records.map((record, at) => (
              <th key={`${record.list} ${record.row}`} scope="col">
                <span className={styles.node}>
                  <Num value={at + 1} />
                </span>{' '}
                <RecordName record={record} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldInWords(say, field)}</th>
              {records.map(({ list, row, read }) => (
                <td key={`${list} ${row}`}>
                  <bdi>{read.find((one) => one.field === field)?.cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
