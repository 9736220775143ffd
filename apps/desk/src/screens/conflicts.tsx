import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { ConflictsView } from '@corroborate/server/api'
import { AskForm } from '../how-many/ask/ask-form.tsx'
import { Field } from '../how-many/ask/fields.tsx'
import { RefusalNote } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { differingFields, type FieldDiffers } from '../packages/differing-fields.ts'
import { conflictsOf } from '../packages/queries.ts'
import { Choice } from '../parts/choice.tsx'
import { DataTable, type Column } from '../parts/data-table.tsx'
import { MomentText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import { useInvestigation } from '../parts/links.tsx'
import { useMay } from '../parts/may.ts'
import { Page } from '../parts/page.tsx'
import { Term } from '../parts/term.tsx'
import inputs from '../styles/ask.module.css'
import styles from '../styles/packages.module.css'

type Conflict = ConflictsView['conflicts'][number]

/** What a package brought in another form than is here: both sides, field by field, and a person's decision. */
export function Conflicts() {
  const { say } = useTongue()
  const { data } = useSuspenseQuery(conflictsOf(useInvestigation()))
  const mayDecide = useMay('decide-conflicts')
  return (
    <Page name={say('desk.conflicts')} lead={say('desk.conflicts.note')}>
      {data.conflicts.length === 0 ? <p>{say('desk.conflicts.none')}</p> : null}
      {data.conflicts.map((conflict) => (
        <section key={`${conflict.record} ${conflict.sha256}`} className={styles.conflict}>
          <h2>
            <Term of="kind.one" word={conflict.kind} /> <Code>{conflict.code ?? conflict.record}</Code>
          </h2>
          <p>
            {say('desk.conflicts.found')} <MomentText time={conflict.foundAt} />
          </p>
          <Sides conflict={conflict} />
          {conflict.decided === null ? (
            mayDecide && <Decide conflict={conflict} />
          ) : (
            <p>
              {say(`desk.conflicts.decided.${conflict.decided.choice}`)} <bdi>{conflict.decided.by}</bdi>{' '}
              <MomentText time={conflict.decided.at} />: <bdi>{conflict.decided.reason}</bdi>
            </p>
          )}
        </section>
      ))}
    </Page>
  )
}

function Sides({ conflict }: { readonly conflict: Conflict }) {
  const { say } = useTongue()
  const side = (value: string | null) =>
    value === null ? say('desk.conflicts.not-there') : <bdi className={styles.value}>{value}</bdi>
  const columns: readonly Column<FieldDiffers>[] = [
    {
      name: 'field',
      head: say('desk.conflicts.field'),
      look: 'main',
      cell: ({ field }) => <Term of="field" word={field} />,
    },
    { name: 'ours', head: say('desk.conflicts.ours'), cell: ({ ours }) => side(ours) },
    { name: 'theirs', head: say('desk.conflicts.theirs'), cell: ({ theirs }) => side(theirs) },
  ]
  return (
    <DataTable
      label={say('desk.conflicts.sides', { code: conflict.code ?? conflict.record })}
      columns={columns}
      rows={differingFields(conflict)}
      keyOf={({ field }) => field}
    />
  )
}

const CHOICES = ['ours', 'theirs'] as const

function Decide({ conflict }: { readonly conflict: Conflict }) {
  const { say } = useTongue()
  const [choice, setChoice] = useState('')
  const [reason, setReason] = useState('')
  const acting = useAct()
  const decide = async () => {
    const { kind, record, sha256 } = conflict
    await acting.run('/conflicts/decided', { kind, record, sha256, choice, reason })
  }
  return (
    <AskForm onAsk={decide}>
      <Choice
        label={say('desk.conflicts.choice')}
        options={CHOICES.map((id) => ({ id, name: say(`desk.conflicts.take.${id}`) }))}
        chosen={choice}
        choose={setChoice}
      />
      <Field label={say('desk.conflicts.reason')} value={reason} onChange={setReason} lines={2} />
      <RefusalNote refusal={acting.refusal} />
      <div className={inputs.end}>
        <Button
          type="submit"
          className="button"
          isDisabled={acting.busy || choice === '' || reason.trim() === ''}
        >
          {say('desk.conflicts.decide')}
        </Button>
      </div>
    </AskForm>
  )
}
