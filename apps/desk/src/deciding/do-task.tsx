import { missing } from '../how-many/ask/draft.ts'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { ReasonForm } from './reason-form.tsx'

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
  const { run, busy, refusal } = useAct()
  if (!may) return null
  return (
    <ReasonForm
      {...{ title, label, busy, refusal }}
      does={say('work.review.say')}
      lacks={missing('note')}
      onDecide={(note) => run(`/tasks/${task}/done`, { note })}
    />
  )
}
