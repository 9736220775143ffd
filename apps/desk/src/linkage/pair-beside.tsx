import type { FieldBeside, PairToJudge, RecordShown } from '@corroborate/server/api'
import { useTongue } from '../locale.tsx'
import { Code } from '../parts/in-words.tsx'
import { Num } from '../parts/numbers.tsx'
import styles from '../styles/linkage.module.css'
import { fieldInWords } from './in-words.ts'

/** Two records side by side: every field that a list of the run has, what differs marked, and beneath them all that the lists say. */
export function PairBeside({ pair }: { readonly pair: PairToJudge }) {
  const { say } = useTongue()
  const { left, right, fields } = pair
  return (
    <div className={styles.pair}>
      <table className={styles.beside} role="table" aria-label={say('desk.review.pair')}>
        <thead role="rowgroup">
          <tr role="row">
            <td role="cell" />
            <th role="columnheader" scope="col">
              <RecordName record={left} />
            </th>
            <th role="columnheader" scope="col">
              <RecordName record={right} />
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {fields.map((field) => (
            <FieldRow key={field.field} field={field} />
          ))}
        </tbody>
      </table>
      <details className={styles.asCame}>
        <summary>{say('desk.review.as-came')}</summary>
        <div className={styles.sides}>
          <AsCame record={left} />
          <AsCame record={right} />
        </div>
      </details>
    </div>
  )
}

export function RecordName({ record }: { readonly record: RecordShown }) {
  const { say } = useTongue()
  return (
    <>
      <Code>{record.code}</Code>{' '}
      <small>
        {say('desk.lists.line')} <Num value={record.line ?? record.row} />
      </small>
    </>
  )
}

function FieldRow({ field: { field, marked, left, right } }: { readonly field: FieldBeside }) {
  const { say } = useTongue()
  return (
    <tr role="row" data-how={marked.how}>
      <th role="rowheader" scope="row">
        {fieldInWords(say, field)}
        {marked.how === 'same' ? null : <small>{say(`desk.review.how.${marked.how}`)}</small>}
      </th>
      <Side stretches={marked.left} cell={left} />
      <Side stretches={marked.right} cell={right} />
    </tr>
  )
}

function Side({
  stretches,
  cell,
}: {
  readonly stretches: FieldBeside['marked']['left']
  readonly cell: string | null
}) {
  const { say } = useTongue()
  const read = stretches.map(({ text }) => text).join('')
  const other = cell !== null && cell !== '' && cell !== read
  return (
    <td role="cell">
      {read === '' ? (
        <span className={styles.silent}>{say('desk.review.nothing')}</span>
      ) : (
        <bdi className={styles.value}>
          {stretches.map(({ text, shared }, at) => (shared ? text : <mark key={at}>{text}</mark>))}
        </bdi>
      )}
      {other ? (
        <small>
          {say('desk.review.came-as')} <bdi>{cell}</bdi>
        </small>
      ) : null}
    </td>
  )
}

function AsCame({ record }: { readonly record: RecordShown }) {
  return (
    <dl>
      <dt>
        <RecordName record={record} />
      </dt>
      {record.columns.map((column, at) => (
        <div key={column}>
          <dt>
            <bdi>{column}</bdi>
          </dt>
          <dd>
            <bdi>{record.cells[at]}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
