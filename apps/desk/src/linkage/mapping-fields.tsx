import {
  RadioButton,
  RadioField,
  RadioGroup,
  CheckboxButton,
  CheckboxField,
  Label,
} from 'react-aria-components'
import type { FieldSetting } from '@corroborate/linkage'
import { useTongue } from '../locale.tsx'
import { Choice, type Option } from '../parts/choice.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/linkage.module.css'
import { fieldInWords, USUAL_FIELDS } from './in-words.ts'
import { FIELD_KINDS } from '@corroborate/linkage'
import { freeField, isKind, withColumn, type MappingDraft } from './mapping-draft.ts'

interface MappingProps {
  readonly mapping: MappingDraft
  readonly onChange: (mapping: MappingDraft) => void
  /** Why each column is read so, where the machine proposed it. */
  readonly because?: readonly ('name' | 'values' | 'nothing')[] | undefined
  /** Values of each column, for whoever decides what it is. */
  readonly examples: readonly (readonly string[])[]
}

/** Each column of a list with some of its values, and what it is read as. */
export function MappingFields({ mapping, onChange, because, examples }: MappingProps) {
  const { say } = useTongue()
  const hasDay = mapping.columns.some(({ into }) => into?.kind === 'day')
  return (
    <>
      <ul className={styles.columns}>
        {mapping.columns.map(({ column, into }, at) => (
          <li key={column}>
            <p className={styles.columnName}>
              <bdi>{column}</bdi>
            </p>
            <p className={styles.examples}>
              {examplesOf(examples[at] ?? []).map((value) => (
                <bdi key={value}>{value}</bdi>
              ))}
            </p>
            <div className={styles.readAs}>
              <Choice
                label={say('desk.receive.read-as', { column })}
                options={optionsFor(say, into)}
                chosen={into === null ? '' : idOf(into)}
                choose={(id) => onChange(withColumn(mapping, column, chosenField(mapping, column, id)))}
              />
              {because?.[at] === undefined ? null : (
                <p className={styles.because}>{say(`desk.receive.because.${because[at]}`)}</p>
              )}
            </div>
          </li>
        ))}
      </ul>
      {hasDay ? (
        <RadioGroup
          className={inputs.radios ?? ''}
          value={mapping.dateOrder}
          onChange={(order) =>
            onChange({ ...mapping, dateOrder: order === 'month-first' ? 'month-first' : 'day-first' })
          }
        >
          <Label>{say('desk.receive.date-order')}</Label>
          {(['day-first', 'month-first'] as const).map((order) => (
            <RadioField key={order} value={order}>
              <RadioButton className={inputs.radio ?? ''}>
                {say(`desk.receive.date-order.${order}`)}
              </RadioButton>
            </RadioField>
          ))}
        </RadioGroup>
      ) : null}
    </>
  )
}

/** Whether the maker of the list held everybody on it to stand there once. */
export function CleanField({
  clean,
  onChange,
}: {
  readonly clean: boolean
  readonly onChange: (clean: boolean) => void
}) {
  const { say } = useTongue()
  return (
    <CheckboxField isSelected={clean} onChange={onChange}>
      <CheckboxButton className={inputs.radio ?? ''}>{say('desk.receive.clean')}</CheckboxButton>
    </CheckboxField>
  )
}

type Say = ReturnType<typeof useTongue>['say']

/** The usual fields, then the kinds for all else; what is chosen now is among them in any case. */
function optionsFor(say: Say, into: FieldSetting | null): readonly Option[] {
  const usual = USUAL_FIELDS.map((one): Option => ({ id: idOf(one), name: fieldInWords(say, one.field) }))
  const other = FIELD_KINDS.map((kind): Option => ({
    id: `*:${kind}`,
    name: say('desk.receive.other', { kind: say(`desk.kind.${kind}`) }),
  }))
  const own =
    into === null || usual.some(({ id }) => id === idOf(into))
      ? []
      : [{ id: idOf(into), name: `${say(`desk.kind.${into.kind}`)} (${into.field})` }]
  return [{ id: '', name: say('desk.receive.display-only') }, ...own, ...usual, ...other]
}

function idOf({ field, kind }: FieldSetting): string {
  return `${field}:${kind}`
}

function chosenField(mapping: MappingDraft, column: string, id: string): FieldSetting | null {
  const [field = '', kind = ''] = id.split(':')
  if (!isKind(kind)) return null
  return { field: field === '*' ? freeField(mapping, column, kind) : field, kind }
}

const EXAMPLES = 3

function examplesOf(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value) => value.trim() !== ''))].slice(0, EXAMPLES)
}
