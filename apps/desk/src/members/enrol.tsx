import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { act } from '../acts.ts'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { Field } from '../how-many/ask/fields.tsx'
import { useTongue } from '../locale.tsx'
import { useDoing } from '../sealing/use-doing.ts'

/** Makes somebody a member, and leads to their page, where their link is made. */
export function Enrol() {
  const { say } = useTongue()
  const navigate = useNavigate()
  const { busy, refusal, run } = useDoing()
  const [name, setName] = useState('')
  const enrol = async () => {
    const enrolled = await run(() => act('/members', { name }))
    if (enrolled.ok) await navigate({ to: '/members/$member', params: { member: enrolled.value } })
  }
  return (
    <DecisionForm
      title={say('members.enrol')}
      note={say('members.enrol.note')}
      does={say('members.enrol')}
      busy={busy || name.trim() === ''}
      refusal={refusal}
      onDecide={enrol}
    >
      <Field label={say('members.enrol.name')} look="short" value={name} onChange={setName} />
    </DecisionForm>
  )
}
