import { useState } from 'react'
import {
  Button,
  CheckboxButton,
  CheckboxField,
  CheckboxGroup,
  Label,
  RadioButton,
  RadioField,
  RadioGroup,
} from 'react-aria-components'
import type { ListId } from '@corroborate/base'
import type { LinkageCard, ListCard, ListsView } from '@corroborate/server/api'
import { wordsIn } from '@corroborate/base'
import type { StratumSource } from '@corroborate/estimate'
import { useTongue } from '../../locale.tsx'
import { Choice } from '../../parts/choice.tsx'
import styles from '../../styles/ask.module.css'
import type { Faults } from './draft.ts'
import type { DraftOverlap } from './draft-overlap.ts'
import { Field, FieldGroup, WordsField } from './fields.tsx'
import { layoutOf } from './table-text.ts'

interface OverlapFieldsProps {
  readonly draft: DraftOverlap
  readonly onChange: (draft: DraftOverlap) => void
  readonly faults: Faults
  readonly known: ListsView
}

/** Where the overlap comes from: lists of the investigation by a linkage, or counts that somebody else made. */
export function OverlapFields({ draft, onChange, faults, known }: OverlapFieldsProps) {
  const { say } = useTongue()
  const linked = draft.kind === 'linked'
  return (
    <FieldGroup title={say('desk.study.overlap')} fault={linked ? faults.overlap : undefined}>
      <RadioGroup
        className={styles.radios ?? ''}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind: kind === 'linked' ? 'linked' : 'table' })}
      >
        <Label>{say('desk.ask.overlap.from')}</Label>
        <RadioField value="table">
          <RadioButton className={styles.radio ?? ''}>{say('desk.ask.overlap.table')}</RadioButton>
        </RadioField>
        <RadioField value="linked" isDisabled={known.linkages.length === 0}>
          <RadioButton className={styles.radio ?? ''}>
            {say(known.linkages.length === 0 ? 'desk.ask.overlap.no-linkage' : 'desk.ask.overlap.linked')}
          </RadioButton>
        </RadioField>
      </RadioGroup>
      {linked ? (
        <LinkedFields draft={draft} onChange={onChange} known={known} />
      ) : (
        <TableFields draft={draft} onChange={onChange} faults={faults} />
      )}
    </FieldGroup>
  )
}

type PartProps = Pick<OverlapFieldsProps, 'draft' | 'onChange'>

function TableFields({ draft, onChange, faults }: PartProps & { readonly faults: Faults }) {
  const { say } = useTongue()
  const [names, setNames] = useState('')
  return (
    <>
      <div className={styles.item}>
        <Field
          label={say('desk.ask.table.names')}
          help={say('desk.ask.table.names.help')}
          value={names}
          onChange={setNames}
        />
        <Button
          className="button"
          isDisabled={names.trim() === '' || draft.table.trim() !== ''}
          onPress={() => onChange({ ...draft, table: layoutOf(names) })}
        >
          {say('desk.ask.table.lay-out')}
        </Button>
      </div>
      <Field
        label={say('desk.ask.table')}
        look="table"
        lines={10}
        language="en"
        help={say('desk.ask.table.help')}
        value={draft.table}
        onChange={(table) => onChange({ ...draft, table })}
        fault={faults.overlap}
      />
      <WordsField
        label={say('desk.ask.table.source')}
        value={draft.source}
        onChange={(source) => onChange({ ...draft, source })}
        fault={faults.source}
      />
    </>
  )
}

