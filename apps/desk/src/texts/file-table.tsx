import { RefusalText } from '../how-many/refusal.tsx'
import { useTongue } from '../locale.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { TextLink } from '../parts/links.tsx'
import styles from '../styles/texts.module.css'
import type { Brought } from './brought.ts'

/** Every file of the batch, and what came of it. */
export function FileTable({ files }: { readonly files: readonly Brought[] }) {
  const { say } = useTongue()
  const read = files.filter(({ state }) => state.kind !== 'waiting').length
  const columns: readonly Column<Brought>[] = [
    {
      ...{ name: 'file', head: say('desk.texts.file'), look: 'main' },
      cell: ({ name }) => <bdi className={styles.fileName}>{name}</bdi>,
    },
    { name: 'state', head: say('desk.texts.state'), cell: (file) => <StateOf file={file} /> },
  ]
  return (
    <>
      <div className={styles.progress}>
        <p role="status">{say('desk.texts.progress', { read, files: files.length })}</p>
        {read < files.length ? (
          <progress aria-label={say('desk.texts.state')} max={files.length} value={read} />
        ) : null}
      </div>
      <DataTable label={say('desk.texts.files')} columns={columns} rows={files} keyOf={({ key }) => key} />
    </>
  )
}

function StateOf({ file: { state } }: { readonly file: Brought }) {
  const { say } = useTongue()
  if (state.kind === 'waiting') return say('desk.texts.waiting')
  if (state.kind === 'broken') return <RefusalText refusal={state.fault} />
  const { came, text } = state
  if (came === null)
    return (
      <>
        {say('desk.texts.turns', { turns: text.turns.length })} · <bdi>{text.form}</bdi>
        {text.warnings.length === 0 ? null : (
          <> · {say('desk.texts.warnings', { warnings: text.warnings.length + text.untold })}</>
        )}
      </>
    )
  return came.ok ? (
    <TextLink id={came.value}>{say('desk.texts.open')}</TextLink>
  ) : (
    <RefusalText refusal={came} />
  )
}
