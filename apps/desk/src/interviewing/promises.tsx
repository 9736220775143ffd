import { useState } from 'react'
import type { InterviewsView } from '@corroborate/server/api'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { WhenText } from '../parts/day.tsx'
import { Code } from '../parts/in-words.tsx'
import { useMay } from '../parts/may.ts'
import styles from '../styles/matter.module.css'

/** What witnesses were promised, the earliest day first, and how it was kept. */
export function Promises({ view: { promises, interviews } }: { readonly view: InterviewsView }) {
  const { say } = useTongue()
  if (promises.length === 0) return <p className={styles.quiet}>{say('interview.promises.none')}</p>
  const byDay = promises.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
  return (
    <ul className={styles.sessions}>
      {byDay.map((promise) => (
        <li key={promise.id}>
          <p>
            {promise.due === null ? null : <WhenText edtf={promise.due} />} ·{' '}
            <Code>{interviews.find(({ id }) => id === promise.subject)?.code ?? ''}</Code>{' '}
            <span dir="auto">{promise.words}</span>
          </p>
          {promise.doneAt === null ? (
            <Keep task={promise.id} />
          ) : (
            <p className={styles.quiet}>
              {say('interview.promise.kept')} <q dir="auto">{promise.note}</q>
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Keep({ task }: { readonly task: string }) {
  const { say } = useTongue()
  const may = useMay('plan')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const decide = async () => {
    setTried(true)
    if (note.trim() !== '') await run(`/tasks/${task}/done`, { note: note.trim() })
  }
  return (
    <DecisionForm
      title={say('interview.promise.keep')}
      does={say('work.review.say')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <Field
        label={say('interview.promise.how')}
        lines={2}
        value={note}
        onChange={setNote}
        fault={tried && note.trim() === '' ? missing('note') : undefined}
      />
    </DecisionForm>
  )
}
