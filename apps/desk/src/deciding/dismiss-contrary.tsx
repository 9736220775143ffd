import { useState } from 'react'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { DecisionForm } from './decision-form.tsx'

/** Sets a claim against a finding aside, with the reason; the claim stays where it is and is shown. */
export function DismissContrary({ finding, claim }: { readonly finding: string; readonly claim: string }) {
  const { say } = useTongue()
  const may = useMay('find')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const decide = async () => {
    setTried(true)
    if (reason.trim() !== '') await run(`/findings/${finding}/dismissals`, { claim, reason: reason.trim() })
  }
  return (
    <DecisionForm
      title={say('work.dismiss')}
      does={say('work.dismiss')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <Field
        label={say('work.resolve.reason')}
        lines={2}
        value={reason}
        onChange={setReason}
        fault={tried && reason.trim() === '' ? missing('reasons') : undefined}
      />
    </DecisionForm>
  )
}
