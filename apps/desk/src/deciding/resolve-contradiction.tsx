import { useState } from 'react'
import type { ContradictionView } from '@corroborate/server/api'
import { missing } from '../how-many/ask/draft.ts'
import { Field } from '../how-many/ask/fields.tsx'
import { OneOf } from '../how-many/ask/one-of.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { DecisionForm } from './decision-form.tsx'

/** Decides a contradiction that nobody has decided: which claim is held to, or that both are left standing, and why. */
export function ResolveContradiction({ view }: { readonly view: ContradictionView }) {
  const { say } = useTongue()
  const may = useMay('find')
  const [prefers, setPrefers] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may || view.contradiction.resolution !== null) return null
  const { first, second } = view
  const decide = async () => {
    setTried(true)
    if (prefers === null || reason.trim() === '') return
    const held = prefers === 'neither' ? null : prefers
    await run('/contradictions', { claims: [first.id, second.id], prefers: held, reason: reason.trim() })
  }
  return (
    <DecisionForm
      title={say('work.resolve')}
      does={say('work.resolve.do')}
      busy={busy}
      refusal={refusal}
      onDecide={decide}
    >
      <OneOf
        label={say('work.resolve.prefers')}
        options={[
          ...[first, second].map(({ id, code }) => ({ id: String(id), name: code })),
          { id: 'neither', name: say('work.resolve.neither') },
        ]}
        chosen={prefers}
        choose={setPrefers}
        fault={tried && prefers === null ? missing('preference') : undefined}
      />
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
