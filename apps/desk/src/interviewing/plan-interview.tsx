import { useState } from 'react'
import { CheckboxButton, CheckboxField, CheckboxGroup, Label } from 'react-aria-components'
import { isDay, wordsIn } from '@corroborate/base'
import type { InterviewsView } from '@corroborate/server/api'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { RefusalText } from '../how-many/refusal.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { FindOne } from '../parts/find-one.tsx'
import { useMay } from '../parts/may.ts'
import inputs from '../styles/ask.module.css'
import { linesOf } from './draft-interview.ts'
import { useOpenQuestions } from './open-questions.ts'

/** Chooses of what is open, and of one's own, what a witness is to be asked. */
export function PlanInterview({ view }: { readonly view: InterviewsView }) {
  const { say, locale } = useTongue()
  const may = useMay('plan')
  const open = useOpenQuestions(view)
  const [witness, setWitness] = useState<string | null>(null)
  const [due, setDue] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [own, setOwn] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const questions = [
    ...open.filter(({ words }) => chosen.includes(words)),
    ...linesOf(own).map((words) => ({ words, because: 'own' as const })),
  ]
  const isDated = due.trim() === '' || isDay(due.trim())
  const decide = async () => {
    setTried(true)
    if (witness === null || questions.length === 0 || !isDated) return
    await run('/interviews/plans', { witness, due: due.trim() || null, questions })
  }
  return (
    <DecisionForm
      title={say('interview.plan')}
      note={say('interview.plan.note')}
      does={say('interview.plan.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <FindOne
        label={say('interview.witness')}
        options={view.witnesses.map(({ id, code, title }) => ({
          id,
          name: `${code} · ${wordsIn(locale, title)}`,
        }))}
        chosen={witness}
        choose={setWitness}
        fault={tried && witness === null ? <RefusalText refusal={missing('witness')} /> : null}
      />
      <Field
        label={say('interview.due')}
        look="number"
        language="en"
        help={say('interview.day.help')}
        value={due}
        onChange={setDue}
        fault={tried && !isDated ? missing('day') : undefined}
      />
      {open.length === 0 ? null : (
        <CheckboxGroup className={inputs.radios ?? ''} value={[...chosen]} onChange={setChosen}>
          <Label>{say('interview.open')}</Label>
          {open.map(({ words }) => (
            <CheckboxField key={words} value={words}>
              <CheckboxButton className={inputs.radio ?? ''}>{words}</CheckboxButton>
            </CheckboxField>
          ))}
        </CheckboxGroup>
      )}
      <Field
        label={say('interview.own')}
        lines={3}
        help={say('interview.lines.help')}
        value={own}
        onChange={setOwn}
        fault={tried && questions.length === 0 ? missing('questions') : undefined}
      />
    </DecisionForm>
  )
}
