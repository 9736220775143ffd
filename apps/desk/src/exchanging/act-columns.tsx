import { actMappingShape, readCsvColumns, type ActMapping } from '@corroborate/interchange'
import { useTongue } from '../locale.tsx'
import { Choice } from '../parts/choice.tsx'
import inputs from '../styles/ask.module.css'
import type { ActFiles } from './read-act-tables.ts'

interface Props {
  readonly files: ActFiles
  readonly mapping: ActMapping
  readonly onChange: (mapping: ActMapping) => void
}

const FIELDS = ['id', 'type', 'victim', 'from', 'to', 'place', 'method', 'event'] as const

/** Which column of the acts is which: proposed by its usual name, and changed by a person. The other tables go by their usual names. */
export function ActColumns({ files, mapping, onChange }: Props) {
  const { say } = useTongue()
  const columns = readCsvColumns(files.acts ?? '').map((id) => ({ id, name: id }))
  return (
    <div className={inputs.inLine}>
      {FIELDS.map((field) => (
        <Choice
          key={field}
          label={say(`exchange.acts.field.${field}`)}
          options={
            field === 'id' || field === 'type'
              ? columns
              : [{ id: '', name: say('exchange.acts.field.none') }, ...columns]
          }
          chosen={mapping.acts[field] ?? ''}
          choose={(column) => {
            const acts = { ...mapping.acts, [field]: column === '' ? null : column }
            const changed = actMappingShape.safeParse({ ...mapping, acts })
            if (changed.success) onChange(changed.data)
          }}
        />
      ))}
    </div>
  )
}