function LinkedFields({ draft, onChange, known }: PartProps & { readonly known: ListsView }) {
  const { say, locale } = useTongue()
  const linkage = known.linkages.find(({ id }) => id === draft.linkage)
  const lists = known.lists.filter(({ id }) => linkage?.lists.includes(id))
  const chosen = lists.filter(({ id }) => draft.lists.includes(id))
  return (
    <>
      <Choice
        label={say('desk.ask.linkage')}
        options={known.linkages.map(({ id, code, title }) => ({
          id,
          name: `${code} · ${wordsIn(locale, title)}`,
        }))}
        chosen={draft.linkage ?? ''}
        choose={(id) => onChange(withLinkage(draft, known.linkages, id))}
      />
      {lists.length === 0 ? null : (
        <CheckboxGroup
          className={styles.radios ?? ''}
          value={[...draft.lists]}
          onChange={(ids) =>
            onChange(
              withLists(
                draft,
                lists.flatMap(({ id }) => (ids.includes(id) ? [id] : [])),
              ),
            )
          }
        >
          <Label>{say('desk.ask.lists')}</Label>
          {lists.map((list) => (
            <Box key={list.id} value={list.id}>
              {`${list.code} · ${wordsIn(locale, list.title)} (${say('desk.ask.rows', { rows: list.rows })})`}
            </Box>
          ))}
        </CheckboxGroup>
      )}
      <DivisionFields
        lists={chosen}
        strata={draft.strata}
        onChange={(strata) => onChange({ ...draft, strata })}
      />
    </>
  )
}

function Box({ value, children }: { readonly value: string; readonly children: string }) {
  return (
    <CheckboxField value={value}>
      <CheckboxButton className={styles.radio ?? ''}>{children}</CheckboxButton>
    </CheckboxField>
  )
}

function withLinkage(draft: DraftOverlap, linkages: readonly LinkageCard[], id: string): DraftOverlap {
  const linkage = linkages.find((one) => one.id === id)
  return linkage === undefined ? draft : { ...draft, linkage: linkage.id, lists: linkage.lists, strata: [] }
}

/** Without the columns of lists that were left out, and without what then divides nobody. */
function withLists(draft: DraftOverlap, lists: readonly ListId[]): DraftOverlap {
  const strata = draft.strata.map((source) => ({
    ...source,
    columns: source.columns.filter(({ list }) => lists.includes(list)),
  }))
  return { ...draft, lists, strata: strata.filter(({ columns }) => columns.length > 0) }
}

interface DivisionsProps {
  readonly lists: readonly ListCard[]
  readonly strata: readonly StratumSource[]
  readonly onChange: (strata: readonly StratumSource[]) => void
}

/** What divides the people: for each list the column that holds it, for lists seldom call it by one name. One more can always be begun. */
function DivisionFields({ lists, strata, onChange }: DivisionsProps) {
  const { say, locale } = useTongue()
  if (lists.every(({ columns }) => columns.length === 0)) return null
  return [...strata, null].map((source, at) => {
    const title = say('desk.ask.division', { number: at + 1 })
    return (
      <div key={title} className={styles.period} role="group" aria-label={title}>
        <p className={styles.periodTitle}>{title}</p>
        <div className={styles.inLine}>
          {lists.map((list) => (
            <Choice
              key={list.id}
              label={wordsIn(locale, list.title)}
              options={[
                { id: '', name: say('desk.ask.division.none') },
                ...list.columns.map((column) => ({ id: column, name: column })),
              ]}
              chosen={source?.columns.find((one) => one.list === list.id)?.column ?? ''}
              choose={(column) => onChange(divided(strata, at, { list: list.id, column }))}
            />
          ))}
        </div>
      </div>
    )
  })
}

/** With this column (none: empty) for one of the divisions, or for a new one, which is called as its first column is. */
function divided(
  strata: readonly StratumSource[],
  at: number,
  { list, column }: StratumSource['columns'][number],
): readonly StratumSource[] {
  const before = strata[at] ?? { name: freeName(strata, column), columns: [] }
  const others = before.columns.filter((one) => one.list !== list)
  const columns = column === '' ? others : [...others, { list, column }]
  return strata.toSpliced(at, 1, { ...before, columns }).filter((source) => source.columns.length > 0)
}

function freeName(strata: readonly StratumSource[], column: string): string {
  const taken = strata.some(({ name }) => name === column)
  return taken ? `${column} (${strata.length + 1})` : column
}
