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
                lists,
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
      {columnsOf(chosen).length === 0 ? null : (
        <CheckboxGroup
          className={styles.radios ?? ''}
          value={draft.strata.map(({ name }) => name)}
          onChange={(names) => onChange(withStrata(draft, chosen, names))}
        >
          <Label>{say('desk.ask.strata')}</Label>
          {columnsOf(chosen).map((column) => (
            <Box key={column} value={column}>
              {column}
            </Box>
          ))}
        </CheckboxGroup>
      )}
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

function withLists(draft: DraftOverlap, known: readonly ListCard[], lists: readonly ListId[]): DraftOverlap {
  const chosen = known.filter(({ id }) => lists.includes(id))
  const kept = draft.strata.map(({ name }) => name)
  return withStrata(
    { ...draft, lists },
    chosen,
    kept.filter((name) => columnsOf(chosen).includes(name)),
  )
}

/** A division by the column of one name on every list that has it. */
function withStrata(
  draft: DraftOverlap,
  chosen: readonly ListCard[],
  names: readonly string[],
): DraftOverlap {
  return {
    ...draft,
    strata: names.map(
      (name) =>
        draft.strata.find(
          (one) => one.name === name && one.columns.every(({ column }) => column !== name),
        ) ?? {
          name,
          columns: chosen
            .filter(({ columns }) => columns.includes(name))
            .map(({ id }) => ({ list: id, column: name })),
        },
    ),
  }
}

/** Columns that two of the lists have at least. */
function columnsOf(lists: readonly ListCard[]): readonly string[] {
  const all = lists.flatMap(({ columns }) => columns)
  return [...new Set(all)].filter((column) => all.filter((one) => one === column).length > 1)
}
