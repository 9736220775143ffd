import { useState } from 'react'
import { DecisionForm } from '../deciding/decision-form.tsx'
import { useAct } from '../how-many/use-act.ts'
import { useTongue } from '../locale.tsx'
import { useMay } from '../parts/may.ts'
import { Tick } from '../sealing/tick.tsx'

/** Offers to erase what was said, for good: ticked first, then done. */
export function Erase({ consent }: { readonly consent: string }) {
  const { say } = useTongue()
  const may = useMay('withdraw')
  const [sure, setSure] = useState(false)
  const { run, busy, refusal } = useAct()
  if (!may) return null
  const decide = async () => {
    await run(`/consents/${consent}/erasure`)
  }
  return (
    <DecisionForm
      title={say('consent.erase')}
      note={say('consent.erase.note')}
      does={say('consent.erase.do')}
      busy={busy || !sure}
      refusal={refusal}
      onDecide={decide}
    >
      <Tick on={sure} onChange={setSure} isDisabled={busy}>
        {say('consent.erase.sure')}
      </Tick>
    </DecisionForm>
  )
}
