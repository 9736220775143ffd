import { useState } from 'react'
import type { Consent } from '@corroborate/testimony'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { Field } from '../how-many/ask/fields.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'

/** Takes a consent back, at the witness's wish; what follows is shown where it stands. */
export function Withdraw({ consent }: { readonly consent: Consent }) {
  const { say } = useTongue()
  const may = useMay('withdraw')
  const [reason, setReason] = useState('')
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const decide = async () => {
    await run(`/consents/${consent.id}/withdrawal`, { reason: reason.trim() })
  }
  return (
    <DecisionForm
      title={say('consent.withdraw')}
      note={say('consent.withdraw.note')}
      does={say('consent.withdraw.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <Field
        label={say('consent.withdraw.reason')}
        help={say('consent.withdraw.reason.help')}
        lines={2}
        value={reason}
        onChange={setReason}
      />
    </DecisionForm>
  )
}
