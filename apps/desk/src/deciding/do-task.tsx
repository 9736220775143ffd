import { useState } from 'react'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { DecisionForm } from './decision-form.tsx'

interface DoTaskProps {
  readonly task: string
  /** What the button says that opens the form. */
  readonly title: string
  readonly label: string
}

/** Says that something was done, and how. */
export function DoTask({ task, title, label }: DoTaskProps) {
  const { say } = useTongue()
  const may = useMay('do-tasks')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const decide = async () => {
    setTried(true)
    if (note.trim() !== '') await run(`/tasks/${task}/done`, { note: note.trim() })
  }
  return (
    <DecisionForm title={title} does={say('work.review.say')} busy={busy} refusal={refusal} onDecide={decide}>
      <Field
        label={label}
        lines={2}
        value={note}
        onChange={setNote}
        fault={tried && note.trim() === '' ? missing('note') : undefined}
      />
    </DecisionForm>
  )
}
