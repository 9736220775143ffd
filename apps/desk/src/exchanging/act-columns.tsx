import { ACT_FIELDS, ACT_TABLES, type ActDraft, type ActFiles, type ActTable } from '@corroborate/interchange'
import { isKey } from '@corroborate/words'
import { FieldGroup } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import inputs from '../styles/ask.module.css'

interface Props {
  readonly files: ActFiles
  readonly draft: ActDraft
  readonly onChange: (draft: ActDraft) => void
}

/** Which column of each table is which: proposed by its usual name or known from the last time, and changed by a person. */
export function ActColumns({ files, draft, onChange }: Props) {
  const { say } = useTongue()
  return ACT_TABLES.map((table) =>
    files[table] === undefined ? null : (
      <FieldGroup key={table} title={say(`exchange.acts.table.${table}`)} note={files[table].name}>
        <div className={inputs.inLine}>
          {ACT_FIELDS[table].all.map((field) => (
            <Column
              key={field}
              {...{ table, field, columns: files[table]?.columns ?? [] }}
              chosen={draft[table]?.[field] ?? null}
              choose={(column) => onChange({ ...draft, [table]: { ...draft[table], [field]: column } })}
            />
          ))}
        </div>
      </FieldGroup>
    ),
  )
}

interface ColumnProps {
  readonly table: ActTable
  readonly field: string
  readonly columns: readonly string[]
  readonly chosen: string | null
  readonly choose: (column: string | null) => void
}

function Column({ table, field, columns, chosen, choose }: ColumnProps) {
  const { say } = useTongue()
  const key = `exchange.acts.field.${field}`
  return (
    <Choice
      label={isKey(key) ? say(key) : field}
      options={[
        ...(ACT_FIELDS[table].required.includes(field)
          ? []
          : [{ id: '', name: say('exchange.acts.field.none') }]),
        ...columns.map((id) => ({ id, name: id })),
      ]}
      chosen={chosen ?? ''}
      choose={(column) => choose(column === '' ? null : column)}
    />
  )
}
